import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { fileContents } from "@/db/schema";
import { RuleError } from "@/lib/errors";

/** The SHA-256 of a file, in hex. */
export function fingerprint(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}

/** Keeps the bytes of a file, once per content. The event of the row that names them has their fingerprint. */
export async function keepContent(tx: WriteTx, content: Uint8Array): Promise<void> {
  await tx
    .insert(fileContents)
    .values({ sha256: fingerprint(content), content: Buffer.from(content) })
    .onConflictDoNothing();
}

/** The bytes under a fingerprint, or null. Throws RuleError `fileChanged` where they are not those that were kept. */
export async function loadContent(tx: Tx, sha256: string): Promise<Buffer | null> {
  const [file] = await tx.select().from(fileContents).where(eq(fileContents.sha256, sha256));
  if (!file) return null;
  if (fingerprint(file.content) !== sha256) throw new RuleError("fileChanged");
  return file.content;
}
