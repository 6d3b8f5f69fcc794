import type Database from "better-sqlite3";

/** The columns of a table, as the ledger has it. */
export function columnsOf(file: Database.Database, table: string): string[] {
  return file
    .prepare("SELECT name FROM pragma_table_info(?, 'ledger')")
    .pluck()
    .all(table) as string[];
}

export function quoted(column: string): string {
  return `"${column}"`;
}
