import { and, asc, count, eq, getTableColumns, gt, isNotNull } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { LEDGER_TABLES, type LedgerTableName } from "@/db/ledger-tables";
import type { EventPayload, RowDelta } from "./event";

type Row = Record<string, unknown>;
type HistoryTable = SQLiteTable & {
  historyId: AnyColumn;
  id: AnyColumn;
  toSeq: AnyColumn;
};
type Twin = {
  table: LedgerTableName;
  history: HistoryTable;
  /** The fields that events speak of. */
  fields: string[];
  ahead: Row[];
  lastHistoryId: number;
  /** How many versions the events have ended so far. */
  ended: number;
};

const BATCH = 1_000;
const BOOKKEEPING = new Set(["historyId", "fromSeq", "toSeq", "id", "version"]);

/** `follow()` each event in order, then `finish()`: both name the first history row that is not what the events say. */
export type Replay = {
  follow: (payload: EventPayload) => Promise<string | null>;
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
      twinOf(name as LedgerTableName, history),
    ]),
  );
  return {
    follow: async (payload) => {
      for (const delta of payload.rows) {
        const twin = twins.get(delta.table);
        if (!twin || !(await follows(tx, twin, delta, payload.seq)))
          return `${delta.table} ${delta.id}`;
      }
      return null;
    },
    finish: async () => {
      for (const twin of twins.values()) {
        const extra = await nextRow(tx, twin);
        if (extra) return { seq: Number(extra.fromSeq), place: `${twin.table} ${extra.id}` };
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

function twinOf(table: LedgerTableName, history: HistoryTable): Twin {
  const fields = Object.keys(getTableColumns(history)).filter((name) => !BOOKKEEPING.has(name));
  return { table, history, fields, ahead: [], lastHistoryId: 0, ended: 0 };
}

async function follows(tx: Tx, twin: Twin, delta: RowDelta, seq: number): Promise<boolean> {
  const row = await nextRow(tx, twin);
  twin.ahead.pop();
  if (row?.fromSeq !== seq || row.id !== delta.id || row.version !== delta.version) return false;
  if (delta.before === null) return delta.version === 1 && isMadeOf(twin, row, {}, delta);
  const previous = await endedBy(tx, twin, delta.id, seq);
  twin.ended += 1;
  return (
    previous?.version === delta.version - 1 &&
    Object.entries(delta.before).every(([field, value]) => same(previous[field], value)) &&
    isMadeOf(twin, row, previous, delta)
  );
}

function isMadeOf({ fields }: Twin, row: Row, previous: Row, { after }: RowDelta): boolean {
  return fields.every((field) => same(row[field], field in after ? after[field] : previous[field]));
}

/** The first history row that no event has claimed yet; it stays until it is popped. */
async function nextRow(tx: Tx, twin: Twin): Promise<Row | undefined> {
  if (twin.ahead.length === 0) {
    const batch: Row[] = await tx
      .select()
      .from(twin.history)
      .where(gt(twin.history.historyId, twin.lastHistoryId))
      .orderBy(asc(twin.history.historyId))
      .limit(BATCH);
    twin.ahead = batch.reverse();
    twin.lastHistoryId = Number(batch[0]?.historyId ?? twin.lastHistoryId);
  }
  return twin.ahead.at(-1);
}

async function endedBy(tx: Tx, { history }: Twin, id: number, seq: number) {
  const [row]: Row[] = await tx
    .select()
    .from(history)
    .where(and(eq(history.id, id), eq(history.toSeq, seq)));
  return row;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
