import { type Column, count, getTableColumns, getTableName, isNotNull } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { LEDGER_TABLES, type LedgerTableName } from "@/db/ledger-tables";
import { columnList, decoded, type RawRow, rawReader } from "@/db/sql/raw-rows";
import type { EventPayload, JsonFields, RowDelta } from "../event";

type HistoryTable = SQLiteTable & {
  historyId: AnyColumn;
  id: AnyColumn;
  toSeq: AnyColumn;
};
type Field = { name: string; at: number; column: Column };
/** A version and, behind its columns, those of the version before: all null where none ended when it began. */
type Step = RawRow;
type Twin = {
  table: LedgerTableName;
  history: HistoryTable;
  /** Every column by its name, and where its value stands in a version. */
  byName: Map<string, Field>;
  /** Those that events speak of. */
  fields: Field[];
  /** Where the bookkeeping stands in a version, and how many columns it has. */
  at: Record<"historyId" | "fromSeq" | "id" | "version", number>;
  width: number;
  /** The following versions after this one. */
  stepsAfter: (historyId: number) => Step[];
  ahead: Step[];
  lastHistoryId: number;
  /** How many versions the events have ended so far. */
  ended: number;
};

const BATCH = 1_000;
const BOOKKEEPING = new Set(["historyId", "fromSeq", "toSeq", "id", "version"]);

/** `follow()` each event in order, then `finish()`: both name the first history row that is not what the events say. */
export type Replay = {
  follow: (payload: EventPayload) => string | null;
  finish: () => Promise<{ seq: number | null; place: string } | null>;
};

/**
 * Plays the events against the history twins. History rows stand in the order of the events that wrote them, so one
 * walk over both proves that every version is what its event made of the version before, that none is missing and that
 * none was put in. A column that a migration adds is null in the rows that were there: their events say nothing of it.
 */
export function historyReplay(tx: Tx): Replay {
  const twins = new Map(
    Object.entries(LEDGER_TABLES).map(([name, [, history]]) => [
      name,
      twinOf(tx, name as LedgerTableName, history),
    ]),
  );
  return {
    follow: (payload) => {
      for (const delta of payload.rows) {
        const twin = twins.get(delta.table);
        if (!twin || !follows(twin, delta, payload.seq)) return `${delta.table} ${delta.id}`;
      }
      return null;
    },
    finish: async () => {
      for (const twin of twins.values()) {
        const extra = nextStep(twin);
        if (extra)
          return {
            seq: Number(extra[twin.at.fromSeq]),
            place: `${twin.table} ${extra[twin.at.id]}`,
          };
        const [ended] = await tx
          .select({ n: count() })
          .from(twin.history)
          .where(isNotNull(twin.history.toSeq));
        if (ended?.n !== twin.ended) return { seq: null, place: twin.table };
      }
      return null;
    },
  };
}

function twinOf(tx: Tx, table: LedgerTableName, history: HistoryTable): Twin {
  const columns = Object.entries(getTableColumns(history));
  const placed = columns.map(([name, column], at): Field => ({ name, at, column }));
  const byName = new Map(placed.map((field) => [field.name, field]));
  const place = (name: string) => byName.get(name)?.at ?? -1;
  const twin = `"${getTableName(history)}"`;
  return {
    table,
    history,
    byName,
    fields: placed.filter(({ name }) => !BOOKKEEPING.has(name)),
    at: {
      historyId: place("historyId"),
      fromSeq: place("fromSeq"),
      id: place("id"),
      version: place("version"),
    },
    width: columns.length,
    stepsAfter: rawReader(
      tx,
      `SELECT ${columnList(history, "one")}, ${columnList(history, "previous")} FROM ${twin} AS one
        LEFT JOIN ${twin} AS previous ON previous.id = one.id AND previous.to_seq = one.from_seq
        WHERE one.history_id > ? ORDER BY one.history_id LIMIT ${BATCH}`,
    ),
    ahead: [],
    lastHistoryId: 0,
    ended: 0,
  };
}

function follows(twin: Twin, { id, version, before, after }: RowDelta, seq: number): boolean {
  const { at, width } = twin;
  const step = takeStep(twin);
  if (step?.[at.fromSeq] !== seq || step[at.id] !== id || step[at.version] !== version)
    return false;
  if (before === null) return version === 1 && isMadeOf(twin, step, null, after);
  twin.ended += 1;
  return (
    step[width + at.version] === version - 1 &&
    hadBefore(twin, step, before) &&
    isMadeOf(twin, step, step, after)
  );
}

/** Whether the version before has what the event says stood there. */
function hadBefore({ byName, width }: Twin, step: Step, before: JsonFields): boolean {
  for (const name in before) {
    const field = byName.get(name);
    const previous = field ? decoded(field.column, step[width + field.at]) : null;
    if (!same(previous, before[name])) return false;
  }
  return true;
}

/** Whether the version has what the event says came after, and all else from before: null where nothing was before. */
function isMadeOf(
  { fields, width }: Twin,
  step: Step,
  before: Step | null,
  after: JsonFields,
): boolean {
  for (const { name, at, column } of fields) {
    const value = step[at];
    const kept = before ? before[width + at] : null;
    const isRight =
      name in after
        ? same(decoded(column, value), after[name])
        : value === kept || same(decoded(column, value), decoded(column, kept));
    if (!isRight) return false;
  }
  return true;
}

/** The first version that no event has claimed yet; it stays until it is taken. */
function nextStep(twin: Twin): Step | undefined {
  if (twin.ahead.length === 0) {
    const batch = twin.stepsAfter(twin.lastHistoryId).reverse();
    twin.ahead = batch;
    twin.lastHistoryId = Number(batch[0]?.[twin.at.historyId] ?? twin.lastHistoryId);
  }
  return twin.ahead.at(-1);
}

/** Where two versions ended at once, the version that follows stands here twice: `ended` tells of it. */
function takeStep(twin: Twin): Step | undefined {
  const { at } = twin;
  const step = nextStep(twin);
  while (step && twin.ahead.at(-1)?.[at.historyId] === step[at.historyId]) twin.ahead.pop();
  return step;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
