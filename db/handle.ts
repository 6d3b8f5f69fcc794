import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema";
import { installSortKey } from "./sql/sort-key";

export type Db = BetterSQLite3Database<typeof schema> & { $client: Database.Database };
export type Handle = { file: Database.Database; db: Db };

/** Opens a migrated database file as the ledger needs it. */
export function openHandle(path: string, options: Database.Options): Handle {
  const file = new Database(path, { fileMustExist: true, ...options });
  applyPragmas(file);
  return handleOn(file);
}

/** An open file with what queries rely on: the sort key, room in memory, and statements that are kept. */
export function handleOn(file: Database.Database): Handle {
  installSortKey(file);
  // The ledger's narrow index stays in memory: at 100,000 projects it is about 10 MB.
  file.pragma("cache_size = -16000");
  keepStatements(file);
  return { file, db: drizzle(file, { schema, casing: "snake_case" }) };
}

const STATEMENTS_KEPT = 300;

/**
 * Drizzle prepares each statement anew; the same text gets the statement of the last time, so that SQLite parses and
 * plans it once. Nothing here walks a statement row by row, so none is asked for while it runs.
 */
function keepStatements(file: Database.Database): void {
  const prepare = file.prepare.bind(file);
  const kept = new Map<string, Database.Statement>();
  file.prepare = ((text: string) => {
    const statement = kept.get(text) ?? prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
    // Drizzle asks for rows as arrays by a switch that stays on.
    return statement.reader ? statement.raw(false) : statement;
  }) as typeof file.prepare;
}

/** Sets and asserts what durability and integrity depend on. WAL alone would lose acknowledged writes. */
export function applyPragmas(file: Database.Database): void {
  if (!file.readonly) file.pragma("journal_mode = WAL");
  const wanted = {
    synchronous: 2,
    foreign_keys: 1,
    secure_delete: 1,
    trusted_schema: 0,
    recursive_triggers: 1,
  };
  for (const [name, value] of Object.entries(wanted)) {
    file.pragma(`${name} = ${value}`);
    const found = file.pragma(name, { simple: true });
    if (found !== value)
      throw new Error(`SQLite did not take ${name} = ${value} (it says ${found}).`);
  }
  const mode = file.pragma("journal_mode", { simple: true });
  if (mode !== "wal") throw new Error(`SQLite did not take journal_mode = WAL (it says ${mode}).`);
}
