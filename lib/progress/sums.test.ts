import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { read, setClock, type Tx, type WriteTx } from "@/db/client";
import { moneyPlans, monthlyReturns, progressEntries, progressYears, projects } from "@/db/schema";
import { RETURN_STATES, STAGES, SYSTEM_LIGHTS } from "@/db/vocabulary";
import { readAsOf } from "@/lib/as-of/snapshots";
import { added, change, changed } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { BLOCK_IDS } from "@/lib/ledger/facts/block";
import { annualPlanFen, planLines } from "@/lib/money-plan/money-plan";
import { inPlaceSum, SUBMITTED_STATES } from "@/lib/monthly-return/monthly-return";
import { yearMoney } from "@/lib/overview/returns/curve";
import { createProject } from "@/lib/project/commands";
import { projectFacts } from "@/lib/project/input";
import { isInCurrentBasis, type ProjectRow } from "@/lib/project/project";
import { testLedger } from "@/lib/test-ledger";
import { type Columns, lightColumns, yearColumns } from "./columns";
import { strayProgress } from "./stray";

testLedger();
const DAY_MS = 86_400_000;
let now = Date.parse("2026-11-23T02:00:00.000Z");
const goOn = () => {
  now += DAY_MS;
  setClock(() => new Date(now));
};
const today = () => new Date(now).toISOString().slice(0, 10);
afterAll(() => setClock());

const REGION = "500229";
const REPORT = { year: 2026, month: "2026-11", due: "2026-10", regions: [REGION] };

