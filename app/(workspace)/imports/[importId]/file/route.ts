import { notFound } from "next/navigation";
import { handedInFile } from "@/app/answers/file-answer";
import { requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { NotFoundError } from "@/lib/errors";
import { takeFile } from "@/lib/import/commands";
import { wholeNumber } from "../../../projects/[projectId]/view";

/** The original document, exactly as it was uploaded. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/imports/[importId]/file">,
): Promise<Response> {
  const viewer = await requireViewer("import.manage");
  const id = wholeNumber((await params).importId);
  if (id === null) notFound();
  try {
    return handedInFile(await write((tx) => takeFile(tx, viewer, id)));
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
