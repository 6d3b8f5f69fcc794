import {
  closeSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test } from "vitest";
import { migrate, UnusableDatabaseError } from "./migrate";

const PAGE_BYTES = 4_096;
const MB = 1024 * 1024;
let folder = "";
let path = "";

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "ledger-migrate-"));
  path = join(folder, "ledger.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs SQL on the file and leaves everything in it, nothing in a write-ahead log. */
function inFile(sql: string): void {
  const file = new Database(path);
  file.exec(sql);
  file.pragma("wal_checkpoint(TRUNCATE)");
  file.close();
}

/** Writes nonsense over a few pages behind the schema. */
function damage(): void {
  const handle = openSync(path, "r+");
  writeSync(handle, Buffer.alloc(6 * PAGE_BYTES, 0xab), 0, 6 * PAGE_BYTES, 20 * PAGE_BYTES);
  closeSync(handle);
}

const corrupt = expect.objectContaining({ name: "UnusableDatabaseError", reason: "corrupt" });

test("a new file gets every migration, once", () => {
  const first = migrate(path);
  expect(first.length).toBeGreaterThan(0);
  expect(migrate(path)).toEqual([]);
});

test("a damaged file is refused at start, and so is a file that is no database", () => {
  migrate(path);
  inFile("SELECT 1");
  damage();
  expect(() => migrate(path)).toThrow(corrupt);
  writeFileSync(path, "This is not a database, although it stands where one should be.".repeat(99));
  expect(() => migrate(path)).toThrow(corrupt);
});

test("a large damaged file is refused before a migration; otherwise its check would hold up every start", () => {
  const last = migrate(path).at(-1);
  inFile(`CREATE TABLE filler (bytes BLOB); INSERT INTO filler VALUES (zeroblob(${70 * MB}));`);
  expect(statSync(path).size).toBeGreaterThan(64 * MB);
  inFile(`DELETE FROM migrations WHERE name = '${last}'`);
  damage();
  expect(() => migrate(path)).toThrow(UnusableDatabaseError);
});

test("a file that a newer version has made is not touched", () => {
  migrate(path);
  inFile("INSERT INTO migrations VALUES ('9999_future', 'x', '2030-01-01')");
  expect(() => migrate(path)).toThrow(expect.objectContaining({ reason: "newer" }));
});
