import { eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { progressChanges, progressEntries, progressYears } from "@/db/schema";
import { SYSTEM_LIGHTS } from "@/db/vocabulary";
import {
  changedSince,
  isSameState,
  type LedgerState,
  ledgerState,
} from "@/lib/ledger/derived/changes";
import { BLOCK_IDS } from "@/lib/ledger/facts/block";

/**
 * What returns say of every project, in memory beside the facts of rollups: column by column in blocks of `BLOCK_IDS`
 * ids, each number at the place of the id in its block; NaN where nobody said. Never changed once they stand here.
 */
export type Columns = ReadonlyMap<number, readonly Float64Array[]>;

type Kept = LedgerState & { columns: Columns };

// Next loads this module several times in one process: one copy is enough.
const shared = globalThis as { [key: symbol]: unknown };
const KEPT = Symbol.for("ledger.progress");
/** The present with its year, and the states of the past that were asked last. */
const TABLES_KEPT = 6;

/**
 * Of the last return of each project: the system's light, the unit's own and the reviewer's, by their places in
 * `SYSTEM_LIGHTS`; then 累计完成投资 in 分, the system's light as the ledger filters by it, and how many problems are
 * open. A return without the system's light is grey, and no filter finds it by one.
 */
export function lightColumns(tx: Tx): Promise<Columns> {
  const p = progressEntries;
  const system = sql`CASE WHEN ${p.lastMonth} IS NOT NULL
    THEN coalesce(${placeOf(p.systemLight)}, ${SYSTEM_LIGHTS.indexOf("grey")}) END`;
  return keptColumns(tx, "lights", {
    width: 6,
    query: sql`SELECT ${p.projectId}, ${system}, ${placeOf(p.selfLight)}, ${placeOf(p.reviewerLight)},
      ${p.completedFen}, ${placeOf(p.systemLight)}, ${p.openProblems} FROM ${p} WHERE ${p.projectId}`,
  });
}

function placeOf(light: AnyColumn): SQL {
  const cases = SYSTEM_LIGHTS.map((one, place) => sql`WHEN ${one} THEN ${place}`);
  return sql`CASE ${light} ${sql.join(cases, sql` `)} END`;
}

/** Planned, completed, in place and paid of a year, in 分. */
export function yearColumns(tx: Tx, year: number): Promise<Columns> {
  const y = progressYears;
  return keptColumns(tx, `year ${year}`, {
    width: 4,
    query: sql`SELECT ${y.projectId}, ${y.plannedFen}, ${y.completedFen}, ${y.inPlaceFen}, ${y.paidFen}
      FROM ${y} WHERE ${eq(y.year, year)} AND ${y.projectId}`,
  });
}

/** The query ends where the condition on the project's id goes on. */
type Source = { width: number; query: SQL };

/** As the transaction sees them: `progress_changes` says which projects a later state must read anew. */
async function keptColumns(tx: Tx, table: string, source: Source): Promise<Columns> {
  shared[KEPT] ??= new Map();
  const tables = shared[KEPT] as Map<string, Kept>;
  const name = `${tx.asOf} ${table}`;
  const state = await ledgerState(tx, progressChanges);
  const kept = tables.get(name);
  const columns =
    kept && isSameState(kept, state) ? kept.columns : await currentColumns(tx, kept, source);
  tables.delete(name);
  tables.set(name, { ...state, columns });
  const oldest = [...tables.keys()].find((known) => !known.startsWith("null "));
  if (tables.size > TABLES_KEPT && oldest !== undefined) tables.delete(oldest);
  return columns;
}

async function currentColumns(
  tx: Tx,
  kept: Kept | undefined,
  { width, query }: Source,
): Promise<Columns> {
  const changed = kept ? await changedSince(tx, kept, progressChanges) : null;
  const blocks = new Map(changed ? kept?.columns : []);
  const own = new Set<number>();
  const put = (id: number, values: readonly (number | null)[]) => {
    const place = Math.floor(id / BLOCK_IDS);
    const known = blocks.get(place);
    const columns =
      known && own.has(place)
        ? known
        : Array.from({ length: width }, (_, at) => known?.[at]?.slice() ?? emptyColumn());
    if (columns !== known) {
      own.add(place);
      blocks.set(place, columns);
    }
    for (const [at, column] of columns.entries())
      column[id - place * BLOCK_IDS] = values[at] ?? Number.NaN;
  };
  for (const id of changed ?? []) put(id, []);
  const which = changed
    ? sql`IN (SELECT value FROM json_each(${JSON.stringify([...changed])}))`
    : sql`> 0`;
  const rows: [number, ...(number | null)[]][] = await tx.values(sql`${query} ${which}`);
  for (const [id, ...values] of rows) put(id, values);
  return blocks;
}

function emptyColumn(): Float64Array {
  return new Float64Array(BLOCK_IDS).fill(Number.NaN);
}
