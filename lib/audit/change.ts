import { and, desc, eq, isNull, max } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { LEDGER_TABLES, type LedgerRow, type LedgerTableName } from "@/db/ledger-tables";
import { eventFields, events } from "@/db/schema";
import { insertRow, prepared } from "@/db/sql/prepared";
import type { Actor } from "@/lib/auth/actor";
import { ConflictError } from "@/lib/errors";
import { wellFormed } from "@/lib/well-formed";
import { addCheckpoint, EVENTS_PER_CHECKPOINT } from "./checkpoint/commands";
import {
  chainHash,
  type EventPayload,
  fieldsOf,
  GENESIS_HASH,
  type JsonFields,
  type RowDelta,
  seal,
} from "./event";
import { eventKey } from "./key";
import { refreshDerived } from "./refresh-derived";

/** One row that a change writes. Made by `added()`, `changed()` and `touched()` alone. */
export type RowChange = {
  table: LedgerTableName;
  before: JsonFields | null;
  after: JsonFields;
  /** Written even where no value differs: the version stands for rows of other tables too. */
  always?: true;
};

export type Happening = {
  action: EventAction;
  /** Where it belongs: decides who may read the event. */
  regionCode?: string | null;
  projectId?: number | null;
  reason?: string | null;
  /** What the rows do not say: a file name, the filters of an export. Never a password or a token. */
  details?: JsonFields;
};

/**
 * The only writer of business rows. Appends the event, which gives the sequence number, then writes each row with its
 * next version and its history row, and refreshes what the ledger derives from them. Throws ConflictError when a row is
 * no longer at the version that `before` has. Returns the event's sequence number.
 */
export async function change(
  tx: WriteTx,
  actor: Actor,
  happening: Happening & { rows: RowChange[] },
): Promise<number> {
  const rows = happening.rows
    .map((row) => ({ ...row, after: wellFormed(row.after) }))
    .filter((row) => row.always || differs(row));
  const seq = await appendEvent(tx, actor, happening, rows.map(delta));
  for (const row of rows) await writeRow(tx, row, seq);
  await refreshDerived(tx, rows);
  return seq;
}

/** Records what changed no business row: a sign-in, a denial, an export. Returns the event's sequence number. */
export async function record(tx: WriteTx, actor: Actor, happening: Happening): Promise<number> {
  return appendEvent(tx, actor, happening, []);
}

/** A new row, with the next id of its table: nothing is ever deleted, so the largest id plus one is free. */
export async function added<Name extends LedgerTableName>(
  tx: WriteTx,
  table: Name,
  values: Omit<LedgerRow<Name>, "id" | "version">,
  /** How many rows of the same table stand before this one in the same change. */
  offset = 0,
): Promise<RowChange & { id: number }> {
  const [current] = LEDGER_TABLES[table];
  const id = lastId(tx, table, current) + 1 + offset;
  return { table, before: null, after: { ...(values as JsonFields), id, version: 1 }, id };
}

/** Asked once in a transaction; after that every row of it passes `writeRow()`. */
function lastId(
  tx: WriteTx,
  table: LedgerTableName,
  current: (typeof LEDGER_TABLES)[LedgerTableName][0],
): number {
  const { ids } = ends(tx);
  const known = ids.get(table);
  if (known !== undefined) return known;
  const found = prepared(tx, `last id of ${table}`, () =>
    tx
      .select({ id: max(current.id) })
      .from(current)
      .prepare(),
  ).get();
  const last = found?.id ?? 0;
  ids.set(table, last);
  return last;
}

type Ends = { ids: Map<LedgerTableName, number>; event: { seq: number; hash: string } | null };
const endsOf = new WeakMap<WriteTx, Ends>();

/** Where the tables and the chain of events end within a transaction. */
function ends(tx: WriteTx): Ends {
  const known = endsOf.get(tx) ?? { ids: new Map(), event: null };
  endsOf.set(tx, known);
  return known;
}

