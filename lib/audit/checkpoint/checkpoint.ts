import { createHash, createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import { z } from "zod";

/** What a checkpoint says, in the order in which it is signed. */
export type CheckpointContent = {
  format: 1;
  /** Hash of the first event: which ledger it is. */
  ledger: string;
  /** The last event, which is also how many there are. */
  seq: number;
  head: string;
  recordedAt: string;
  /** Set by a restore alone: the events that were in the replaced database and are not in this one. */
  lost: { fromSeq: number; toSeq: number; head: string } | null;
};

export type Checkpoint = CheckpointContent & { keyId: string; signature: string };

export type SigningKey = { privateKey: KeyObject; publicKey: KeyObject; keyId: string };

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const seq = z.number().int().positive();

/** A checkpoint as its file has it. */
export const checkpointFile = z.strictObject({
  format: z.literal(1),
  ledger: hash,
  seq,
  head: hash,
  recordedAt: z.iso.datetime(),
  lost: z.strictObject({ fromSeq: seq, toSeq: seq, head: hash }).nullable(),
  keyId: z.string().regex(/^[0-9a-f]{16}$/),
  signature: z.base64(),
});

/** Signs what a checkpoint says. */
export function signed(content: CheckpointContent, key: SigningKey): Checkpoint {
  const signature = sign(null, signedBytes(content), key.privateKey).toString("base64");
  return { ...content, keyId: key.keyId, signature };
}

/** Whether this key signed exactly this. */
export function isSignedBy(checkpoint: Checkpoint, publicKey: KeyObject): boolean {
  const signature = Buffer.from(checkpoint.signature, "base64");
  return verify(null, signedBytes(checkpoint), publicKey, signature);
}

/** The text of a checkpoint's file; null for what is none. */
export function parseCheckpoint(text: string): Checkpoint | null {
  try {
    return checkpointFile.parse(JSON.parse(text));
  } catch {
    return null;
  }
}

/** An Ed25519 public key out of a PEM file; null for anything else, a private key included. */
export function parsePublicKey(pem: string): KeyObject | null {
  if (!pem.includes("BEGIN PUBLIC KEY")) return null;
  try {
    const key = createPublicKey(pem);
    return key.asymmetricKeyType === "ed25519" ? key : null;
  } catch {
    return null;
  }
}

/** A public name for a key pair, so that a checkpoint says which key signed it. */
export function keyIdOf(publicKey: KeyObject): string {
  const bytes = publicKey.export({ type: "spki", format: "der" });
  return createHash("sha256").update(bytes).digest("hex").slice(0, 16);
}

export function checkpointText(checkpoint: Checkpoint): string {
  return `${JSON.stringify(checkpoint, null, 2)}\n`;
}

/** `checkpoint-000001000-9f3ac1d2.json`: the last event and the beginning of its hash. */
export function checkpointFileName({ seq, head }: { seq: number; head: string }): string {
  return `checkpoint-${String(seq).padStart(9, "0")}-${head.slice(0, 8)}.json`;
}

function signedBytes({ format, ledger, seq, head, recordedAt, lost }: CheckpointContent): Buffer {
  const restored = lost && { fromSeq: lost.fromSeq, toSeq: lost.toSeq, head: lost.head };
  const content = { format, ledger, seq, head, recordedAt, lost: restored };
  return Buffer.from(`key-project-ledger checkpoint\n${JSON.stringify(content)}`);
}
