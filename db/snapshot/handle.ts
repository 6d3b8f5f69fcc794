import Database from "better-sqlite3";
import { type Handle, handleOn } from "../handle";
import { historyNames, SEQUENCED_TABLES } from "./tables";

/** A state of the past as a database file of its own: up to which event, and which day it is in it. */
export type Snapshot = { path: string; seq: number; day: string };

/**
 * Opens a snapshot for reading. Its file has the business tables as they were and what is derived from them; all other
 * tables are read from the ledger beside it, events and history cut off behind the snapshot's last event, so that every
 * query runs unchanged.
 */
export function openSnapshotHandle({ path, seq }: Snapshot, ledgerPath: string): Handle {
  const file = new Database(path, { fileMustExist: true, readonly: true });
  file.pragma("trusted_schema = 0");
  file.prepare("ATTACH ? AS ledger").run(ledgerPath);
  for (const view of viewsOfLedger(file, seq)) file.exec(view);
  return handleOn(file);
}

function viewsOfLedger(file: Database.Database, seq: number): string[] {
  const names = file
    .prepare(
      `SELECT name FROM ledger.sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
        AND name NOT IN (SELECT name FROM main.sqlite_master)`,
    )
    .pluck()
    .all() as string[];
  const histories = historyNames();
  const sequenced: readonly string[] = SEQUENCED_TABLES;
  return names.map((name) => {
    const view = `CREATE TEMP VIEW "${name}" AS SELECT`;
    if (histories.has(name)) {
      return `${view} ${historyColumns(file, name, seq)} FROM ledger."${name}" WHERE from_seq <= ${seq}`;
    }
    const until = sequenced.includes(name) ? ` WHERE seq <= ${seq}` : "";
    return `${view} * FROM ledger."${name}"${until}`;
  });
}

/** What ended later had not ended then. */
function historyColumns(file: Database.Database, name: string, seq: number): string {
  const columns = file.prepare("SELECT name FROM pragma_table_info(?, 'ledger')").pluck().all(name);
  return columns
    .map((column) =>
      column === "to_seq" ? `CASE WHEN to_seq <= ${seq} THEN to_seq END AS to_seq` : `"${column}"`,
    )
    .join(", ");
}
