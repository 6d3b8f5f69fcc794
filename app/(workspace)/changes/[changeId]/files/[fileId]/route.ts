import { notFound } from "next/navigation";
import { handedInFile } from "@/app/answers/file-answer";
import { requireViewer } from "@/app/session";
import { write } from "@/lib/audit/write";
import { takeAttachment } from "@/lib/change-request/attachment/commands";
import { NotFoundError } from "@/lib/errors";
import { wholeNumber } from "../../../../projects/[projectId]/view";

/** A file of a request, exactly as it was uploaded: never shown in the page, only saved. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/changes/[changeId]/files/[fileId]">,
): Promise<Response> {
  const viewer = await requireViewer("change.read");
  const { changeId, fileId } = await params;
  const [change, file] = [wholeNumber(changeId), wholeNumber(fileId)];
  if (change === null || file === null) notFound();
  try {
    return handedInFile(await write((tx) => takeAttachment(tx, viewer, change, file)));
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
