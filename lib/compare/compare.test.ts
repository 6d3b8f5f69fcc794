import { eq } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { read, setClock } from "@/db/client";
import { projects } from "@/db/schema";
import { readAsOf } from "@/lib/as-of/snapshots";
import { happen, step } from "@/lib/as-of/test-steps";
import { change, changed } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { NO_FILTERS } from "@/lib/ledger/filter/filters";
import { loadLedgerItems } from "@/lib/ledger/items";
import { testLedger } from "@/lib/test-ledger";
import { type Comparison, changedFacts, type FactChange } from "./comparison";
import { factsOf, narrowFacts } from "./facts";
import { compareDays } from "./queries";
import { MONEY_PARTS } from "./words";

const ledger = testLedger();
const DAY_MS = 86_400_000;
let now = Date.parse("2026-11-23T02:00:00.000Z");
const goOn = (days: number) => {
  now += days * DAY_MS;
  setClock(() => new Date(now));
};
const today = () => new Date(now).toISOString().slice(0, 10);
afterAll(() => setClock());

async function correct(id: number, values: Partial<typeof projects.$inferInsert>) {
  await write(async (tx) => {
    const [project] = await tx.select().from(projects).where(eq(projects.id, id));
    if (!project) throw new Error("no project");
    const rows = [changed("projects", project, values)];
    await change(tx, OPERATOR, { action: "project.corrected", projectId: id, rows });
  });
}

test("each changed field stands with both values; the withdrawn one is gone, and money says where it went", async () => {
  const auditor = await ledger.viewer("auditor");
  const from = today();
  goOn(30);
  await correct(14, { totalInvestmentFen: 7_400_000_000, content: "新的内容" });
  await correct(1, { stage: "withdrawn" });
  await correct(3, { stage: "terminated" });
  goOn(1);
  const found = await compareDays(auditor, { from, to: today(), filters: NO_FILTERS });
  expect(found.added).toEqual([]);
  expect(found.removed).toMatchObject([{ id: 1, cause: "withdrawn" }]);
  expect(found.changed.map(({ id }) => id)).toEqual([3, 14]);
  expect(found.changed[1]?.changes).toMatchObject([
    { field: "totalInvestmentFen", before: 500_000_000, after: 7_400_000_000 },
    { field: "content", after: "新的内容" },
  ]);
  expect(found.money).toMatchObject({ raised: 6_900_000_000, lowered: 0 });
  expect(found.money.removed).toBe(-5_100_000_000);
  expect(found.money.ended).toBeLessThan(0);
  expect(found.before.head.seq).toBeLessThan(found.after.head.seq);
});

test("under a filter, what left it is gone and what came into it is added", async () => {
  const auditor = await ledger.viewer("auditor");
  const from = today();
  goOn(1);
  await correct(5, { stage: "in_progress" });
  goOn(1);
  const under = (stage: "planned" | "in_progress") =>
    compareDays(auditor, { from, to: today(), filters: { ...NO_FILTERS, stage: [stage] } });
  expect((await under("planned")).removed).toMatchObject([{ id: 5, cause: "left_filter" }]);
  expect((await under("in_progress")).added).toMatchObject([{ id: 5, cause: "came_into_filter" }]);
});

test("the same day twice and a day without a ledger are refused", async () => {
  const auditor = await ledger.viewer("auditor");
  const ask = (from: string, to: string) => compareDays(auditor, { from, to, filters: NO_FILTERS });
  await expect(ask(today(), today())).rejects.toMatchObject({ key: "sameDays" });
  await expect(ask("2020-01-01", today())).rejects.toMatchObject({ key: "asOfTooEarly" });
  const manager = await ledger.viewer("manager");
  await expect(ask("2026-11-23", today())).resolves.toBeDefined();
  await expect(
    compareDays(manager, { from: "2026-11-23", to: today(), filters: NO_FILTERS }),
  ).rejects.toThrow(/rollup.read/);
});

test("whatever happens in between, the movements add up, and nothing that changed is missing", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 16 }), async (steps) => {
      goOn(1);
      const from = today();
      const ids = await read((tx) => tx.select({ id: projects.id }).from(projects));
      const before = await read((tx) =>
        loadLedgerItems(
          tx,
          ids.map(({ id }) => id),
        ),
      );
      goOn(1);
      for (const one of steps) await write((tx) => happen(tx, one)).catch(() => undefined);
      goOn(1);
      const found = await compareDays(OPERATOR, { from, to: today(), filters: NO_FILTERS });
      expect(changesIn(found)).toEqual(await changesBetween(from, today()));
      const { money } = found;
      const moved = MONEY_PARTS.reduce((sum, part) => sum + money[part], 0);
      expect(money.before + moved).toBe(money.after);
      expect(money.before).toBe(found.before.totals.current.fen);
      expect(money.after).toBe(found.after.totals.current.fen);
      const named = new Set(
        [...found.added, ...found.removed, ...found.changed].map(({ id }) => id),
      );
      const after = await read((tx) =>
        loadLedgerItems(
          tx,
          ids.map(({ id }) => id),
        ),
      );
      for (const [at, item] of after.entries()) {
        const old = before[at];
        const same =
          item.name === old?.name &&
          item.stage === old.stage &&
          item.totalInvestmentFen === old.totalInvestmentFen &&
          item.content === old.content &&
          item.type === old.type;
        const gone = item.stage === "withdrawn" && old?.stage === "withdrawn";
        if (!same && !gone) expect(named.has(item.id), `project ${item.id}`).toBe(true);
      }
    }),
    { numRuns: 4, endOnFailure: true, seed: 20261126 },
  );
}, 60_000);

function changesIn({ changed }: Comparison): Map<number, FactChange[]> {
  return new Map(changed.map(({ id, changes }) => [id, changes]));
}

/** What differs when all facts of both days are read and held against each other. */
async function changesBetween(from: string, to: string): Promise<Map<number, FactChange[]>> {
  const [before, after] = [await allFacts(from), await allFacts(to)];
  const both = [...after].flatMap(([id, facts]) => {
    const old = before.get(id);
    const isThere = old && old.stage !== "withdrawn" && facts.stage !== "withdrawn";
    return isThere ? [[id, changedFacts(old, facts)] as const] : [];
  });
  return new Map(both.filter(([, changes]) => changes.length > 0));
}

function allFacts(day: string) {
  return readAsOf(day, async (tx) => {
    const all = await narrowFacts(tx);
    return factsOf(tx, [...all.keys()], all);
  });
}
