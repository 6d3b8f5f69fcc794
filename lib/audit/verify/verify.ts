import type { KeyObject } from "node:crypto";
import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LEDGER_TABLES } from "@/db/ledger-tables";
import { events } from "@/db/schema";
import { columnList, missingColumn, type RawRow, rawReader, snakeCase } from "@/db/sql/raw-rows";
import { strayEntry } from "@/lib/ledger/derived/derived";
import { strayProgress } from "@/lib/progress/stray";
import type { Checkpoint } from "../checkpoint/checkpoint";
import {
  type CheckpointBreak,
  type CheckpointVerdict,
  judgeCheckpoints,
} from "../checkpoint/judge";
import { signingKey } from "../checkpoint/key";
import { storedCheckpoints } from "../checkpoint/queries";
import { chainHash, type EventPayload, GENESIS_HASH, seal } from "../event";
import { type EventKey, eventKey } from "../key";
import { historyReplay } from "./replay";

export type Verification = {
  /** How many events hold, from the first on. */
  events: number;
  /** Hash of the last event that was reached; the chain's head when nothing is broken. */
  head: string;
  /**
   * The first thing that is wrong, or null. `seq` is the event it belongs to, where there is one; `after` the last event
   * that a checkpoint vouches for, where only a checkpoint tells.
   */
  broken: { seq: number | null; reason: BreakReason; place?: string; after?: number } | null;
  /** What the checkpoints say; null where the walk did not come so far. */
  checkpoints: Omit<CheckpointVerdict, "broken"> | null;
  /** The column for want of which the tables were not held against the events; null where they were. */
  notCompared: string | null;
};

/**
 * `sequence`, `hash`, `seal`, `columns`: the event itself; `history`: a version of a row is not what its event made;
 * `rows`: a business row is not its newest version; `derived`: the ledger's sums do not come from the business rows; the
 * others are what a signed checkpoint contradicts.
 */
export type BreakReason =
  | "sequence"
  | "hash"
  | "seal"
  | "columns"
  | "history"
  | "rows"
  | "derived"
  | CheckpointBreak;

export type VerifyOptions = {
  /** Null: seals are not looked at, and no secret is needed. */
  key: EventKey | null;
  publicKey: KeyObject;
  /** Kept elsewhere; those in the database are looked at in any case. */
  checkpoints?: Checkpoint[];
  onProgress?: (events: number) => void;
};

/** So many events between two breaths of the process. */
const BATCH = 250;

/**
 * Walks the chain from the first event and names the first that is broken, in itself or in the row versions it made;
 * holds the signed checkpoints against it; then each business row against its newest version, and the ledger's derived
 * rows against the business rows. What an insider with the event key did is found by a checkpoint kept elsewhere alone.
 */
export async function verifyHistory(
  tx: Tx,
  options: VerifyOptions = { key: eventKey(), publicKey: signingKey().publicKey },
): Promise<Verification> {
  const tables = Object.values(LEDGER_TABLES).flat();
  const notCompared = missingColumn(tx, tables);
  const all = [...(await checkpointsOf(tx)), ...(options.checkpoints ?? [])];
  const walked = await walkChain(tx, options, notCompared === null, new Set(all.map(seqOf)));
  const { seq, head, broken: brokenEvent, ledger, hashAt, finish } = walked;
  const found = { events: seq, head, notCompared };
  if (brokenEvent) return { ...found, broken: brokenEvent, checkpoints: null };
  const chain = { ledger, events: seq, hashAt };
  const { broken: contradiction, ...checkpoints } = judgeCheckpoints(chain, all, options.publicKey);
  if (contradiction) return { ...found, broken: contradiction, checkpoints };
  if (notCompared !== null) return { ...found, broken: null, checkpoints };
  const unclaimed = await finish();
  if (unclaimed) return { ...found, broken: { ...unclaimed, reason: "history" }, checkpoints };
  const astray = (await rowAstray(tx)) ?? (await entryAstray(tx));
  return { ...found, broken: astray && { seq: null, ...astray }, checkpoints };
}

type StoredEvent = typeof events.$inferSelect;