/** A row that gets new values; fields that are not named stay as they are. */
export function changed<Name extends LedgerTableName>(
  table: Name,
  before: LedgerRow<Name>,
  values: Partial<Omit<LedgerRow<Name>, "id" | "version">>,
): RowChange {
  const old = before as JsonFields;
  return {
    table,
    before: old,
    after: { ...old, ...(values as JsonFields), version: before.version + 1 },
  };
}

/** A row whose version moves on in any case: it stands for the whole aggregate, links included. */
export function touched(row: RowChange): RowChange {
  return { ...row, always: true };
}

/** Whether a row would get any other value than it has. */
export function differs({ before, after }: RowChange): boolean {
  if (before === null) return true;
  return Object.keys(after).some((key) => key !== "version" && !same(before[key], after[key]));
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function delta({ table, before, after }: RowChange): RowDelta {
  const { id, version, ...values } = after;
  const fields = Object.entries(values).filter(([key, value]) =>
    before === null ? value !== null : !same(before[key], value),
  );
  return {
    table,
    id: id as number,
    version: version as number,
    before: before && Object.fromEntries(fields.map(([key]) => [key, before[key] ?? null])),
    after: Object.fromEntries(fields),
  };
}

async function appendEvent(
  tx: WriteTx,
  actor: Actor,
  happening: Happening,
  rows: RowDelta[],
): Promise<number> {
  const last = ends(tx).event ?? lastEvent(tx);
  const seq = (last?.seq ?? 0) + 1;
  const previousHash = last?.hash ?? GENESIS_HASH;
  const content: EventPayload = {
    format: 1,
    seq,
    recordedAt: tx.now,
    action: happening.action,
    actor: {
      kind: actor.kind,
      id: actor.id,
      name: actor.name,
      ...(actor.tokenName && { token: actor.tokenName }),
    },
    regionCode: happening.regionCode ?? null,
    projectId: happening.projectId ?? null,
    reason: wellFormed(happening.reason ?? null),
    // What was looked at or taken away was that of a day of the past.
    details: { ...wellFormed(happening.details), ...(actor.asOf && { asOf: actor.asOf }) },
    rows,
  };
  const payload = JSON.stringify(content);
  const hash = chainHash(previousHash, payload);
  const key = eventKey();
  insertRow(tx, events, {
    seq,
    recordedAt: tx.now,
    action: happening.action,
    actorId: actor.id,
    actorName: actor.name,
    regionCode: content.regionCode,
    projectId: content.projectId,
    payload,
    previousHash,
    hash,
    mac: seal(hash, key.bytes),
    keyId: key.id,
  });
  for (const field of fieldsOf(rows)) insertRow(tx, eventFields, { field, seq });
  ends(tx).event = { seq, hash };
  if (seq % EVENTS_PER_CHECKPOINT === 0) await addCheckpoint(tx);
  return seq;
}

function lastEvent(tx: WriteTx) {
  return prepared(tx, "last event", () =>
    tx
      .select({ seq: events.seq, hash: events.hash })
      .from(events)
      .orderBy(desc(events.seq))
      .limit(1)
      .prepare(),
  ).get();
}

async function writeRow(
  tx: WriteTx,
  { table, before, after }: RowChange,
  seq: number,
): Promise<void> {
  const [current, history] = LEDGER_TABLES[table];
  const { id, version, ...values } = after as JsonFields & { id: number; version: number };
  if (before === null) {
    insertRow(tx, current, after);
    const { ids } = ends(tx);
    const known = ids.get(table);
    if (known !== undefined) ids.set(table, Math.max(known, id));
  } else {
    const written = await tx
      .update(current)
      .set({ ...values, version } as never)
      .where(and(eq(current.id, id), eq(current.version, version - 1)));
    if (written.changes !== 1) throw new ConflictError(before);
    await tx
      .update(history)
      .set({ toSeq: seq } as never)
      .where(and(eq(history.id, id), isNull(history.toSeq)));
  }
  insertRow(tx, history, { ...after, fromSeq: seq }, "historyId");
}
