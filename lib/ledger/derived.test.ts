import { asc, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, type Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import { projectsMatching } from "@/db/search";
import { write } from "@/lib/audit/write";
import { testLedger } from "@/lib/test-ledger";
import { rebuildLedgerEntries } from "./derived";

testLedger();

const QUERIES = ["核桃", "鸡", "县林业局", "天麻 研究", "数据湖", "没有的词"];

test("rebuilding everything gives the rows and finds that each change left behind", async () => {
  const before = await read(derivedState);
  expect(before.entries).toHaveLength(48);
  expect(before.found[0]?.length).toBeGreaterThan(0);
  await write((tx) => rebuildLedgerEntries(tx));
  expect(await read(derivedState)).toEqual(before);
});

async function derivedState(tx: Tx) {
  const found = [];
  for (const query of QUERIES) {
    const rows = await tx.all<{ id: number }>(
      sql`SELECT project_id AS id FROM ledger_entries WHERE project_id IN ${projectsMatching(query)} ORDER BY 1`,
    );
    found.push(rows.map(({ id }) => id));
  }
  return {
    entries: await tx.select().from(ledgerEntries).orderBy(asc(ledgerEntries.projectId)),
    found,
  };
}
