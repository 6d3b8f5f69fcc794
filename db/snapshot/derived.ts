import { milestoneDueOf } from "../sql/milestone-due";
import { copyTable } from "./copy";
import { type Building, breathe, indexTable } from "./file";
import { columnsOf, quoted } from "./names";

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
      WHERE project_id NOT IN (SELECT id FROM temp.touched_progress)`);
}

/** Makes the indexes of what the returns say, once all is there. */
export async function indexProgress(building: Building): Promise<void> {
  for (const table of ["progress_entries", "progress_years"]) {
    indexTable(building, table);
    await breathe();
  }
}

/**
 * Begins the ledger's narrow rows: until `finishEntries()`, `ledger_entries` is a temporary table for the rows that are
 * not those of today. Those are in it of which only what milestones and returns say was another; of what returns say
 * they still have today's.
 */
export function beginEntries({ handle: { file } }: Building): void {
  const create = file
    .prepare("SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = 'ledger_entries'")
    .pluck()
    .get() as string;
  const columns = columnsOf(file, "ledger_entries").map((column) =>
    column === "milestone_due_on" ? milestoneDueOf("copied.project_id") : quoted(column),
  );
  file.exec(`${create.replace("CREATE TABLE", "CREATE TEMP TABLE")};
    INSERT INTO temp.ledger_entries SELECT ${columns.join(", ")} FROM ledger.ledger_entries AS copied
      WHERE project_id IN (SELECT id FROM temp.touched_due UNION SELECT id FROM temp.touched_progress)
        AND project_id NOT IN (SELECT id FROM temp.touched)`);
}

/** Copies the narrow rows of today and puts right those that stand in the temporary table. */
export function finishEntries(building: Building): void {
  const { file } = building.handle;
  const columns = columnsOf(file, "ledger_entries");
  const differ = columns.map(
    (column) => `max(past.${quoted(column)} IS NOT present.${quoted(column)})`,
  );
  const without = `SELECT id FROM temp.touched WHERE id NOT IN (SELECT project_id FROM temp.ledger_entries)`;
  const [others, missing, ...differs] = file
    .prepare(`SELECT count(*), (SELECT count(*) FROM (${without})), ${differ.join(", ")}
      FROM temp.ledger_entries AS past JOIN ledger.ledger_entries AS present USING (project_id)`)
    .raw()
    .get() as number[];
  copyTable(building, "ledger_entries", {
    key: "project_id",
    past: { from: "temp.ledger_entries AS past", key: "past.project_id" },
    columns: columns.filter((_, at) => differs[at] === 1),
    others: others ?? 0,
    without,
    missing: missing ?? 0,
  });
  file.exec(`INSERT INTO main.ledger_entries SELECT * FROM temp.ledger_entries
      WHERE project_id NOT IN (SELECT project_id FROM ledger.ledger_entries);
    DROP TABLE temp.ledger_entries`);
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
