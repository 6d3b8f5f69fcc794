import { and, asc, desc, eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { checkpoints, events } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { formatInstant } from "@/lib/dates";
import { type Checkpoint, type CheckpointContent, signed } from "./checkpoint";
import { signingKey } from "./key";
import { copiesAreDue } from "./second-place";

/** A checkpoint is due after so many events, and once a day. */
export const EVENTS_PER_CHECKPOINT = 1_000;

/** Signs where the chain stands and keeps it beside the events. Returns null for a ledger without events. */
export async function addCheckpoint(
  tx: WriteTx,
  lost: CheckpointContent["lost"] = null,
): Promise<Checkpoint | null> {
  const [last] = await endOf(tx, desc(events.seq));
  const [first] = await endOf(tx, asc(events.seq));
  if (!last || !first) return null;
  const content: CheckpointContent = {
    format: 1,
    ledger: first.hash,
    seq: last.seq,
    head: last.hash,
    recordedAt: tx.now,
    lost,
  };
  const checkpoint = signed(content, signingKey());
  await tx.insert(checkpoints).values({
    ledger: content.ledger,
    seq: content.seq,
    head: content.head,
    recordedAt: content.recordedAt,
    lostFromSeq: lost?.fromSeq ?? null,
    lostToSeq: lost?.toSeq ?? null,
    lostHead: lost?.head ?? null,
    keyId: checkpoint.keyId,
    signature: checkpoint.signature,
  });
  copiesAreDue();
  return checkpoint;
}

/** One checkpoint a day in Beijing, where anything has happened since the last. Returns it, or null. */
export async function addDailyCheckpoint(tx: WriteTx): Promise<Checkpoint | null> {
  const [newest] = await tx
    .select({ seq: checkpoints.seq, recordedAt: checkpoints.recordedAt })
    .from(checkpoints)
    .orderBy(desc(checkpoints.id))
    .limit(1);
  if (newest && formatInstant(newest.recordedAt).slice(0, 10) >= tx.today) return null;
  return (await isUnchangedSince(tx, newest?.seq ?? 0)) ? null : addCheckpoint(tx);
}

/** A checkpoint of this moment, for keeping elsewhere; none where the chain already ends in one. */
export async function addCheckpointOnRequest(tx: WriteTx, actor: Actor): Promise<void> {
  assertCan(actor, "history.verify", { regionCode: null });
  const [last] = await endOf(tx, desc(events.seq));
  if (!last) return;
  const [same] = await tx
    .select({ id: checkpoints.id })
    .from(checkpoints)
    .where(and(eq(checkpoints.seq, last.seq), eq(checkpoints.head, last.hash)));
  if (!same) await addCheckpoint(tx);
}

async function isUnchangedSince(tx: Tx, seq: number): Promise<boolean> {
  const [last] = await endOf(tx, desc(events.seq));
  return (last?.seq ?? 0) === seq;
}

function endOf(tx: Tx, order: ReturnType<typeof asc>) {
  return tx.select({ seq: events.seq, hash: events.hash }).from(events).orderBy(order).limit(1);
}
