import { eq } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import type { WriteTx } from "@/db/client";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import type { Stage } from "@/db/vocabulary";
import { PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import { change, changed } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { type Actor, OPERATOR } from "@/lib/auth/actor";
import { DIMENSIONS, LENSES } from "@/lib/group/group";
import { factsOf } from "@/lib/ledger/facts/kept";
import { type Selected, select } from "@/lib/ledger/facts/selection";
import { COUNTED, countUp, pageInOrder } from "@/lib/ledger/facts/totals";
import { type LedgerItem, type LedgerUnit, loadLedgerItems } from "@/lib/ledger/items";
import { matchLedger } from "@/lib/ledger/match/match";
import { listLedgerIds, sumLedger } from "@/lib/ledger/queries";
import { addMilestone } from "@/lib/milestone/commands";
import { createProject } from "@/lib/project/commands";
import { projectFacts } from "@/lib/project/input";
import { testLedger } from "@/lib/test-ledger";
import { parseRollupUrl } from "./input";
import { rollUp } from "./queries";
import { portion, sharesOf, spreadOverYears } from "./rollup";

testLedger();

const UNITS = ["县林业局", "县教委", "县水利局", "县药监局", "某公司", "某大学"];
const unit = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(...UNITS).map((text) => ({ entryKind: "named" as const, text })),
  },
  fc.constantFrom("企业", "有关企业").map((text) => ({ entryKind: "placeholder" as const, text })),
  fc.constantFrom("等单位", "等9个部门").map((text) => ({ entryKind: "open_list" as const, text })),
);
const units = fc.uniqueArray(unit, { maxLength: 5, selector: ({ text }) => text });
const facts = fc.record({
  regionCode: fc.constantFrom("500229", "500114"),
  name: fc.constantFrom("核桃", "天麻", "路"),
  type: fc.constantFrom(...PROJECT_TYPES),
  typeConfirmed: fc.boolean(),
  field: fc.constant(null),
  content: fc.constant(null),
  start: fc.constantFrom(null, "2021", "2022-03", "2024-05-06"),
  end: fc.constantFrom(null, "2024-06", "2027"),
  totalInvestmentFen: fc.option(fc.integer({ min: 0, max: 1_000_003 })),
  owners: units,
  leads: units,
  supports: units,
  primarySector: fc.option(
    fc.record({ sector: fc.constantFrom(...SECTORS), confirmed: fc.boolean() }),
  ),
});

beforeAll(async () => {
  const random = fc.sample(facts, { numRuns: 150, seed: 20261123 });
  await write(async (tx) => {
    for (const [at, fact] of random.entries()) {
      const id = await createProject(
        tx,
        OPERATOR,
        projectFacts.parse({ ...fact, name: `${fact.name}${at}` }),
      );
      if (at % 3 === 0) await plan(tx, id, at % 2 === 0 ? "2024-06" : "2030");
      if (at % 4 === 0) await setStage(tx, id, STAGES[at % STAGES.length] ?? "planned");
    }
  });
}, 60_000);

async function plan(tx: WriteTx, projectId: number, firstPlanned: string) {
  const name = "建成";
  await addMilestone(tx, OPERATOR, { projectId, name, firstPlanned, forecast: null, note: null });
}

function several<Word extends string>(...words: Word[]) {
  return fc.uniqueArray(fc.constantFrom(...words), { minLength: 1, maxLength: 3 });
}

const always = {
  by: fc.uniqueArray(fc.constantFrom(...DIMENSIONS), { minLength: 1, maxLength: 2 }),
  lens: fc.constantFrom(...LENSES),
  basis: fc.constantFrom("plan", "current"),
  excludeLargest: fc.constantFrom("0", "1"),
  bracketed: fc.constantFrom("0", "1"),
};
const filters = {
  region: several("500229", "500114", "999999"),
  sector: several(...SECTORS, "none"),
  sectorRank: fc.constantFrom("primary", "any"),
  type: several(...PROJECT_TYPES),
  stage: several(...STAGES),
  q: fc.constantFrom("核桃", "天"),
  unit: fc.constantFrom(...UNITS),
  unitRole: fc.constantFrom("any", "lead", "owner"),
  yearFrom: fc.constantFrom("2022", "2025"),
  yearTo: fc.constantFrom("2022", "2026"),
  amountFrom: fc.constantFrom("0", "0.1", "0.5"),
  amountTo: fc.constantFrom("0", "0.4"),
  amount: fc.constantFrom("unknown"),
  overdue: fc.constant("1"),
  overdueMilestones: fc.constant("1"),
  joint: fc.constant("1"),
  owner: fc.constantFrom("placeholder", "unstated"),
  lead: fc.constantFrom("placeholder", "unstated"),
  sponsor: fc.constant("nobody"),
  mine: fc.constant("1"),
  plan: fc.constantFrom("1", "2"),
};
const names = Object.keys(filters) as (keyof typeof filters)[];

