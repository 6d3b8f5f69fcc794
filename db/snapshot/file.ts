import { chmodSync, closeSync, openSync } from "node:fs";
import Database from "better-sqlite3";
import { type Handle, handleOn } from "../handle";
import type { ChangedTable } from "./changed";

export type SchemaPart = { type: string; name: string; tbl_name: string; sql: string };

/** A snapshot that is being made: `main` is its file, `ledger` the database of today. */
export type Building = {
  handle: Handle;
  seq: number;
  indexes: SchemaPart[];
  /** What is known already of which rows were others. */
  changed: Map<string, ChangedTable>;
};

const LEDGER_IN_MEMORY_BYTES = 2_000_000_000;

/**
 * Begins a new file with these tables, still empty and without indexes, in one transaction that reads one state of the
 * ledger. Nobody else reads the file before it is whole, so nothing in it needs to be durable.
 */
export function beginSnapshot(
  path: string,
  { ledgerPath, seq, tables }: { ledgerPath: string; seq: number; tables: readonly string[] },
): Building {
  // Made by us first, so that nobody else can read it at any moment.
  closeSync(openSync(path, "wx", 0o600));
  const parts = createTables(path, ledgerPath, tables);
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
  // Rows of history are looked up all over it: in the system's own memory, not read piece by piece into ours.
  file.pragma(`ledger.mmap_size = ${LEDGER_IN_MEMORY_BYTES}`);
  file.exec("BEGIN; SELECT 1 FROM ledger.sqlite_master");
  const indexes = parts.filter(({ type }) => type === "index").map(inSnapshot);
  return { handle, seq, indexes, changed: new Map() };
}

/** Ends the making. The file is complete and does not change any more. */
export function finishSnapshot({ handle: { file } }: Building, path: string): void {
  file.exec("COMMIT");
  file.close();
  chmodSync(path, 0o400);
}

/** In a connection of its own: the search index must not know its empty state when its content is copied. */
function createTables(path: string, ledgerPath: string, tables: readonly string[]): SchemaPart[] {
  const file = new Database(path, { fileMustExist: true });
  file.pragma("journal_mode = OFF");
  file.pragma("synchronous = OFF");
  file.pragma("foreign_keys = OFF");
  file.prepare("ATTACH ? AS ledger").run(ledgerPath);
  const parts = (
    file
      .prepare("SELECT type, name, tbl_name, sql FROM ledger.sqlite_master WHERE sql IS NOT NULL")
      .all() as SchemaPart[]
  ).filter(({ tbl_name }) => tables.includes(tbl_name));
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

/** Makes indexes, once the rows of their tables are there. */
export async function makeIndexes(
  { handle: { file } }: Building,
  indexes: SchemaPart[],
): Promise<void> {
  for (const { sql } of indexes) {
    file.exec(sql);
    await breathe();
  }
}

/** Lets the process do what else it has to. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
