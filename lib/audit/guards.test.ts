import { getTableName, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, transact } from "@/db/client";
import { LEDGER_TABLES } from "@/db/ledger-tables";
import { testLedger } from "@/lib/test-ledger";

testLedger();

const CURRENT = Object.values(LEDGER_TABLES).map(([current]) => getTableName(current));
const HISTORY = Object.values(LEDGER_TABLES).map(([, history]) => getTableName(history));

/** Without a row there is nothing for a trigger to refuse. */
const EMPTY = new Set(
  [
    "milestones",
    "saved_views",
    "imports",
    "import_decisions",
    "project_documents",
    "report_calendars",
    "calendar_days",
    "report_exceptions",
    "reporting_units",
    "money_plans",
    "findings",
    "finding_links",
    "opening_balances",
    "monthly_returns",
    "evidence_files",
    "light_rules",
    "notices",
    "problems",
    "change_batches",
    "change_requests",
    "baselines",
    "change_attachments",
  ].flatMap((table) => [table, `${table}_history`]),
);

/** What SQLite answers to a statement of our own writer, the strongest handle there is. */
async function refusal(statement: string): Promise<string> {
  try {
    await transact(async (tx) => {
      await tx.run(sql.raw(statement));
      throw new Error("was not refused");
    });
  } catch (error) {
    return error instanceof Error ? `${error.message} ${String(error.cause ?? "")}` : String(error);
  }
  return "";
}

test.each([
  "UPDATE events SET actor_name = 'somebody else' WHERE seq = 1",
  "DELETE FROM events WHERE seq = (SELECT max(seq) FROM events)",
  "INSERT OR REPLACE INTO events SELECT * FROM events WHERE seq = 1",
  "INSERT OR REPLACE INTO events SELECT * FROM events ORDER BY seq DESC LIMIT 1",
  "INSERT INTO events SELECT seq + 2, recorded_at, action, actor_id, actor_name, region_code, project_id, payload, previous_hash, hash, mac, key_id FROM events ORDER BY seq DESC LIMIT 1",
  "UPDATE events SET seq = seq + 1 WHERE seq = (SELECT max(seq) FROM events)",
])("events are append-only: %s", async (statement) => {
  expect(await refusal(statement)).toMatch(/events: /);
});

test.each(HISTORY.filter((table) => !EMPTY.has(table)))("%s does not change", async (table) => {
  expect(await refusal(`DELETE FROM ${table} WHERE 1`)).toContain("is refused");
  expect(await refusal(`UPDATE ${table} SET version = version + 1`)).toContain("does not change");
  expect(await refusal(`UPDATE ${table} SET to_seq = 1, id = id + 1`)).toContain("does not change");
  expect(await refusal(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`)).toContain(
    "is refused",
  );
});

test.each(CURRENT.filter((table) => !EMPTY.has(table)))(
  "rows of %s are never deleted or replaced",
  async (table) => {
    expect(await refusal(`DELETE FROM ${table} WHERE 1`)).toContain("is refused");
    expect(
      await refusal(`INSERT OR REPLACE INTO ${table} SELECT * FROM ${table} LIMIT 1`),
    ).toContain("is refused");
  },
);

test("every table that is guarded is watched, empty ones included", async () => {
  const triggers = await read(async (tx) =>
    tx.all<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'trigger'`),
  );
  const names = triggers.map(({ name }) => name);
  for (const table of CURRENT) expect(names).toContain(`guard_${table}_delete`);
  for (const table of HISTORY) {
    expect(names).toContain(`guard_${table}_delete`);
    expect(names).toContain(`guard_${table}_update`);
  }
});

test("what a plan published never changes", async () => {
  expect(await refusal("UPDATE plan_entries SET total_investment_fen = 1 WHERE id = 1")).toContain(
    "plan_entries: UPDATE is refused",
  );
  expect(await refusal("UPDATE plan_entries SET name = name")).toContain("is refused");
});

test("reading happens on handles that cannot write", async () => {
  await expect(
    read(async (tx) => tx.run(sql`UPDATE projects SET name = 'x' WHERE id = 1`)),
  ).rejects.toThrow();
});
