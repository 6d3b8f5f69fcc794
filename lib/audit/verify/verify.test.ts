import { copyFileSync } from "node:fs";
import { join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read } from "@/db/client";
import { projects } from "@/db/schema";
import { guardNames } from "@/db/sql/guards";
import { OPERATOR } from "@/lib/auth/actor";
import { testLedger } from "@/lib/test-ledger";
import { added, change, changed } from "../change";
import { chainHash } from "../event";
import { write } from "../write";
import { verifyHistory } from "./verify";

const ledger = testLedger();
let copies = 0;

beforeAll(async () => {
  await write(async (tx) => {
    const [project] = await tx.select().from(projects).limit(1);
    if (!project) throw new Error("The data set has no project.");
    const rows = [changed("projects", project, { contact: "张三" })];
    await change(tx, OPERATOR, { action: "project.details_updated", projectId: project.id, rows });
    const region = { code: "500999", name: "某县", shortName: "某" };
    await change(tx, OPERATOR, {
      action: "region.created",
      rows: [await added(tx, "regions", region)],
    });
  });
  closeDatabase();
});
afterEach(closeDatabase);

test("an untouched ledger verifies", async () => {
  expect((await tamperedWith("SELECT 1")).broken).toBeNull();
});

test.each<[string, string, { seq?: number | null; reason: string; place?: string }]>([
  [
    "an edited payload",
    "UPDATE events SET payload = replace(payload, '500229', '500228') WHERE seq = 12",
    { seq: 12, reason: "hash" },
  ],
  [
    "a payload that is no JSON",
    "UPDATE events SET payload = x'00ff' WHERE seq = 12",
    { seq: 12, reason: "hash" },
  ],
  ["a removed event", "DELETE FROM events WHERE seq = 40", { seq: 41, reason: "sequence" }],
  [
    "an event put in",
    "INSERT INTO events SELECT 1000000, recorded_at, action, actor_id, actor_name, region_code, project_id, payload, previous_hash, hash, mac, key_id FROM events WHERE seq = 20",
    { seq: 1_000_000, reason: "sequence" },
  ],
  [
    "two events that changed places",
    "UPDATE events SET seq = -1 WHERE seq = 30; UPDATE events SET seq = 30 WHERE seq = 31; UPDATE events SET seq = 31 WHERE seq = -1",
    { seq: 30, reason: "hash" },
  ],
  [
    "a searchable column that says something else",
    "UPDATE events SET actor_name = 'somebody else' WHERE seq = 50",
    { seq: 50, reason: "columns" },
  ],
  [
    "an edited business row",
    "UPDATE projects SET total_investment_fen = 1 WHERE id = 3",
    { seq: null, reason: "rows", place: "projects 3" },
  ],
  [
    "a business row edited together with its newest version",
    "UPDATE projects SET contact = '李四' WHERE id = 3; UPDATE projects_history SET contact = '李四' WHERE id = 3",
    { reason: "history", place: "projects 3" },
  ],
  [
    "an edited old version",
    "UPDATE projects_history SET contact = '李四' WHERE id = 1 AND to_seq IS NOT NULL",
    { reason: "history", place: "projects 1" },
  ],
  [
    "a removed version",
    "DELETE FROM projects_history WHERE id = 4",
    { reason: "history", place: "projects 4" },
  ],
  [
    "a version put in",
    "INSERT INTO regions_history (from_seq, id, version, code, name, short_name) VALUES (9, 90, 1, '500998', '乙县', '乙')",
    { seq: 9, reason: "history", place: "regions 90" },
  ],
  [
    "a version ended without an event",
    "UPDATE regions_history SET to_seq = 9 WHERE code = '500114'",
    { reason: "history", place: "regions" },
  ],
  [
    "a deleted business row",
    "DELETE FROM project_sources WHERE id = 5",
    { reason: "rows", place: "project_sources 5" },
  ],
  [
    "an edited amount in what the ledger sums",
    "DROP TRIGGER ledger_sums_keep; UPDATE ledger_entries SET total_investment_fen = 1 WHERE project_id = 7",
    { seq: null, reason: "derived", place: "project 7" },
  ],
  [
    "an edited sum of a region",
    "UPDATE ledger_sums SET current_fen = current_fen + 1 WHERE region_code = '500229'",
    { seq: null, reason: "derived", place: "region 500229" },
  ],
])("%s is found", async (_kind, statements, expected) => {
  expect((await tamperedWith(statements)).broken).toMatchObject(expected);
});

test("a chain that was hashed anew without the key is found by its seal", async () => {
  const verification = await tamperedWith((file) => {
    const rows = file.prepare("SELECT seq, payload FROM events ORDER BY seq").all() as {
      seq: number;
      payload: string;
    }[];
    let previous = "0".repeat(64);
    const update = file.prepare(
      "UPDATE events SET payload = ?, previous_hash = ?, hash = ? WHERE seq = ?",
    );
    for (const { seq, payload } of rows) {
      const forged = seq === 60 ? payload.replace("500", "501") : payload;
      const hash = chainHash(previous, forged);
      update.run(forged, previous, hash, seq);
      previous = hash;
    }
  });
  expect(verification.broken).toEqual({ seq: 60, reason: "seal" });
});

test("whoever writes, the triggers refuse to change what happened", () => {
  const file = copyOfLedger();
  for (const statement of [
    "UPDATE events SET payload = '' WHERE seq = 1",
    "DELETE FROM events WHERE seq = 1",
    "INSERT INTO events SELECT 999999, recorded_at, action, actor_id, actor_name, region_code, project_id, payload, previous_hash, hash, mac, key_id FROM events WHERE seq = 1",
    "DELETE FROM projects_history",
    "UPDATE projects_history SET name = ''",
    "DELETE FROM projects",
    "UPDATE plan_entries SET name = ''",
  ]) {
    expect(() => file.exec(statement), statement).toThrow(/refused|not the next|does not change/);
  }
  file.close();
});

/** A copy of the ledger, changed behind its back by somebody who first takes the triggers off. */
async function tamperedWith(how: string | ((file: Database.Database) => void)) {
  const file = copyOfLedger();
  file.pragma("foreign_keys = OFF");
  for (const name of guardNames(file)) file.exec(`DROP TRIGGER "${name}"`);
  if (typeof how === "string") file.exec(how);
  else how(file);
  file.close();
  openDatabase(file.name);
  return read((tx) => verifyHistory(tx));
}

function copyOfLedger(): Database.Database {
  copies += 1;
  const path = join(ledger.directory(), `copy-${copies}.db`);
  copyFileSync(join(ledger.directory(), "ledger.db"), path);
  return new Database(path);
}
