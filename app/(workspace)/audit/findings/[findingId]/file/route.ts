import { notFound } from "next/navigation";
import { handedInFile } from "@/app/answers/file-answer";
import { requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { NotFoundError } from "@/lib/errors";
import { takeFindingFile } from "@/lib/finding/commands";
import { wholeNumber } from "../../../../projects/[projectId]/view";

/** The evidence of a finding, exactly as the unit sent it. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/audit/findings/[findingId]/file">,
): Promise<Response> {
  const viewer = await requireViewer("finding.read");
  const id = wholeNumber((await params).findingId);
  if (id === null) notFound();
  try {
    return handedInFile(await write((tx) => takeFindingFile(tx, viewer, id)));
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
