import { and, desc, eq, inArray, isNull, max } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { LEDGER_TABLES, type LedgerRow, type LedgerTableName } from "@/db/ledger-tables";
import { events, projectUnits } from "@/db/schema";
import type { EventAction } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { ConflictError } from "@/lib/errors";
import { refreshLedgerEntry } from "@/lib/ledger/derived";
import { PROGRESS_TABLES, refreshProgress } from "@/lib/monthly-return/progress";
import {
  chainHash,
  type EventPayload,
  GENESIS_HASH,
  type JsonFields,
  type RowDelta,
  seal,
} from "./event";
import { eventKey } from "./key";

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
  const rows = happening.rows.filter((row) => row.always || differs(row));
  const seq = await appendEvent(tx, actor, happening, rows.map(delta));
  for (const row of rows) await writeRow(tx, row, seq);
  for (const projectId of await touchedProjects(tx, rows)) await refreshLedgerEntry(tx, projectId);
  for (const projectId of reportedProjects(rows)) await refreshProgress(tx, projectId);
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
  const [last] = await tx.select({ id: max(current.id) }).from(current);
  const id = (last?.id ?? 0) + 1 + offset;
  return { table, before: null, after: { ...(values as JsonFields), id, version: 1 }, id };
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
  const [last] = await tx
    .select({ seq: events.seq, hash: events.hash })
    .from(events)
    .orderBy(desc(events.seq))
    .limit(1);
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
    reason: happening.reason ?? null,
    details: happening.details ?? {},
    rows,
  };
  const payload = JSON.stringify(content);
  const hash = chainHash(previousHash, payload);
  const key = eventKey();
  await tx.insert(events).values({
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
  return seq;
}

async function writeRow(
  tx: WriteTx,
  { table, before, after }: RowChange,
  seq: number,
): Promise<void> {
  const [current, history] = LEDGER_TABLES[table];
  const { id, version, ...values } = after as JsonFields & { id: number; version: number };
  if (before === null) {
    await tx.insert(current).values(after as never);
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
  await tx.insert(history).values({ ...after, fromSeq: seq } as never);
}

/** The projects whose ledger entry or search text depends on these rows. */
async function touchedProjects(tx: WriteTx, rows: RowChange[]): Promise<Set<number>> {
  const ids = rows.flatMap(({ table, after }) => {
    if (table === "projects") return [after.id as number];
    if (["project_units", "project_sectors", "project_sources"].includes(table)) {
      return [after.projectId as number];
    }
    return [];
  });
  const described = rows
    .filter(({ table, before }) => table === "organizations" && before !== null)
    .filter(({ before, after }) => before?.name !== after.name || before?.kind !== after.kind)
    .map(({ after }) => after.id as number);
  return new Set([...ids, ...(await projectsNaming(tx, described))]);
}

/** The projects whose progress entry depends on these rows. */
function reportedProjects(rows: RowChange[]): Set<number> {
  return new Set(
    rows
      .filter(({ table }) => PROGRESS_TABLES.includes(table))
      .map(({ after }) => after.projectId as number),
  );
}

async function projectsNaming(tx: WriteTx, unitIds: number[]): Promise<number[]> {
  if (unitIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: projectUnits.projectId })
    .from(projectUnits)
    .where(inArray(projectUnits.organizationId, unitIds));
  return rows.map(({ id }) => id);
}
