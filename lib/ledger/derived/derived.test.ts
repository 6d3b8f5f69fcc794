import { asc, eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { read, type Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import { projectsMatching } from "@/db/sql/search";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { addMilestone } from "@/lib/milestone/commands";
import { testLedger } from "@/lib/test-ledger";
import { ledgerState } from "./changes";
import { rebuildLedgerEntries, strayEntry } from "./derived";

testLedger();

const QUERIES = ["核桃", "鸡", "县林业局", "天麻 研究", "数据湖", "没有的词"];

test("rebuilding everything gives the rows and finds that each change left behind", async () => {
  const before = await read(derivedState);
  expect(before.entries).toHaveLength(48);
  expect(before.found[0]?.length).toBeGreaterThan(0);
  await write((tx) => rebuildLedgerEntries(tx));
  expect(await read(derivedState)).toEqual(before);
});

test("an entry changes with a milestone when its earliest open one is another, and only then", async () => {
  const dueAfter = async (firstPlanned: string) => {
    await write((tx) =>
      addMilestone(tx, OPERATOR, { projectId: 1, name: "建成", firstPlanned, ...UNSAID }),
    );
    return read(async (tx) => {
      const { milestoneDueOn } = ledgerEntries;
      const [entry] = await tx
        .select({ milestoneDueOn })
        .from(ledgerEntries)
        .where(eq(ledgerEntries.projectId, 1));
      expect(await strayEntry(tx)).toBeNull();
      return { due: entry?.milestoneDueOn, state: await ledgerState(tx) };
    });
  };
  const first = await dueAfter("2027-06");
  expect(first.due).toBe("2027-06-30");
  expect(await dueAfter("2028")).toEqual(first);
  const last = await dueAfter("2026-12-05");
  expect(last.due).toBe("2026-12-05");
  expect(last.state).not.toEqual(first.state);
});

const UNSAID = { forecast: null, note: null };

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

test("shares give each list to whom it belongs: all named, open, with a placeholder, by kind, not stated", async () => {
  const shares = await read(async (tx) =>
    tx.values<[number, number, string]>(
      sql`SELECT dimension, project_id, group_concat(
          coalesce((SELECT name FROM organizations WHERE id = key), key) || ' ' || weight || '/' || heads, '；')
        FROM (SELECT * FROM ledger_shares ORDER BY dimension, project_id, first DESC, weight DESC, key)
        WHERE project_id IN (2, 27, 14, 40) GROUP BY dimension, project_id`,
    ),
  );
  expect(shares.map((row) => row.join(" "))).toEqual([
    "0 2 县经济信息委 1/1",
    "0 14 县林业局 1/2；县经济信息委（县科技局） 1/2",
    "0 27 县经济信息委（县科技局） 1/2；县农业农村委 1/2",
    "0 40 - 1/1",
    "1 2 县经济信息委 1/1",
    "1 14 县林业局 1/2；县经济信息委（县科技局） 1/2",
    "1 27 县经济信息委（县科技局） 1/2；县农业农村委 1/2",
    "1 40 - 1/1",
    "2 2 +等28个相关部门 1/1；县教委 0/1；县卫生健康委 0/1；县住房城乡建委 0/1",
    "2 14 重庆市大巴山中药研究院有限公司 1/2；重庆大巴山生物科技有限公司 1/2",
    "2 27 ?有关企业 1/1；城口县三品功能食品研究所 0/1",
    "2 40 - 1/1",
    "3 2 + 1/1；department 0/1",
    "3 14 company 2/2",
    "3 27 ? 1/1；institution 0/1",
    "3 40 - 1/1",
  ]);
});