async function walkChain(
  tx: Tx,
  { key, onProgress }: VerifyOptions,
  withTables: boolean,
  wanted: Set<number>,
) {
  const replay = withTables ? historyReplay(tx) : null;
  const after = rawReader(
    tx,
    `SELECT ${columnList(events, "events")} FROM events WHERE seq > ? ORDER BY seq LIMIT ${BATCH}`,
  );
  const hashAt = new Map<number, string>();
  let ledger: string | null = null;
  let seq = 0;
  let head = GENESIS_HASH;
  const reached = (broken: Verification["broken"]) => ({
    seq,
    head,
    broken,
    ledger,
    hashAt,
    finish: async () => (replay ? replay.finish() : null),
  });
  for (;;) {
    const batch = after(seq);
    for (const row of batch) {
      const event = eventOf(row);
      const payload = payloadOf(event);
      const reason = breakOf(event, payload, { seq, head }, key);
      if (reason || !payload) return reached({ seq: event.seq, reason: reason ?? "columns" });
      const place = replay?.follow(payload) ?? null;
      if (place) return reached({ seq: event.seq, reason: "history", place });
      seq = event.seq;
      head = event.hash;
      ledger ??= head;
      if (wanted.has(seq)) hashAt.set(seq, head);
    }
    onProgress?.(seq);
    if (batch.length < BATCH) return reached(null);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** In the order of the table's columns. */
function eventOf(row: RawRow): StoredEvent {
  const [seq, recordedAt, action, actorId, actorName, regionCode, projectId, ...rest] = row;
  const [payload, previousHash, hash, mac, keyId] = rest;
  const found = { actorId, actorName, regionCode, projectId, payload, previousHash, hash };
  return { seq, recordedAt, action, ...found, mac, keyId } as StoredEvent;
}

function seqOf({ seq }: Checkpoint): number {
  return seq;
}

/** A copy of an earlier version may not have the table yet. */
async function checkpointsOf(tx: Tx): Promise<Checkpoint[]> {
  const [table] = await tx.all(
    sql`SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'checkpoints'`,
  );
  return table ? storedCheckpoints(tx) : [];
}

function breakOf(
  event: StoredEvent,
  payload: EventPayload | null,
  previous: { seq: number; head: string },
  key: EventKey | null,
): BreakReason | null {
  if (event.seq !== previous.seq + 1) return "sequence";
  if (event.previousHash !== previous.head) return "hash";
  if (event.hash !== chainHash(previous.head, event.payload)) return "hash";
  if (key && (event.keyId !== key.id || event.mac !== seal(event.hash, key.bytes))) return "seal";
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

/** Row by row, each against its newest version: holding both as sets would sort a million wide rows. */
async function rowAstray(tx: Tx): Promise<{ reason: BreakReason; place: string } | null> {
  for (const [name, [current, history]] of Object.entries(LEDGER_TABLES)) {
    const differs = Object.keys(getTableColumns(current)).map((key) => {
      const column = sql.identifier(snakeCase(key));
      return sql`now.${column} IS NOT newest.${column}`;
    });
    const now = sql`${sql.identifier(getTableName(current))} AS now`;
    const newest = sql`${sql.identifier(getTableName(history))} AS newest`;
    const [astray] = await tx.all<{ id: number }>(
      sql`SELECT now.id FROM ${now} LEFT JOIN ${newest} ON newest.id = now.id AND newest.to_seq IS NULL
          WHERE ${sql.join(differs, sql` OR `)}
        UNION ALL SELECT newest.id FROM ${newest} WHERE newest.to_seq IS NULL
          AND NOT EXISTS (SELECT 1 FROM ${now} WHERE now.id = newest.id) LIMIT 1`,
    );
    if (astray) return { reason: "rows", place: `${name} ${astray.id}` };
  }
  return null;
}

async function entryAstray(tx: Tx): Promise<{ reason: BreakReason; place: string } | null> {
  // What the ledger is sorted by comes from progress: a fault there is named first.
  const place = (await strayProgress(tx)) ?? (await strayEntry(tx));
  return place === null ? null : { reason: "derived", place };
}
