import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { strayEntry } from "@/lib/ledger/derived/derived";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { listLedgerIds } from "@/lib/ledger/queries";
import { addMilestone, completeMilestone } from "@/lib/milestone/commands";
import { percentOf } from "@/lib/rollup/rollup";
import { testLedger } from "@/lib/test-ledger";
import { getOverview } from "./queries";

const ledger = testLedger();
async function found(query: Record<string, string>): Promise<number[]> {
  const leader = await ledger.viewer("leader");
  return read((tx) => listLedgerIds(tx, leader, parseFilterUrl(query)));
}

const wan = (amount: number) => amount * 1_000_000;

test("a leader sees the three counties with their coverage, and what is late or not determined", async () => {
  const leader = await ledger.viewer("leader");
  const overview = await read((tx) => getOverview(tx, leader, { region: null }));
  expect(overview.total).toEqual({ projects: 48, known: 39, totalInvestmentFen: wan(445_025) });
  expect(overview.planned).toEqual(overview.total);
  expect(overview.plans).toBe(3);
  expect(overview.byRegion).toEqual([
    { code: "500229", name: "城口县", projects: 27, known: 27, totalInvestmentFen: wan(97_325) },
    { code: "500114", name: "黔江区", projects: 12, known: 12, totalInvestmentFen: wan(347_700) },
    { code: "500231", name: "垫江县", projects: 9, known: 0, totalInvestmentFen: null },
  ]);
  expect(overview.overdue).toEqual({ projects: 39, known: 39, totalInvestmentFen: wan(445_025) });
  expect(overview.notReported).toEqual(overview.total);
  expect(overview.milestonesOverdue).toEqual({ projects: 0, known: 0, totalInvestmentFen: null });
  expect(overview.ownerUndetermined).toEqual({
    projects: 16,
    known: 16,
    totalInvestmentFen: wan(362_700),
  });
  expect(overview.leadUnstated).toEqual({ projects: 9, known: 0, totalInvestmentFen: null });
});

test("the sectors add up to the total, the giant first, unknown amounts last", async () => {
  const leader = await ledger.viewer("leader");
  const { bySector, largest, total } = await read((tx) =>
    getOverview(tx, leader, { region: null }),
  );
  expect(bySector.map(({ sector, totalInvestmentFen }) => [sector, totalInvestmentFen])).toEqual([
    ["digital_economy", wan(330_000)],
    ["smart_city", wan(47_790)],
    ["specialty_agriculture_forestry", wan(22_390)],
    ["specialty_light_industry", wan(9_000)],
    ["ecology", wan(8_480)],
    ["food_processing", wan(8_165)],
    ["traditional_chinese_medicine", wan(6_200)],
    ["technology_services", wan(5_000)],
    ["biomedicine_health", wan(4_000)],
    ["culture_tourism", wan(2_000)],
    ["new_materials", wan(2_000)],
    ["modern_services", null],
  ]);
  expect(largest.map(({ name, totalInvestmentFen }) => [name, totalInvestmentFen])).toEqual([
    ["中国华录黔江数据湖科技园", wan(300_000)],
    ["城口县大数据智能化应用", wan(42_690)],
    ["特色智创基地", wan(30_000)],
  ]);
  expect(percentOf(wan(300_000), total.totalInvestmentFen)).toBe("67.4%");
  const added = bySector.reduce((fen, row) => fen + (row.totalInvestmentFen ?? 0), 0);
  expect(added).toBe(total.totalInvestmentFen);
});

test("a project with a late milestone is counted once, and the ledger's filter finds the same ones", async () => {
  const manager = await ledger.viewer("manager");
  const [first, second] = await found({ unit: "县林业局" });
  const plan = (projectId: number | undefined, name: string, firstPlanned: string) => {
    const input = { projectId: projectId ?? 0, name, firstPlanned, forecast: null, note: null };
    return write((tx) => addMilestone(tx, manager, input));
  };
  await plan(first, "开工", "2023");
  const late = await plan(first, "建成", "2025-12");
  await plan(second, "建成", "2030");
  const leader = await ledger.viewer("leader");
  const sum = async (region: string | null) =>
    (await read((tx) => getOverview(tx, leader, { region }))).milestonesOverdue;
  expect(await found({ overdueMilestones: "1" })).toEqual([first]);
  expect(await sum(null)).toMatchObject({ projects: 1, known: 1 });
  expect(await sum("500229")).toEqual(await sum(null));
  expect((await sum("500114")).projects).toBe(0);
  await write((tx) =>
    completeMilestone(tx, manager, { id: late, version: 1, actual: "2026-01", note: null }),
  );
  expect((await sum(null)).projects).toBe(1);
  expect(await read(strayEntry)).toBeNull();
});

test("a reviewer's overview never holds another region, an administrator's holds nothing", async () => {
  const reviewer = await ledger.viewer("reviewer");
  const own = await read((tx) => getOverview(tx, reviewer, { region: null }));
  expect(own.total).toEqual({ projects: 27, known: 27, totalInvestmentFen: wan(97_325) });
  const other = await read((tx) => getOverview(tx, reviewer, { region: "500114" }));
  expect(other.total.projects).toBe(0);
  const administrator = await ledger.viewer("administrator");
  const nothing = await read((tx) => getOverview(tx, administrator, { region: null }));
  expect(nothing.total).toEqual({ projects: 0, known: 0, totalInvestmentFen: null });
});