/** With few filters at a time: all of them together would find nothing. */
function questionWith(allowed: typeof names) {
  return fc
    .tuple(
      fc.record(always),
      fc.record(filters),
      fc.uniqueArray(fc.constantFrom(...allowed), { maxLength: 3 }),
    )
    .map(([question, values, chosen]) => ({
      ...question,
      ...(Object.fromEntries(chosen.map((name) => [name, values[name]])) as Partial<typeof values>),
    }));
}

const question = questionWith(names);

test("first-named and equal shares add up to the deduplicated total, in every dimension and filter", async () => {
  await fc.assert(
    fc.asyncProperty(question, async (query) => {
      const asked = parseRollupUrl({ ...query, derived: "1" });
      const { rollup, sum } = await read(async (tx) => ({
        rollup: await rollUp(tx, OPERATOR, asked),
        sum: await sumLedger(tx, OPERATOR, asked.filters),
      }));
      const { totals, groups, largest, largestExcluded } = rollup;
      const added = groups.reduce((fen, group) => fen + (group.totalInvestmentFen ?? 0), 0);
      const twice = asked.lens === "involvement" ? totals.countedTwiceFen : 0;
      expect(added).toBe((totals.totalInvestmentFen ?? 0) + twice);
      const whole = sum.totals[rollup.basis];
      const left = largestExcluded ? (largest?.totalInvestmentFen ?? 0) : 0;
      expect(totals.totalInvestmentFen ?? 0).toBe((whole.fen ?? 0) - left);
      expect(totals.projects).toBe(whole.coverage.of - (largestExcluded ? 1 : 0));
      expect(totals.coverage.known).toBe(whole.coverage.known - (largestExcluded ? 1 : 0));
      for (const { projects, coverage } of groups) {
        expect(coverage.of).toBe(projects);
        expect(coverage.known).toBeLessThanOrEqual(projects);
      }
    }),
    { numRuns: 400, seed: 7 },
  );
});

test("the ledger's sums are those of the rules applied to each project", async () => {
  await fc.assert(
    fc.asyncProperty(
      question.filter(({ basis, excludeLargest }) => basis === "current" && excludeLargest !== "1"),
      fc.constantFrom("lead", "responsible", "owner", "activeYear"),
      async ({ by: _, bracketed: __, ...query }, by) => {
        const asked = parseRollupUrl({ ...query, by, derived: "1" });
        const { rollup, items } = await read(async (tx) => {
          const ids = await listLedgerIds(tx, OPERATOR, asked.filters);
          return {
            rollup: await rollUp(tx, OPERATOR, asked),
            items: await loadLedgerItems(tx, ids),
          };
        });
        const expected = new Map<string, { projects: number; fen: number }>();
        for (const item of items) {
          for (const { key, fen } of portionsOf(item, by, asked.lens)) {
            const sum = expected.get(key) ?? { projects: 0, fen: 0 };
            expected.set(key, { projects: sum.projects + 1, fen: sum.fen + fen });
          }
        }
        const found = rollup.groups
          .filter(({ projects }) => projects > 0)
          .map(({ keys, projects, totalInvestmentFen }) => [
            keys[0]?.value,
            { projects, fen: totalInvestmentFen ?? 0 },
          ]);
        expect(new Map(found as never)).toEqual(expected);
      },
    ),
    { numRuns: 200, seed: 11 },
  );
});

const REVIEWER: Actor = { ...OPERATOR, kind: "reviewer", scope: "region", regionCode: "500114" };
const seers = fc.constantFrom(OPERATOR, REVIEWER, { ...REVIEWER, kind: "administrator" as const });