const fen = fc.option(fc.integer({ min: -5_000, max: 9_000_000 }), { nil: null });
const project = fc.nat();
const step = fc.oneof(
  fc.record({
    kind: fc.constant("return" as const),
    project,
    month: fc.integer({ min: 1, max: 11 }),
    state: fc.constantFrom(...RETURN_STATES),
    light: fc.constantFrom(...SYSTEM_LIGHTS, null),
    completedFen: fen,
    paidFen: fen,
    central: fen,
  }),
  fc.record({ kind: fc.constant("stage" as const), project, stage: fc.constantFrom(...STAGES) }),
  fc.record({
    kind: fc.constant("plan" as const),
    project,
    month: fc.constantFrom(null, 3, 12),
    amountFen: fen,
  }),
  fc.record({ kind: fc.constant("project" as const) }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

let made = 0;

async function happen(tx: WriteTx, one: Step): Promise<void> {
  made += 1;
  if (one.kind === "project") return addProject(tx);
  // Few, so that the same ones are hit again and again.
  const all = await tx.select().from(projects).where(eq(projects.regionCode, REGION));
  const found = all[one.project % 5] ?? all[0];
  if (!found) throw new Error("No project.");
  const rows = [await rowOf(tx, found, one)];
  await change(tx, OPERATOR, { action: "project.corrected", projectId: found.id, rows });
}

function rowOf(tx: WriteTx, found: ProjectRow, one: Exclude<Step, { kind: "project" }>) {
  if (one.kind === "return") return returnRow(tx, found.id, one);
  if (one.kind === "plan") return planRow(tx, found.id, one);
  return changed("projects", found, { stage: one.stage });
}

async function addProject(tx: WriteTx): Promise<void> {
  const facts = { regionCode: REGION, name: `核桃加工${made}`, type: "construction" };
  const rest = { typeConfirmed: true, field: null, content: null, start: "2024", end: "2027" };
  const units = { owners: [], leads: [], supports: [], totalInvestmentFen: 5, primarySector: null };
  await createProject(tx, OPERATOR, projectFacts.parse({ ...facts, ...rest, ...units }));
}

async function returnRow(
  tx: WriteTx,
  projectId: number,
  { month, state, light, completedFen, paidFen, central }: Extract<Step, { kind: "return" }>,
) {
  const at = `2026-${String(month).padStart(2, "0")}`;
  const [before] = await tx
    .select()
    .from(monthlyReturns)
    .where(and(eq(monthlyReturns.projectId, projectId), eq(monthlyReturns.month, at)));
  const inPlaceFen: Record<string, number> = central === null ? {} : { central };
  const values = { state, completedFen, paidFen, inPlaceFen, systemLight: light } as const;
  if (before) return changed("monthly_returns", before, values);
  const rest = { stage: "in_progress", sameAsLast: false, late: false, requestKey: `${made}` };
  return added(tx, "monthly_returns", { projectId, month: at, ...rest, ...values } as never);
}

async function planRow(
  tx: WriteTx,
  projectId: number,
  { month, amountFen }: Extract<Step, { kind: "plan" }>,
) {
  const [before] = await tx
    .select()
    .from(moneyPlans)
    .where(and(eq(moneyPlans.projectId, projectId), eq(moneyPlans.year, 2026)));
  if (before && before.month === month) return changed("money_plans", before, { amountFen });
  return added(tx, "money_plans", { projectId, year: 2026, month, source: null, amountFen });
}

/** The same the long way: from returns, plans and stages themselves. */
async function fromScratch(tx: Tx) {
  const counted = (await tx.select().from(projects))
    .filter(({ regionCode, parentId }) => regionCode === REGION && parentId === null)
    .filter(({ stage }) => isInCurrentBasis(stage));
  const plans = await tx.select().from(moneyPlans);
  const planOf = new Map(
    counted.map(({ id }) => [
      id,
      annualPlanFen(planLines(plans.filter((plan) => plan.projectId === id)), 2026),
    ]),
  );
  const returns = (await tx.select().from(monthlyReturns)).filter(
    ({ projectId, state }) =>
      planOf.has(projectId) && (SUBMITTED_STATES as readonly string[]).includes(state),
  );
  const total = (rows: typeof returns, of: (row: (typeof returns)[number]) => number | null) =>
    rows.reduce((sum, row) => sum + (of(row) ?? 0), 0);
  const amounts = (rows: typeof returns) => ({
    completedFen: total(rows, (row) => row.completedFen),
    inPlaceFen: total(rows, (row) => inPlaceSum(row.inPlaceFen)),
    paidFen: total(rows, (row) => row.paidFen),
  });
  const known = [...planOf.values()].filter((plan) => plan !== null);
  const planned = returns.filter(({ projectId }) => planOf.get(projectId) != null);
  return {
    ...amounts(returns),
    ofPlanned: amounts(planned),
    planned: {
      fen: known.length > 0 ? known.reduce((sum, plan) => sum + plan, 0) : null,
      projects: known.length,
    },
    due: amounts(planned.filter(({ month }) => month <= "2026-10")).completedFen,
    completed: (until: string) =>
      amounts(returns.filter(({ month }) => month <= until)).completedFen,
    returns: (of: string) => returns.filter(({ month }) => month === of).length,
  };
}

async function expectSums(tx: Tx): Promise<void> {
  const kept = await yearMoney(tx, REPORT);
  const { due, completed, returns, ...sums } = await fromScratch(tx);
  expect(kept).toMatchObject(sums);
  expect(kept.due?.completedFen).toBe(due);
  expect(kept.curve.at(-1)?.plannedFen ?? 0).toBe(sums.planned.fen ?? 0);
  for (const point of kept.curve) {
    expect(point.completedFen).toBe(point.month > "2026-11" ? null : completed(point.month));
    expect(point.returns).toBe(returns(point.month));
  }
  expect(await strayProgress(tx)).toBeNull();
}

/** The columns in memory are the rows that the transaction sees. */
async function expectColumns(tx: Tx): Promise<void> {
  const seen = (columns: Columns) =>
    [...columns].flatMap(([place, own]) =>
      Array.from({ length: BLOCK_IDS }, (_, at) => [
        place * BLOCK_IDS + at,
        ...own.map((column) => column[at]),
      ]).filter(([, ...values]) => values.some((value) => !Number.isNaN(value))),
    );
  const known = (rows: (number | null)[][]) =>
    rows
      .filter(([, ...values]) => values.some((value) => value !== null))
      .map((row) => row.map((value) => value ?? Number.NaN));
  const entries = await tx.select().from(progressEntries).orderBy(progressEntries.projectId);
  expect(seen(await lightColumns(tx))).toEqual(
    known(
      entries.map(({ projectId, lastMonth, systemLight, selfLight, reviewerLight, ...row }) => [
        projectId,
        lastMonth === null ? null : SYSTEM_LIGHTS.indexOf(systemLight ?? "grey"),
        selfLight && SYSTEM_LIGHTS.indexOf(selfLight),
        reviewerLight && SYSTEM_LIGHTS.indexOf(reviewerLight),
        row.completedFen,
        systemLight && SYSTEM_LIGHTS.indexOf(systemLight),
        row.openProblems,
      ]),
    ),
  );
  const years = await tx
    .select()
    .from(progressYears)
    .where(eq(progressYears.year, 2026))
    .orderBy(progressYears.projectId);
  expect(seen(await yearColumns(tx, 2026))).toEqual(
    known(
      years.map(({ projectId, plannedFen, completedFen, inPlaceFen, paidFen }) => [
        projectId,
        plannedFen,
        completedFen,
        inPlaceFen,
        paidFen,
      ]),
    ),
  );
}

test("after whatever happens the kept sums are those of the returns, also when that was the past", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 10, maxLength: 25 }),
      fc.nat(),
      async (steps, pick) => {
        const recorded: { day: string; money: Awaited<ReturnType<typeof yearMoney>> }[] = [];
        for (const one of steps) {
          goOn();
          await write((tx) => happen(tx, one));
          recorded.push({ day: today(), money: await read((tx) => yearMoney(tx, REPORT)) });
          await read(expectColumns);
        }
        await read(expectSums);
        goOn();
        const then = recorded[pick % recorded.length];
        if (!then) throw new Error("Nothing happened.");
        await readAsOf(then.day, async (tx) => {
          expect(await yearMoney(tx, REPORT)).toEqual(then.money);
          await expectSums(tx);
          await expectColumns(tx);
        });
      },
    ),
    { numRuns: 8, endOnFailure: true, seed: 20261126 },
  );
}, 240_000);

