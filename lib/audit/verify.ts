import { asc, getTableColumns, getTableName, gt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LEDGER_TABLES } from "@/db/ledger-tables";
import { events } from "@/db/schema";
import { strayEntry } from "@/lib/ledger/derived";
import { chainHash, type EventPayload, GENESIS_HASH, seal } from "./event";
import { type EventKey, eventKey } from "./key";
import { historyReplay } from "./replay";

export type Verification = {
  /** How many events hold, from the first on. */
  events: number;
  /** Hash of the last event that was reached; the chain's head when nothing is broken. */
  head: string;
  /** The first thing that is wrong, or null. `seq` is the event it belongs to, where there is one. */
  broken: { seq: number | null; reason: BreakReason; place?: string } | null;
};

/**
 * `sequence`, `hash`, `seal`, `columns`: the event itself; `history`: a version of a row is not what its event made;
 * `rows`: a business row is not its newest version; `derived`: the ledger's sums do not come from the business rows.
 */
export type BreakReason = "sequence" | "hash" | "seal" | "columns" | "history" | "rows" | "derived";

const BATCH = 1_000;

/**
 * Walks the chain from the first event and names the first that is broken, in itself or in the row versions it made;
 * then holds each business row against its newest version, and the ledger's derived rows against the business rows.
 * A cut-off tail cannot be seen from inside the database: that takes a checkpoint kept elsewhere.
 */
export async function verifyHistory(tx: Tx): Promise<Verification> {
  const key = eventKey();
  const replay = historyReplay(tx);
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
      const payload = payloadOf(event);
      const reason = breakOf(event, payload, { seq, head }, key);
      if (reason || !payload)
        return { events: seq, head, broken: { seq: event.seq, reason: reason ?? "columns" } };
      const place = await replay.follow(payload);
      if (place) return { events: seq, head, broken: { seq: event.seq, reason: "history", place } };
      seq = event.seq;
      head = event.hash;
    }
    if (batch.length < BATCH) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const unclaimed = await replay.finish();
  if (unclaimed) return { events: seq, head, broken: { ...unclaimed, reason: "history" } };
  const astray = (await rowAstray(tx)) ?? (await entryAstray(tx));
  return { events: seq, head, broken: astray && { seq: null, ...astray } };
}

type StoredEvent = typeof events.$inferSelect;

function breakOf(
  event: StoredEvent,
  payload: EventPayload | null,
  previous: { seq: number; head: string },
  key: EventKey,
): BreakReason | null {
  if (event.seq !== previous.seq + 1) return "sequence";
  if (event.previousHash !== previous.head) return "hash";
  if (event.hash !== chainHash(previous.head, event.payload)) return "hash";
  if (event.keyId !== key.id || event.mac !== seal(event.hash, key.bytes)) return "seal";
  const repeats =
    payload?.seq === event.seq &&
    payload.recordedAt === event.recordedAt &&
    payload.action === event.action &&
    payload.actor.id === event.actorId &&
    payload.actor.name === event.actorName &&
    payload.regionCode === event.regionCode &&
    payload.projectId === event.projectId;
  return repeats ? null : "columns";
}

/** Null for what is no JSON: then the hash is wrong too, or whoever holds the key wrote it. */
function payloadOf(event: StoredEvent): EventPayload | null {
  try {
    return JSON.parse(event.payload) as EventPayload;
  } catch {
    return null;
  }
}

async function rowAstray(tx: Tx): Promise<{ reason: BreakReason; place: string } | null> {
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
  }
  return null;
}

async function entryAstray(tx: Tx): Promise<{ reason: BreakReason; place: string } | null> {
  const place = await strayEntry(tx);
  return place === null ? null : { reason: "derived", place };
}

function snakeCase(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
