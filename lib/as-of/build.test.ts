import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { databasePath, read, setClock } from "@/db/client";
import { tablesHeld } from "@/db/snapshot/tables";
import { write } from "@/lib/audit/write";
import { testLedger } from "@/lib/test-ledger";
import { buildSnapshot } from "./build";
import { knownOn } from "./day";
import { waitForSnapshot } from "./snapshots";
import { happen, step } from "./test-steps";
import { buildInThreads } from "./worker/in-threads";

testLedger();
const DAY_MS = 86_400_000;
const DAY = "2026-11-24";
afterAll(() => setClock());

test("two threads make the state that one makes, and what fails leaves no file", async () => {
  setClock(() => new Date(`${DAY}T02:00:00.000Z`));
  const steps = fc.sample(step, { numRuns: 60, seed: 20261127 });
  for (const [at, one] of steps.entries()) {
    const later = at < 40 ? 0 : 2 * DAY_MS;
    setClock(() => new Date(Date.parse(`${DAY}T02:00:00.000Z`) + later));
    await write((tx) => happen(tx, one)).catch(() => undefined);
  }
  const known = await read((tx) => knownOn(tx, DAY));
  const ledgerPath = databasePath();
  const task = { ledgerPath, seq: known?.seq ?? 0, day: DAY };
  const [one, two] = ["one.db", "two.db"].map((name) => join(dirname(ledgerPath), name)) as [
    string,
    string,
  ];
  const shares: number[] = [];
  await buildSnapshot({ ...task, path: one });
  await buildInThreads({ ...task, path: two }, (share) => shares.push(share));
  expect(contentOf(two)).toEqual(contentOf(one));
  expect(shares.length).toBeGreaterThan(10);
  expect(shares).toEqual([...shares].sort((share, other) => share - other));
  expect(shares.at(-1)).toBe(1);

  const ledger = new Database(ledgerPath);
  const index = "CREATE INDEX monthly_returns_history_row ON monthly_returns_history (id, to_seq)";
  ledger.exec("DROP INDEX monthly_returns_history_row");
  await expect(waitForSnapshot(DAY)).rejects.toThrow("monthly_returns_history_row");
  expect(filesMade()).toEqual([]);
  await expect(buildInThreads({ ...task, path: `${two}-failing` })).rejects.toThrow(
    "monthly_returns_history_row",
  );
  ledger.exec(index);
  ledger.close();
  expect(contentOf((await waitForSnapshot(DAY))?.path ?? "")).toEqual(contentOf(one));
  expect(filesMade()).toHaveLength(1);
});

function filesMade(): string[] {
  return readdirSync(join(dirname(databasePath()), "cache", "as-of"));
}

/** Every row that says something: states of changes are random. */
function contentOf(path: string): Record<string, unknown[]> {
  const file = new Database(path, { readonly: true });
  const tables = tablesHeld().filter((table) => !table.endsWith("_changes"));
  const found = tables.map((table) => [table, rowsOf(file, table)] as const);
  file.close();
  return Object.fromEntries(found);
}

function rowsOf(file: Database.Database, table: string): unknown[] {
  if (table === "project_search") return file.prepare(`SELECT rowid FROM ${table}`).all();
  return file.prepare(`SELECT * FROM "${table}"`).raw().all();
}
