import { asc, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { events } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { chainHead } from "../chain-head";
import { record } from "../change";
import { type Checkpoint, checkpointFileName, keyIdOf, parseCheckpoint } from "./checkpoint";
import { type CheckpointVerdict, judgeCheckpoints } from "./judge";
import { publicKeyPem, signingKey } from "./key";
import { loadCheckpoint, storedCheckpoints } from "./queries";

export type CheckedCheckpoint = CheckpointVerdict & { checkpoint: Checkpoint };

/**
 * Holds an uploaded checkpoint against the chain as it stands: one look-up, not a walk; whether everything before it is
 * whole is what verification says. Recorded. Throws RuleError for what is no checkpoint of this ledger's key.
 */
export async function checkCheckpoint(
  tx: WriteTx,
  actor: Actor,
  text: string,
): Promise<CheckedCheckpoint> {
  assertCan(actor, "history.verify", { regionCode: null });
  const checkpoint = parseCheckpoint(text);
  if (!checkpoint) throw new RuleError("checkpointUnreadable", {}, "checkpoint");
  const { publicKey } = signingKey();
  if (checkpoint.keyId !== keyIdOf(publicKey)) throw new RuleError("checkpointKey");
  const restores = (await storedCheckpoints(tx)).filter(({ lost }) => lost !== null);
  const hashAt = new Map<number, string>();
  for (const { seq } of [checkpoint, ...restores]) {
    const [event] = await tx.select({ hash: events.hash }).from(events).where(eq(events.seq, seq));
    if (event) hashAt.set(seq, event.hash);
  }
  const [first] = await tx
    .select({ hash: events.hash })
    .from(events)
    .orderBy(asc(events.seq))
    .limit(1);
  const chain = { ledger: first?.hash ?? null, events: (await chainHead(tx)).seq, hashAt };
  const verdict = judgeCheckpoints(chain, [...restores, checkpoint], publicKey);
  await record(tx, actor, {
    action: "checkpoint.checked",
    details: { on: checkpoint.seq, head: checkpoint.head, broken: verdict.broken?.reason ?? null },
  });
  return { ...verdict, checkpoint };
}

/** A checkpoint's file for keeping elsewhere; the download is recorded. */
export async function takeCheckpoint(
  tx: WriteTx,
  actor: Actor,
  id: number,
): Promise<{ checkpoint: Checkpoint; fileName: string }> {
  const checkpoint = await loadCheckpoint(tx, actor, id);
  const fileName = checkpointFileName(checkpoint);
  await record(tx, actor, { action: "checkpoint.downloaded", details: { file: fileName } });
  return { checkpoint, fileName };
}

/** The public key that belongs to the checkpoints; the download is recorded. */
export async function takePublicKey(tx: WriteTx, actor: Actor): Promise<string> {
  assertCan(actor, "history.verify", { regionCode: null });
  await record(tx, actor, { action: "checkpoint.downloaded", details: { file: "public-key.pem" } });
  return publicKeyPem();
}
