import { asc, getTableColumns, getTableName, gt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LEDGER_TABLES } from "@/db/ledger-tables";
import { events } from "@/db/schema";
import { chainHash, type EventPayload, GENESIS_HASH, seal } from "./event";
import { eventKey } from "./key";

export type Verification = {
  events: number;
  /** Hash of the last event that was reached; the chain's head when nothing is broken. */
  head: string;
  /** The first thing that is wrong, or null. */
  broken: { seq: number | null; reason: BreakReason; place?: string } | null;
};

/** `rows`: a business row is not what its last history row says; `history`: a history row has no event. */
export type BreakReason = "sequence" | "hash" | "seal" | "columns" | "rows" | "history";

const BATCH = 2_000;

/**
 * Walks the chain from the first event and names the first that is broken; then holds each business row against its
 * last history row, and each history row against the events. A cut-off tail cannot be seen from inside the database:
 * that takes a checkpoint kept elsewhere.
 */
export async function verifyHistory(tx: Tx): Promise<Verification> {
  const key = eventKey();
  let seq = 0;
  let head = GENESIS_HASH;
  for (;;) {
    const batch = await tx
      .select()
      .from(events)
      .where(gt(events.seq, seq))
      .orderBy(asc(events.seq))
      .limit(BATCH);
    for (const event of batch) {
      const reason = breakOf(event, seq, head, key);
      if (reason) return { events: seq, head, broken: { seq: event.seq, reason } };
      seq = event.seq;
      head = event.hash;
    }
    if (batch.length < BATCH) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const place = await firstRowAstray(tx, seq);
  return { events: seq, head, broken: place ? { seq: null, ...place } : null };
}

function breakOf(
  event: typeof events.$inferSelect,
  previousSeq: number,
  previousHash: string,
  key: { id: string; bytes: Buffer },
): BreakReason | null {
  if (event.seq !== previousSeq + 1) return "sequence";
  if (event.previousHash !== previousHash || event.hash !== chainHash(previousHash, event.payload))
    return "hash";
  if (event.keyId !== key.id || event.mac !== seal(event.hash, key.bytes)) return "seal";
  const payload = JSON.parse(event.payload) as EventPayload;
  const repeats =
    payload.seq === event.seq &&
    payload.recordedAt === event.recordedAt &&
    payload.action === event.action &&
    payload.actor.id === event.actorId &&
    payload.actor.name === event.actorName &&
    payload.regionCode === event.regionCode &&
    payload.projectId === event.projectId;
  return repeats ? null : "columns";
}

async function firstRowAstray(
  tx: Tx,
  lastSeq: number,
): Promise<{ reason: BreakReason; place: string } | null> {
  for (const [name, [current, history]] of Object.entries(LEDGER_TABLES)) {
    const columns = sql.join(
      Object.keys(getTableColumns(current)).map((key) => sql.identifier(snakeCase(key))),
      sql`, `,
    );
    const now = sql`SELECT ${columns} FROM ${sql.identifier(getTableName(current))}`;
    const recorded = sql`SELECT ${columns} FROM ${sql.identifier(getTableName(history))} WHERE to_seq IS NULL`;
    const [astray] = await tx.all<{ id: number }>(
      sql`SELECT id FROM (${now} EXCEPT ${recorded}) UNION ALL SELECT id FROM (${recorded} EXCEPT ${now}) LIMIT 1`,
    );
    if (astray) return { reason: "rows", place: `${name} ${astray.id}` };
    const [orphan] = await tx.all<{ id: number }>(
      sql`SELECT id FROM ${sql.identifier(getTableName(history))} WHERE from_seq > ${lastSeq} OR to_seq > ${lastSeq} LIMIT 1`,
    );
    if (orphan) return { reason: "history", place: `${name} ${orphan.id}` };
  }
  return null;
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