test("a write that is given up leaves nothing in memory", async () => {
  const first = { kind: "return", project: 1, month: 2, state: "approved" } as const;
  const amounts = { light: "red", paidFen: null, central: null } as const;
  const attempt = (completedFen: number, giveUp: boolean) =>
    write(async (tx) => {
      await happen(tx, { ...first, ...amounts, completedFen });
      await expectColumns(tx);
      if (giveUp) throw new Error("given up");
    });
  await expect(attempt(5, true)).rejects.toThrow("given up");
  await read(expectColumns);
  await attempt(7, false);
  await read(expectColumns);
  await expect(attempt(9, true)).rejects.toThrow("given up");
  await attempt(11, false);
  await read(expectColumns);
});

test("a project that ends leaves the sums with all it has reported, and comes back with it", async () => {
  const money = () => read((tx) => yearMoney(tx, REPORT));
  const moveTo = (stage: "in_progress" | "terminated") =>
    write((tx) => happen(tx, { kind: "stage", project: 1, stage }));
  await moveTo("in_progress");
  await write(async (tx) => {
    await happen(tx, { kind: "plan", project: 1, month: null, amountFen: 1_200_000 });
    const amounts = { completedFen: 300, paidFen: 200, central: 100 };
    const facts = { month: 9, state: "approved", light: "green" } as const;
    await happen(tx, { kind: "return", project: 1, ...facts, ...amounts });
  });
  const before = await money();
  await moveTo("terminated");
  const without = await money();
  expect(without.planned.projects).toBe(before.planned.projects - 1);
  expect(without.curve[8]?.returns).toBe((before.curve[8]?.returns ?? 0) - 1);
  expect(without.ofPlanned.paidFen).toBeLessThan(before.ofPlanned.paidFen);
  await moveTo("in_progress");
  expect(await money()).toEqual(before);
});
