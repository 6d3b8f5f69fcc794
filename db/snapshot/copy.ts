import type { Building } from "./file";
import { quoted } from "./names";

/** What makes a copied table that of another time. */
export type Patch = {
  /** The column that tells rows from each other. */
  key: string;
  /** What follows FROM: the rows as they were, by the name `past`, with their key as `key`. */
  past: { from: string; key: string };
  /** The columns in which any of them differs, and how many differ. */
  columns: string[];
  others: number;
  /** A subquery of the keys that were not there, and how many. */
  without: string;
  missing: number;
};

/** Where no more than one row in so many is another, it is quicker to keep an index than to make it anew. */
const FEW = 20;

/**
 * Fills a table of a snapshot with its rows of today and puts right those that were others. SQLite copies a table and
 * its indexes as they are stored, without decoding a row, while they are the same on both sides: so an index of whose
 * columns none differs is there from the beginning, and any other is made at the end.
 */
export function copyTable(building: Building, table: string, patch?: Patch): void {
  const { file } = building.handle;
  const indexes = building.indexes.filter(({ tbl_name }) => tbl_name === table);
  const kept = indexes.filter(({ sql }) => !patch || isKept(building, sql, table, patch));
  for (const { sql } of kept) file.exec(sql);
  file.exec(
    `DELETE FROM main."${table}"; INSERT INTO main."${table}" SELECT * FROM ledger."${table}"`,
  );
  if (patch) putRight(building, table, patch);
  for (const index of indexes) if (!kept.includes(index)) file.exec(index.sql);
}

function isKept(
  { handle: { file } }: Building,
  index: string,
  table: string,
  patch: Patch,
): boolean {
  const rows = file.prepare(`SELECT max(rowid) FROM ledger."${table}"`).pluck().get() as number;
  if (patch.missing * FEW > rows) return false;
  const words = new Set(index.split(/\W+/));
  const differs = patch.columns.some((column) => words.has(column));
  // Two rows that have changed places would meet in a unique one.
  return !differs || (patch.others * FEW <= rows && !/^CREATE UNIQUE/i.test(index));
}

function putRight({ handle: { file } }: Building, table: string, patch: Patch): void {
  const { key, past, columns, without } = patch;
  file.exec(`DELETE FROM main."${table}" WHERE ${key} IN (${without})`);
  if (columns.length === 0) return;
  const values = columns.map((column) => `${quoted(column)} = past.${quoted(column)}`);
  file.exec(`UPDATE main."${table}" AS present SET ${values.join(", ")}
    FROM ${past.from} WHERE present.${key} = ${past.key}`);
}
