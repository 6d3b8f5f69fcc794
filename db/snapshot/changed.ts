import type { Building } from "./file";
import { columnsOf, quoted } from "./names";

/** The rows of a business table that were others at the state of the past, or not there, as queries. */
export type ChangedTable = {
  /** A column of theirs, of the present row and of the one of that time, where one of the columns that matter differs. */
  differing: (column: string, matters?: (column: string) => boolean) => string;
  /** The columns that differ in any of the rows that were there. */
  columns: string[];
  /** How many were others, and how many were not there yet. */
  others: number;
  missing: number;
};

/** One bit for each column; SQLite has 63 that are not the sign. */
const COLUMNS_MAX = 63;

/**
 * Notes which rows of a business table were others at that time: their ids with the version of that time, null for rows
 * that were not there yet, and in which columns they differ, a bit each. Leaves a temporary table of these.
 */
export function noteChanged({ handle: { file }, seq }: Building, table: string): void {
  const columns = columnsOf(file, table);
  if (columns.length > COLUMNS_MAX) throw new Error(`${table} has too many columns.`);
  const last = lastVersionUntil(file, `${table}_history`, seq);
  const bits = columns.map(
    (column, at) => `((past.${quoted(column)} IS NOT present.${quoted(column)}) << ${at})`,
  );
  file.exec(`
    CREATE TEMP TABLE "changed_${table}" (id INTEGER PRIMARY KEY, history_id INTEGER, differs INTEGER NOT NULL);
    INSERT INTO temp."changed_${table}"
      SELECT ended.id, ended.history_id, ${bits.join(" | ")}
      FROM ledger."${table}_history" AS ended INDEXED BY "${table}_history_row"
        CROSS JOIN ledger."${table}" AS present ON present.id = ended.id
        CROSS JOIN ledger."${table}_history" AS past ON past.history_id = ended.history_id
      WHERE ended.history_id <= ${last} AND ended.to_seq > ${seq};
    INSERT INTO temp."changed_${table}"
      SELECT id, NULL, -1 FROM ledger."${table}_history" WHERE history_id > ${last} AND version = 1;
  `);
}

/** What `noteChanged()` has found. */
export function changedSince(building: Building, table: string): ChangedTable {
  const found = building.changed.get(table) ?? readChanged(building, table);
  building.changed.set(table, found);
  return found;
}

function readChanged({ handle: { file } }: Building, table: string): ChangedTable {
  const columns = columnsOf(file, table);
  const changed = `temp."changed_${table}" AS changed`;
  const bitOf = (column: string) => 2n ** BigInt(columns.indexOf(column));
  const found = file
    .prepare(`SELECT differs, count(*) FROM ${changed} GROUP BY differs`)
    .raw()
    .safeIntegers()
    .all() as [bigint, bigint][];
  const others = found.filter(([differs]) => differs >= 0n);
  const missing = found.find(([differs]) => differs < 0n)?.[1] ?? 0n;
  return {
    differing: (column, matters = () => true) => {
      const mask = columns.filter(matters).reduce((bits, one) => bits | bitOf(one), 0n);
      const which = `changed.differs & ${mask}`;
      if (column === "id") return `SELECT id FROM ${changed} WHERE ${which}`;
      return `SELECT present.${quoted(column)} FROM ${changed}
          CROSS JOIN ledger."${table}" AS present ON present.id = changed.id WHERE ${which}
        UNION ALL SELECT past.${quoted(column)} FROM ${changed}
          CROSS JOIN ledger."${table}_history" AS past ON past.history_id = changed.history_id
          WHERE ${which} AND changed.differs & ${bitOf(column)}`;
    },
    columns: columns.filter((column) => others.some(([differs]) => differs & bitOf(column))),
    others: others.reduce((sum, [, rows]) => sum + Number(rows), 0),
    missing: Number(missing),
  };
}

/** History rows stand in the order of the events that wrote them, which verification proves: a few looks find the last. */
function lastVersionUntil(file: Building["handle"]["file"], history: string, seq: number): number {
  const from = file
    .prepare(`SELECT history_id, from_seq FROM ledger."${history}"
      WHERE history_id > ? ORDER BY history_id LIMIT 1`)
    .raw();
  let known = 0;
  let unknown = file
    .prepare(`SELECT coalesce(max(history_id), 0) FROM ledger."${history}"`)
    .pluck()
    .get() as number;
  while (known < unknown) {
    const middle = Math.floor((known + unknown) / 2);
    const [id, fromSeq] = from.get(middle) as [number, number];
    if (fromSeq <= seq) known = id;
    else unknown = middle;
  }
  return known;
}
