import { fileAnswer } from "@/app/answers/file-answer";
import { requireViewer } from "@/app/session";
import { takePublicKey } from "@/lib/audit/checkpoint/check";
import { write } from "@/lib/audit/write";

/** The public key that checkpoints are checked with. */
export async function GET(): Promise<Response> {
  const viewer = await requireViewer("history.verify");
  const pem = await write((tx) => takePublicKey(tx, viewer));
  return fileAnswer(pem, "public-key.pem", "pem");
}
