import { notFound } from "next/navigation";
import { fileAnswer } from "@/app/answers/file-answer";
import { requireViewer } from "@/app/session";
import { takeCheckpoint } from "@/lib/audit/checkpoint/check";
import { checkpointText } from "@/lib/audit/checkpoint/checkpoint";
import { write } from "@/lib/audit/write";
import { NotFoundError } from "@/lib/errors";
import { wholeNumber } from "../../../../projects/[projectId]/view";

/** A signed checkpoint as a file, for keeping where the ledger's people cannot write. */
export async function GET(
  _request: Request,
  { params }: RouteContext<"/audit/proof/checkpoints/[checkpointId]">,
): Promise<Response> {
  const viewer = await requireViewer("history.verify");
  const id = wholeNumber((await params).checkpointId);
  if (id === null) notFound();
  try {
    const { checkpoint, fileName } = await write((tx) => takeCheckpoint(tx, viewer, id));
    return fileAnswer(checkpointText(checkpoint), fileName, "json");
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}
