import { chmodSync, closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { type Handle, handleOn } from "../handle";
import { DERIVED_TABLES, pastTables } from "./tables";

type SchemaPart = { type: string; name: string; tbl_name: string; sql: string };

/** A snapshot that is being made: `main` is its file, `ledger` the database of today. */
export type Building = {
  handle: Handle;
  seq: number;
  indexes: SchemaPart[];
};

/**
 * Begins a new file with the tables of a snapshot, still empty and without indexes, in one transaction that reads one
 * state of the ledger. Nobody else reads the file before it is whole, so nothing in it needs to be durable.
 */
export function beginSnapshot(path: string, ledgerPath: string, seq: number): Building {
  // Made by us first, so that nobody else can read it at any moment.
  closeSync(openSync(path, "wx", 0o600));
  const parts = createTables(path, ledgerPath);
  const file = new Database(path, { fileMustExist: true });
  // The search index is copied as it is stored, which is refused otherwise.
  file.unsafeMode(true);
  file.pragma("journal_mode = OFF");
  file.pragma("synchronous = OFF");
  file.pragma("foreign_keys = OFF");
  file.pragma("temp_store = MEMORY");
  const handle = handleOn(file);
  file.pragma("cache_size = -64000");
  file.prepare("ATTACH ? AS ledger").run(ledgerPath);
  file.exec("BEGIN");
  return { handle, seq, indexes: parts.filter(({ type }) => type === "index").map(inSnapshot) };
}

/** Ends the making. The file is complete and does not change any more. */
export function finishSnapshot({ handle: { file } }: Building, path: string): void {
  file.exec("COMMIT");
  file.close();
  chmodSync(path, 0o400);
}

/** In a connection of its own: the search index must not know its empty state when its content is copied. */
function createTables(path: string, ledgerPath: string): SchemaPart[] {
  const file = new Database(path, { fileMustExist: true });
  const held = new Set<string>([...pastTables().map(({ current }) => current), ...DERIVED_TABLES]);
  file.pragma("journal_mode = OFF");
  file.pragma("synchronous = OFF");
  file.pragma("foreign_keys = OFF");
  file.prepare("ATTACH ? AS ledger").run(ledgerPath);
  const parts = (
    file
      .prepare("SELECT type, name, tbl_name, sql FROM ledger.sqlite_master WHERE sql IS NOT NULL")
      .all() as SchemaPart[]
  ).filter(({ tbl_name }) => held.has(tbl_name));
  file.exec("DETACH ledger");
  for (const { type, sql } of parts) if (type === "table") file.exec(sql);
  // No triggers: nobody writes here later, and sums are made at once.
  file.close();
  return parts;
}

/** A temporary table may have the name of the one that is meant. */
function inSnapshot(index: SchemaPart): SchemaPart {
  return { ...index, sql: index.sql.replace(/^CREATE (UNIQUE )?INDEX /i, "$&main.") };
}

/** Makes the indexes of a table, once its rows are there. */
export function indexTable({ handle, indexes }: Building, table: string): void {
  for (const { tbl_name, sql } of indexes) if (tbl_name === table) handle.file.exec(sql);
}

/** Lets the process do what else it has to. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
