import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { applyPragmas } from "./handle";
import { installGuards } from "./sql/guards";

const FOLDER = join(process.cwd(), "db", "migrations");
/** Reading every page of 470 MB (100,000 projects) takes two seconds and more: then only before a migration. */
const CHECKED_AT_START_BYTES = 64 * 1024 * 1024;

/** The file at this path cannot be used as the ledger's database: damaged, not a database, or made by a newer version. */
export class UnusableDatabaseError extends Error {
  override name = "UnusableDatabaseError";
  constructor(
    readonly reason: "corrupt" | "newer" | "changed",
    message: string,
  ) {
    super(message);
  }
}

/**
 * Creates the database where there is none and brings it to the newest shape. Our own small runner, because drizzle's
 * switches foreign keys off inside the transaction, where that does nothing, and a table rebuild then deletes children.
 * Each migration is one transaction with foreign keys off, checked before it commits; a backup is made first.
 * Returns the names of the migrations that ran.
 */
export function migrate(path: string, backupPath = `${path}.before-migration`): string[] {
  mkdirSync(dirname(path), { recursive: true });
  const isNew = !existsSync(path);
  const file = new Database(path);
  try {
    applyPragmas(file);
    if (statSync(path).size <= CHECKED_AT_START_BYTES) assertSound(file);
    const pending = pendingMigrations(file);
    if (pending.length === 0) return [];
    assertSound(file);
    if (!isNew) file.prepare("VACUUM INTO ?").run(freshName(backupPath));
    file.pragma("foreign_keys = OFF");
    for (const migration of pending) apply(file, migration);
    file.transaction(() => installGuards(file)).immediate();
    applyPragmas(file);
    return pending.map(({ name }) => name);
  } catch (error) {
    throw isCorrupt(error) ? new UnusableDatabaseError("corrupt", String(error)) : error;
  } finally {
    file.close();
  }
}

type Migration = { name: string; sql: string; sha256: string };

function assertSound(file: Database.Database): void {
  const [check] = file.pragma("quick_check(1)") as { quick_check: string }[];
  if (check?.quick_check !== "ok")
    throw new UnusableDatabaseError("corrupt", check?.quick_check ?? "");
}

function pendingMigrations(file: Database.Database): Migration[] {
  file.exec(
    "CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, sha256 TEXT NOT NULL, applied_at TEXT NOT NULL)",
  );
  const applied = new Map(
    (file.prepare("SELECT name, sha256 FROM migrations").all() as Migration[]).map((row) => [
      row.name,
      row.sha256,
    ]),
  );
  const known = readMigrations();
  const names = new Set(known.map(({ name }) => name));
  for (const name of applied.keys()) {
    if (!names.has(name)) throw new UnusableDatabaseError("newer", name);
  }
  for (const { name, sha256 } of known) {
    if (applied.has(name) && applied.get(name) !== sha256)
      throw new UnusableDatabaseError("changed", name);
  }
  return known.filter(({ name }) => !applied.has(name));
}

function readMigrations(): Migration[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith(".sql"))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name), "utf8");
      return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
    });
}

function apply(file: Database.Database, { name, sql, sha256 }: Migration): void {
  file
    .transaction(() => {
      const before = rowCounts(file);
      file.exec(sql);
      const broken = file.pragma("foreign_key_check") as unknown[];
      if (broken.length > 0)
        throw new Error(`${name} would leave ${broken.length} dangling references.`);
      const after = rowCounts(file);
      for (const [table, count] of before) {
        if (after.has(table) && after.get(table) !== count) {
          throw new Error(
            `${name} would change the number of rows of ${table}: ${count} to ${after.get(table)}.`,
          );
        }
      }
      file
        .prepare("INSERT INTO migrations (name, sha256, applied_at) VALUES (?, ?, datetime('now'))")
        .run(name, sha256);
    })
    .immediate();
}

function rowCounts(file: Database.Database): Map<string, number> {
  const tables = file
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
    )
    .all() as { name: string }[];
  return new Map(
    tables.map(({ name }) => {
      const { n } = file.prepare(`SELECT count(*) AS n FROM "${name}"`).get() as { n: number };
      return [name, n];
    }),
  );
}

function freshName(path: string): string {
  let candidate = path;
  for (let n = 2; existsSync(/* turbopackIgnore: true */ candidate); n += 1)
    candidate = `${path}-${n}`;
  return candidate;
}

function isCorrupt(error: unknown): boolean {
  return (
    error instanceof Database.SqliteError &&
    (error.code.startsWith("SQLITE_CORRUPT") || error.code === "SQLITE_NOTADB")
  );
}
