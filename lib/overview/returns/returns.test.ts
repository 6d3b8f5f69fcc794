import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import {
  ledgerEntries,
  moneyPlans,
  monthlyReturns,
  problems,
  progressEntries,
  projects,
} from "@/db/schema";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { groupReference } from "@/lib/group/group";
import { parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { sumLedger } from "@/lib/ledger/queries";
import { annualPlanFen, planLines } from "@/lib/money-plan/money-plan";
import { SUBMITTED_STATES } from "@/lib/monthly-return/monthly-return";
import { changeStage } from "@/lib/project/stage/commands";
import { stageChange } from "@/lib/project/stage/input";
import { SAMPLE_DAY, testSample } from "@/lib/sample/test-sample";
import { LIGHTS_COUNTED } from "./lights";
import { getReturnOverview } from "./queries";

const sample = testSample();
/** The third county names no leads: nobody could report, so it has not gone live. */
const LIVE = ["500114", "500229"];

async function overview(region: string | null = null, username = "leader") {
  const viewer = await sample.viewer(username);
  const found = await read((tx) => getReturnOverview(tx, viewer, { region }));
  if (!found) throw new Error("No returns.");
  return found;
}

/** The same sums the long way: from the returns and plans themselves. */
async function byHand(region: string | null) {
  return read(async (tx) => {
    const current = await tx
      .select({ id: ledgerEntries.projectId, region: ledgerEntries.regionCode })
      .from(ledgerEntries)
      .where(eq(ledgerEntries.inCurrentBasis, 1));
    const ids = new Set(
      current
        .filter((row) => (region ? row.region === region : LIVE.includes(row.region)))
        .map(({ id }) => id),
    );
    const counts = (row: { projectId: number }) => ids.has(row.projectId);
    const returns = (await tx.select().from(monthlyReturns))
      .filter(counts)
      .filter(
        ({ state, month }) =>
          (SUBMITTED_STATES as readonly string[]).includes(state) && month.startsWith("2026-"),
      );
    const plans = (await tx.select().from(moneyPlans)).filter(counts);
    const planOf = (id: number) =>
      annualPlanFen(planLines(plans.filter(({ projectId }) => projectId === id)), 2026);
    const total = (rows: { fen: number | null }[]) =>
      rows.reduce((sum, { fen }) => sum + (fen ?? 0), 0);
    return {
      projects: ids.size,
      planned: total([...ids].map((id) => ({ fen: planOf(id) }))),
      plans: [...ids].filter((id) => planOf(id) !== null).length,
      completed: (until: string) =>
        total(
          returns
            .filter(({ month }) => month <= until)
            .map(({ completedFen }) => ({ fen: completedFen })),
        ),
      paid: total(returns.map(({ paidFen }) => ({ fen: paidFen }))),
      reported: returns.filter(({ month }) => month === "2026-11").length,
      dueOfPlanned: total(
        returns
          .filter(({ projectId, month }) => planOf(projectId) !== null && month <= "2026-10")
          .map(({ completedFen }) => ({ fen: completedFen })),
      ),
      ofPlanned: total(
        returns
          .filter(({ projectId }) => planOf(projectId) !== null)
          .map(({ completedFen }) => ({ fen: completedFen })),
      ),
    };
  });
}

test.each([null, "500229", "500114"])(
  "the amounts and the curve of %s are those of the returns and plans",
  async (region) => {
    const found = await overview(region);
    const hand = await byHand(region);
    expect(found).toMatchObject({ month: "2026-11", of: hand.projects, reported: hand.reported });
    expect(found.money.planned).toEqual({ fen: hand.planned, projects: hand.plans });
    expect(found.money.completedFen).toBe(hand.completed("2026-11"));
    expect(found.money.paidFen).toBe(hand.paid);
    expect(found.money.ofPlanned.completedFen).toBe(hand.ofPlanned);
    for (const { month, completedFen } of found.money.curve)
      expect(completedFen, month).toBe(month > "2026-11" ? null : hand.completed(month));
    expect(found.money.curve.at(-1)?.plannedFen).toBe(hand.planned);
    expect(found.rates.completedBp).toBe(Math.round((hand.ofPlanned * 10_000) / hand.planned));
    // November has opened, but only October is past its day.
    expect(found.due).toBe("2026-10");
    expect(found.money.due?.completedFen).toBe(hand.dueOfPlanned);
  },
);

test("each light of each unit leads to exactly its projects, and they add up", async () => {
  const leader = await sample.viewer("leader");
  const { lights, of, regions } = await overview();
  const total = (counts: Record<string, number>) =>
    Object.values(counts).reduce((a, b) => a + b, 0);
  expect(total(lights.all)).toBe(of);
  expect(lights.byUnit.reduce((sum, unit) => sum + unit.projects, 0)).toBe(of);
  for (const unit of lights.byUnit) {
    for (const light of LIGHTS_COUNTED) {
      const filters = parseFilterUrl({
        region: regions,
        basis: "current",
        group: groupReference(unit.key),
        lens: "first",
        light,
      });
      const found = await read((tx) => sumLedger(tx, leader, filters));
      expect(found.total, `${unit.key.value} ${light}`).toBe(unit.lights[light]);
    }
  }
});

test("problems and the amount to date", async () => {
  const { problems: counted, lights } = await overview();
  const rows = await read((tx) => tx.select().from(problems));
  const open = rows.filter(({ state }) => state === "open");
  const late = open.filter(({ dueOn }) => (dueOn ?? "9") < SAMPLE_DAY);
  expect(counted).toEqual({
    open: open.length,
    overdue: late.length,
    projectsOverdue: new Set(late.map(({ projectId }) => projectId)).size,
  });
  const entries = await read((tx) => tx.select().from(progressEntries));
  const known = entries.filter(({ completedFen }) => completedFen !== null);
  expect(lights.completed).toEqual({
    fen: known.reduce((sum, { completedFen }) => sum + (completedFen ?? 0), 0),
    known: known.length,
  });
});

test("a reviewer sees the own region, a manager nothing of it", async () => {
  expect((await overview(null, "reviewer")).regions).toEqual(["500229"]);
  const manager = await sample.viewer("manager");
  expect(await read((tx) => getReturnOverview(tx, manager, { region: null }))).toBeNull();
});

test("a project that was withdrawn leaves plan, completed and lights", async () => {
  const before = await overview("500229");
  const [project] = await read((tx) =>
    tx
      .select({ project: projects })
      .from(projects)
      .innerJoin(progressEntries, eq(progressEntries.projectId, projects.id))
      .where(eq(projects.stage, "in_progress"))
      .limit(1),
  );
  if (!project) throw new Error("No project.");
  const { id, version } = project.project;
  await write((tx) =>
    changeStage(
      tx,
      OPERATOR,
      stageChange.parse({
        id,
        version,
        stage: "withdrawn",
        stageOn: SAMPLE_DAY,
        reason: "不再实施",
        documentNumber: "城府发〔2026〕1号",
      }),
    ),
  );
  const after = await overview("500229");
  const hand = await byHand("500229");
  expect(after.of).toBe(before.of - 1);
  expect(after.money.planned.fen).toBe(hand.planned);
  expect(after.money.completedFen).toBe(hand.completed("2026-11"));
  expect(after.money.completedFen).toBeLessThan(before.money.completedFen);
});
