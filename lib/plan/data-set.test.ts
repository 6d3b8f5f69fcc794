import { count, countDistinct, eq, gt, sql, sum } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import {
  ledgerEntries,
  milestones,
  organizationLinks,
  planEntries,
  projects,
  projectUnits,
} from "@/db/schema";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import { testLedger } from "@/lib/test-ledger";
import { loadDataSet } from "./data-set";

testLedger();

test("the ledger opens with the totals of the three plans", async () => {
  const rows = await read((tx) =>
    tx
      .select({
        region: ledgerEntries.regionCode,
        projects: count(),
        known: count(ledgerEntries.totalInvestmentFen),
        fen: sum(ledgerEntries.totalInvestmentFen),
      })
      .from(ledgerEntries)
      .groupBy(ledgerEntries.regionCode),
  );
  expect(rows).toEqual([
    { region: "500114", projects: 12, known: 12, fen: "347700000000" },
    { region: "500229", projects: 27, known: 27, fen: "97325000000" },
    { region: "500231", projects: 9, known: 0, fen: null },
  ]);
});

test("eleven joint projects, sixteen with only a placeholder as owner, nine without a lead", async () => {
  const [row] = await read((tx) =>
    tx
      .select({
        joint: sql<number>`sum(${ledgerEntries.joint})`,
        placeholder: sql<number>`sum(${ledgerEntries.ownerState} = 'placeholder')`,
        placeholderFen: sql<number>`sum(iif(${ledgerEntries.ownerState} = 'placeholder', ${ledgerEntries.totalInvestmentFen}, 0))`,
        noLead: sql<number>`sum(${ledgerEntries.leadState} = 'unstated')`,
      })
      .from(ledgerEntries),
  );
  expect(row).toEqual({ joint: 11, placeholder: 16, placeholderFen: 362_700_000_000, noLead: 9 });
});

test("nothing beyond the documents is invented: planned, no milestones, links only proposed", async () => {
  await read(async (tx) => {
    expect(
      await tx.select({ stage: projects.stage }).from(projects).groupBy(projects.stage),
    ).toEqual([{ stage: "planned" }]);
    expect(await tx.select().from(milestones)).toEqual([]);
    const links = await tx.select().from(organizationLinks);
    expect(links.map(({ kind, state }) => `${kind} ${state}`).sort()).toEqual([
      "alias proposed",
      "alias proposed",
      "bracketed_name proposed",
    ]);
  });
});

test("the units of row 14 keep the document's order", async () => {
  const leads = await read((tx) =>
    tx
      .select({ text: projectUnits.text })
      .from(projectUnits)
      .innerJoin(projects, eq(projects.id, projectUnits.projectId))
      .where(
        sql`${projects.name} = '天麻种质资源创新利用与产品开发研究' AND ${projectUnits.role} = 'lead'`,
      )
      .orderBy(projectUnits.position),
  );
  expect(leads.map(({ text }) => text)).toEqual(["县林业局", "县经济信息委（县科技局）"]);
});

test("loading again changes nothing, and the chain holds", async () => {
  const before = await read((tx) => verifyHistory(tx));
  expect(await write((tx) => loadDataSet(tx))).toBe(0);
  const after = await read((tx) => verifyHistory(tx));
  expect(after).toEqual(before);
  expect(after.broken).toBeNull();
});

test("every project came in by an event of its own, from a plan row of its own", async () => {
  await read(async (tx) => {
    const [entries] = await tx.select({ n: count() }).from(planEntries);
    const [created] = await tx.all<{ n: number }>(
      sql`SELECT count(DISTINCT project_id) AS n FROM events WHERE action = 'project.created'`,
    );
    const [units] = await tx
      .select({ n: countDistinct(projectUnits.projectId) })
      .from(projectUnits)
      .where(gt(projectUnits.position, 0));
    expect([entries?.n, created?.n, units?.n]).toEqual([48, 48, 44]);
  });
});
