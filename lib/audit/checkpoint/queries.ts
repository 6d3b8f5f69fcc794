import { asc, desc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { checkpoints } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { NotFoundError } from "@/lib/errors";
import type { Checkpoint } from "./checkpoint";

export const CHECKPOINTS_LISTED = 20;

export type CheckpointRow = typeof checkpoints.$inferSelect;

/** A stored checkpoint as it was signed. */
export function checkpointOf(row: CheckpointRow): Checkpoint {
  const { ledger, seq, head, recordedAt, lostFromSeq, lostToSeq, lostHead } = row;
  const restored = lostFromSeq !== null && lostToSeq !== null && lostHead !== null;
  return {
    format: 1,
    ledger,
    seq,
    head,
    recordedAt,
    lost: restored ? { fromSeq: lostFromSeq, toSeq: lostToSeq, head: lostHead } : null,
    keyId: row.keyId,
    signature: row.signature,
  };
}

/** Every checkpoint in the database, oldest first. */
export async function storedCheckpoints(tx: Tx): Promise<Checkpoint[]> {
  const rows = await tx.select().from(checkpoints).orderBy(asc(checkpoints.id));
  return rows.map(checkpointOf);
}

/** The newest checkpoints, newest first, with how many there are. */
export async function listCheckpoints(tx: Tx, viewer: Actor) {
  assertCan(viewer, "history.verify", { regionCode: null });
  const items = await tx
    .select()
    .from(checkpoints)
    .orderBy(desc(checkpoints.id))
    .limit(CHECKPOINTS_LISTED);
  return { total: await tx.$count(checkpoints), items };
}

/** One checkpoint. Throws NotFoundError. */
export async function loadCheckpoint(tx: Tx, viewer: Actor, id: number): Promise<Checkpoint> {
  assertCan(viewer, "history.verify", { regionCode: null });
  const [row] = await tx.select().from(checkpoints).where(eq(checkpoints.id, id));
  if (!row) throw new NotFoundError();
  return checkpointOf(row);
}
