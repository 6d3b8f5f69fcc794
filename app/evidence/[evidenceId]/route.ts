import { forbidden, notFound } from "next/navigation";
import { wholeNumber } from "@/app/(workspace)/projects/[projectId]/view";
import { handedInFile } from "@/app/answers/file-answer";
import { requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { ForbiddenError, NotFoundError } from "@/lib/errors";
import { takeEvidence } from "@/lib/evidence/commands";

/** A photo or PDF, exactly as it was uploaded: always as a file to keep, never shown in the page. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/evidence/[evidenceId]">,
): Promise<Response> {
  const viewer = await requireViewer("return.read");
  const id = wholeNumber((await params).evidenceId);
  if (id === null) notFound();
  try {
    return handedInFile(await write((tx) => takeEvidence(tx, viewer, id)));
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    if (error instanceof ForbiddenError) forbidden();
    throw error;
  }
}