const elsewhere = ["sponsor", "mine"];

test("what the columns in memory find is what the database finds, whoever asks", async () => {
  const asked = questionWith(names.filter((name) => !elsewhere.includes(name)));
  let found = 0;
  await fc.assert(
    fc.asyncProperty(seers, asked, async (viewer, query) => {
      const { filters } = parseRollupUrl(query);
      await read(async (tx) => {
        const facts = await factsOf(tx, []);
        const match = await matchLedger(tx, viewer, filters, ["basis"]);
        expect(match.inMemory).not.toBeNull();
        const inMemory = idsOf(await select(tx, facts, filters.basis, match));
        const bySql = await select(tx, facts, filters.basis, { ...match, inMemory: null });
        expect(inMemory).toEqual(idsOf(bySql));
        found += inMemory.length;
      });
    }),
    { numRuns: 300, seed: 3 },
  );
  expect(found).toBeGreaterThan(300);
});

test("the ledger's count, sums and pages from memory are those that the database gives", async () => {
  const asked = questionWith(names.filter((name) => !elsewhere.includes(name)));
  const page = fc.record({ skipped: fc.nat({ max: 60 }), size: fc.constantFrom(1, 7, 50) });
  const orders = fc.constantFrom("asc" as const, "desc" as const);
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      seers,
      asked,
      page,
      orders,
      async (viewer, query, { skipped, size }, order) => {
        const filters = { ...parseRollupUrl(query).filters, order };
        await read(async (tx) => {
          const match = await matchLedger(tx, viewer, filters);
          const selected = await select(tx, await factsOf(tx, []), null, match);
          const [sums] = await tx.select(COUNTED).from(match.from).where(match.where);
          const counted = countUp(selected);
          expect(counted).toEqual(
            Object.fromEntries(Object.entries(sums ?? {}).map(([name, sum]) => [name, sum ?? 0])),
          );
          const ids = await listLedgerIds(tx, viewer, filters);
          expect(counted.projects).toBe(ids.length);
          const expected = ids.slice(skipped, skipped + size);
          expect(pageInOrder(selected, order, { skipped, size })).toEqual(expected);
          found += expected.length;
        });
      },
    ),
    { numRuns: 300, seed: 3 },
  );
  expect(found).toBeGreaterThan(300);
});

function idsOf(selected: Selected[]): number[] {
  return selected
    .flatMap(({ block, rows }) => Array.from(rows, (row) => block.ids[row] ?? 0))
    .sort((one, other) => one - other);
}

function portionsOf(item: LedgerItem, by: string, lens: (typeof LENSES)[number]) {
  const amount = item.totalInvestmentFen ?? 0;
  if (by === "activeYear") {
    if (item.startOn === null || item.endOn === null) return [{ key: "-", fen: amount }];
    const years = [item.startOn, item.endOn].map((day) => Number(day.slice(0, 4)));
    return spreadOverYears(amount, years[0] ?? 0, years[1] ?? 0).map(({ year, fen }) => ({
      key: String(year),
      fen,
    }));
  }
  const listed = {
    lead: item.leads,
    responsible: [...item.leads, ...item.supports],
    owner: item.owners,
  }[by];
  const places = (listed ?? []).map((one) => ({ key: keyOf(one), entryKind: one.entryKind }));
  return sharesOf(places).flatMap((share) => {
    const fen = portion(amount, share, lens);
    return fen === null ? [] : [{ key: share.key, fen }];
  });
}

function keyOf({ entryKind, organizationId, text }: LedgerUnit): string {
  if (entryKind === "named") return String(organizationId);
  return `${entryKind === "placeholder" ? "?" : "+"}${text}`;
}

/** Straight to the stage: the rules of stages are not what is tested here. */
async function setStage(tx: WriteTx, id: number, stage: Stage): Promise<void> {
  const [project] = await tx.select().from(projects).where(eq(projects.id, id));
  if (!project) throw new Error("The project was just made.");
  await change(tx, OPERATOR, {
    action: "project.stage_changed",
    projectId: id,
    rows: [changed("projects", project, { stage })],
  });
}
