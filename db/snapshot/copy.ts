import type { Building, SchemaPart } from "./file";
import { quoted } from "./names";

/** How a table of a snapshot differs from the one that it is copied from. */
export type Difference = {
  /** The columns in which any row differs, and how many rows differ. */
  columns: readonly string[];
  others: number;
  /** Columns in which any number may differ. */
  unknown?: readonly string[];
  /** How many rows are not taken over. */
  missing: number;
};

/** What makes a copied table that of another time. */
export type Patch = Difference & {
  /** What follows FROM: the rows as they were, by the name `past`, and what says their id. */
  past: { from: string; id: string };
  /** A subquery of the ids that were not there. */
  without: string;
};

/** Where no more than one row in so many is another, it is quicker to keep an index than to make it anew. */
const FEW = 20;

/** Fills a table of a snapshot with its rows of today and puts right those that were others. */
export function copyTable(building: Building, table: string, patch?: Patch): void {
  const { file } = building.handle;
  const later = copyRows(building, table, patch);
  if (patch) {
    file.exec(`DELETE FROM main."${table}" WHERE id IN (${patch.without})`);
    const values = patch.columns.map((column) => `${quoted(column)} = past.${quoted(column)}`);
    if (values.length > 0)
      file.exec(`UPDATE main."${table}" AS present SET ${values.join(", ")}
        FROM ${patch.past.from} WHERE present.id = ${patch.past.id}`);
  }
  for (const { sql } of later) file.exec(sql);
}

/**
 * Copies the rows as they stand in `source`. SQLite copies a table and its indexes as they are stored, without decoding
 * a row, while they are the same on both sides: so an index of whose columns none will differ is there from the
 * beginning. Gives those that are to be made at the end.
 */
export function copyRows(
  building: Building,
  table: string,
  difference?: Difference,
  source = "ledger",
): SchemaPart[] {
  const { file } = building.handle;
  const indexes = building.indexes.filter(({ tbl_name }) => tbl_name === table);
  const kept = difference
    ? keptIndexes(indexes, difference, rowsOf(building, `${source}."${table}"`))
    : indexes;
  for (const { sql } of kept) file.exec(sql);
  file.exec(`DELETE FROM main."${table}";
    INSERT INTO main."${table}" SELECT * FROM ${source}."${table}"`);
  return indexes.filter((index) => !kept.includes(index));
}

function keptIndexes(
  indexes: SchemaPart[],
  { columns, others, unknown = [], missing }: Difference,
  rows: number,
): SchemaPart[] {
  if (missing * FEW > rows) return [];
  return indexes.filter(({ sql }) => {
    if (isOn(sql, unknown)) return false;
    const differs = isOn(sql, columns);
    // Two rows that have changed places would meet in a unique one.
    return !differs || (others * FEW <= rows && !/^CREATE UNIQUE/i.test(sql));
  });
}

/** Whether an index is made of any of these columns. */
export function isOn(index: string, columns: readonly string[]): boolean {
  const words = new Set(index.split(/\W+/));
  return columns.some((column) => words.has(column));
}

/** About how many there are. */
function rowsOf({ handle: { file } }: Building, table: string): number {
  return file.prepare(`SELECT coalesce(max(rowid), 0) FROM ${table}`).pluck().get() as number;
}
