import { copyRows, copyTable, type Difference } from "./copy";
import { type Building, makeIndexes, type SchemaPart } from "./file";

/** Copies the search index without the projects whose texts were others. */
export function copySearch(building: Building): void {
  const { file } = building.handle;
  const parts = file
    .prepare(
      "SELECT name FROM main.sqlite_master WHERE type = 'table' AND name LIKE 'project\\_search\\_%' ESCAPE '\\'",
    )
    .pluck()
    .all() as string[];
  // As it is stored: the texts of 100,000 projects take ten times as long to index anew.
  for (const part of parts) copyTable(building, part);
  file.exec(`DELETE FROM main.project_search WHERE rowid IN (SELECT id FROM temp.touched_texts)
    AND rowid IN (SELECT id FROM ledger.projects)`);
}

/** Copies what the returns say of all projects that were not touched. */
export function copyProgress({ handle: { file } }: Building): void {
  for (const table of ["progress_entries", "progress_years"])
    file.exec(`INSERT INTO main.${table} SELECT * FROM ledger.${table}
      WHERE project_id NOT IN (SELECT id FROM main.touched_progress)`);
}

/** Makes the indexes of what the returns say, once all is there. */
export async function indexProgress(building: Building): Promise<void> {
  const tables = ["progress_entries", "progress_years"];
  await makeIndexes(
    building,
    building.indexes.filter(({ tbl_name }) => tables.includes(tbl_name)),
  );
}

/**
 * Copies the ledger's narrow rows of all projects that were not touched. Of those of which only figures were others the
 * rows are still those of today. Gives the indexes that are to be made later.
 */
export function copyEntries(building: Building, difference: Difference): SchemaPart[] {
  const later = copyRows(building, "ledger_entries", difference);
  building.handle.file.exec(
    "DELETE FROM main.ledger_entries WHERE project_id IN (SELECT id FROM temp.touched)",
  );
  return later;
}

/** Copies the shares of all projects that were not touched. */
export function copyShares(building: Building): void {
  copyTable(building, "ledger_shares");
  building.handle.file.exec(
    "DELETE FROM main.ledger_shares WHERE project_id IN (SELECT id FROM temp.touched_shares)",
  );
}

/** States of its own, for what keeps sums in memory. */
export function beginChanges({ handle: { file } }: Building): void {
  for (const changes of ["ledger_changes", "progress_changes"])
    file.exec(`INSERT INTO main.${changes} (token) VALUES (lower(hex(randomblob(8))))`);
}
