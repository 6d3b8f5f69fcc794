import { expect, test } from "vitest";
import { read } from "@/db/client";
import { answerRollup } from "@/lib/api/answers/rollup-answer";
import { rollup } from "@/lib/api/schemas/rollup";
import { figureCsv, figureXlsx } from "@/lib/export/figure-file";
import { DIMENSIONS, LENSES } from "@/lib/group/group";
import { translator } from "@/lib/language/translator";
import { parseFilterUrl, queryOf } from "@/lib/ledger/filter/filter-url";
import { sumLedger } from "@/lib/ledger/queries";
import { formatWan } from "@/lib/money";
import { testLedger } from "@/lib/test-ledger";
import { rollupSheet } from "./export/sheet";
import { lensFigure } from "./figure";
import { parseRollupUrl, rollupInput } from "./input";
import { ledgerQueryOf } from "./links";
import { type Rollup, rollUp } from "./queries";

const ledger = testLedger();
const wan = (fen: number | null) => (fen === null ? "–" : formatWan(fen));

async function ask(query: Record<string, string | string[]>): Promise<Rollup> {
  const viewer = await ledger.viewer("leader");
  return read((tx) => rollUp(tx, viewer, parseRollupUrl(query)));
}

/** `县林业局 9 10 10 28,470 25,475 34,470`: counts and amounts under the three lenses. */
async function byLens(query: Record<string, string>): Promise<string[]> {
  const { groups } = await ask(query);
  return groups.map(({ keys, lenses }) =>
    [
      ...keys.map(({ name, value }) => name?.name ?? value),
      ...LENSES.map((lens) => lenses[lens].projects),
      ...LENSES.map((lens) => wan(lenses[lens].totalInvestmentFen)),
    ].join(" "),
  );
}

test("Chengkou by lead unit, under each lens", async () => {
  expect(await byLens({ by: "lead", region: "500229", sort: "amount" })).toEqual([
    "县经济信息委 2 2 2 47,790 47,790 47,790",
    "县林业局 9 10 10 28,470 25,475 34,470",
    "县发展改革委 2 2 2 9,000 6,000 9,000",
    "县经济信息委（县科技局） 11 17 17 6,865 12,877.5 19,055",
    "县农业农村委 3 7 7 5,200 5,182.5 5,365",
  ]);
  const { totals } = await ask({ by: "lead", region: "500229" });
  expect(totals).toMatchObject({
    projects: 27,
    totalInvestmentFen: 97_325_000_000,
    coverage: { known: 27, of: 27 },
    countedTwiceFen: 18_355_000_000,
    countedTwiceProjects: 11,
  });
});

test("the bracketed name stands under the body that carries it on request", async () => {
  const rows = await byLens({ by: "lead", region: "500229", bracketed: "1" });
  expect(rows[0]).toBe("县经济信息委 13 19 19 54,655 60,667.5 66,845");
  expect(rows).toHaveLength(4);
});

test("Qianjiang: one park has 86.3 %", async () => {
  const { groups, largest, totals } = await ask({ by: "lead", region: "500114" });
  expect(
    groups.map(({ keys, projects, totalInvestmentFen }) => [
      keys[0]?.name?.name,
      projects,
      wan(totalInvestmentFen),
    ]),
  ).toEqual([
    ["正阳工业园区管委会", 1, "300,000"],
    ["区科技局", 11, "47,700"],
  ]);
  expect(largest).toMatchObject({
    name: "中国华录黔江数据湖科技园",
    totalInvestmentFen: 300_000_000_000,
  });
  expect(totals.totalInvestmentFen).toBe(347_700_000_000);
  const without = await ask({ by: "lead", region: "500114", excludeLargest: "1" });
  expect([without.totals.projects, wan(without.totals.totalInvestmentFen)]).toEqual([11, "47,700"]);
  expect(without.largestExcluded).toBe(true);
});

test("money by owner is never split over an open list or a placeholder; the named bodies still count", async () => {
  const rows = await byLens({ by: "owner", lens: "split", region: "500229", sort: "label" });
  expect(rows.filter((row) => /^[?+-]|县教委|三品功能/.test(row))).toEqual([
    "?市场主体 4 4 4 15,000 15,000 15,000",
    "?有关企业 1 1 1 45 45 45",
    "+等28个相关部门 1 1 1 42,690 42,690 42,690",
    "+等单位 2 2 2 500 500 500",
    "城口县三品功能食品研究所 3 4 4 120 80 120",
    "县教委 0 1 1 – – –",
  ]);
});

test("by kind of owner each project counts once per kind, and the shares of a kind add up", async () => {
  expect(await byLens({ by: "ownerKind", lens: "split", sort: "label" })).toEqual([
    "? 17 17 17 362,745 362,745 362,745",
    "+ 3 3 3 43,190 43,190 43,190",
    "company 7 10 10 4,300 4,090 4,480",
    "department 4 5 5 19,580 19,580 19,580",
    "institution 8 10 10 15,210 15,320 15,610",
    "university 0 3 3 – 100 200",
    "- 9 9 9 – – –",
  ]);
});

test("by year amounts are derived: beside the groups, and in them only when asked for", async () => {
  const query = { by: "activeYear", region: "500229", sort: "label" };
  const shown = ({ groups }: Rollup) =>
    groups.map((group) =>
      [
        group.keys[0]?.value,
        group.projects,
        wan(group.totalInvestmentFen),
        wan(group.derivedFen),
        group.coverage.known,
      ].join(" "),
    );
  const plain = await ask(query);
  expect(shown(plain)).toEqual([
    "2021 26 – 18,978.333334 0",
    "2022 27 – 20,253.333333 0",
    "2023 27 – 20,253.333333 0",
    "2024 26 – 18,920 0",
    "2025 26 – 18,920 0",
  ]);
  expect(plain.totals).toMatchObject({
    projects: 27,
    totalInvestmentFen: 97_325_000_000,
    derivedFen: 97_325_000_000,
  });
  const derived = await ask({ ...query, derived: "1" });
  expect(shown(derived)[0]).toBe("2021 26 18,978.333334 18,978.333334 26");
  expect(derived.totals).toEqual(plain.totals);
});

test("what is unknown is no zero: Dianjiang has nine projects and no amount", async () => {
  const { groups, totals } = await ask({ by: "lead", region: "500231" });
  expect(groups).toHaveLength(1);
  expect(groups[0]).toMatchObject({
    projects: 9,
    totalInvestmentFen: null,
    coverage: { known: 0, of: 9 },
  });
  expect(totals).toMatchObject({ projects: 9, totalInvestmentFen: null, countedTwiceFen: 0 });
});

test("a reviewer's rollup holds the own region only, an administrator's nothing", async () => {
  const projects = async (username: string) => {
    const viewer = await ledger.viewer(username);
    const { totals } = await read((tx) => rollUp(tx, viewer, parseRollupUrl({ by: "region" })));
    return totals.projects;
  };
  expect([
    await projects("reviewer"),
    await projects("auditor"),
    await projects("administrator"),
  ]).toEqual([27, 48, 0]);
});

test("under the first-named lens only who is first named has a row", async () => {
  const { groups } = await ask({ by: "ownerKind", lens: "first" });
  expect(groups.map(({ keys }) => keys[0]?.value)).not.toContain("university");
});

test("the API and the command line say the numbers of the page", async () => {
  const viewer = await ledger.viewer("leader");
  const query = { by: "lead", lens: "split", region: "500229" };
  const page = await ask(query);
  const answer = await read((tx) =>
    answerRollup(tx, viewer, translator("zh-CN"), rollupInput.parse(query)),
  );
  expect(rollup.parse(answer)).toEqual(answer);
  expect(
    answer.groups.map(({ projects, totalInvestmentFen }) => [projects, totalInvestmentFen]),
  ).toEqual(page.groups.map(({ projects, totalInvestmentFen }) => [projects, totalInvestmentFen]));
  expect(
    answer.groups.map(({ label, totalInvestmentWan }) => `${label} ${totalInvestmentWan}`),
  ).toEqual([
    "县经济信息委 47790",
    "县林业局 25475",
    "县经济信息委（县科技局） 12877.5",
    "县发展改革委 6000",
    "县农业农村委 5182.5",
  ]);
  expect(answer.totals).toMatchObject({
    projects: 27,
    totalInvestmentWan: "97325",
    countedTwiceWan: "18355",
    coverage: { known: 27, of: 27 },
  });
});

test.each([
  { by: "moon" },
  { by: "lead,lead" },
  { lens: "x" },
  { by: "lead", colour: "1" },
  { top: "0" },
  { page: "2" },
])("the strict reading refuses %o", (query) => {
  expect(rollupInput.safeParse(query).success).toBe(false);
  expect(parseRollupUrl(query as never).by.length).toBeGreaterThan(0);
});

test("a file holds every group with all lenses, neutralised and with its totals", async () => {
  const t = translator("zh-CN");
  const asked = parseRollupUrl({ by: "lead", region: "500229", lens: "split" });
  const viewer = await ledger.viewer("leader");
  const sheet = await read(async (tx) =>
    rollupSheet(t, asked, {
      rollup: await rollUp(tx, viewer, asked),
      names: {
        regions: new Map([["500229", "城口县"]]),
        plan: null,
        units: null,
        scope: null,
        groups: [],
        without: null,
      },
      exportedAt: tx.now,
      exportedBy: "=领导",
      sample: false,
      head: { seq: 7, hash: "ab".repeat(32) },
      returns: null,
    }),
  );
  const csv = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await figureCsv(sheet));
  expect(csv).toContain("县林业局,10,28470,25475,34470,10/10\r\n");
  expect(csv).toContain("合计（去重）,27,97325,97325,97325,27/27");
  expect(csv).toContain("'=领导");
  expect(csv).toContain(`第 7 号事件，SHA-256 ${"ab".repeat(32)}`);
  const xlsx = await figureXlsx(sheet);
  expect(xlsx.byteLength).toBeGreaterThan(1_000);
});

test("every dimension, alone and beside every other, adds up to what the ledger counts", async () => {
  const viewer = await ledger.viewer("leader");
  for (const by of DIMENSIONS) {
    for (const second of [...DIMENSIONS, null].filter((one) => one !== by)) {
      for (const lens of ["first", "split"] as const) {
        const asked = parseRollupUrl({ by: second ? [by, second] : by, lens, derived: "1" });
        const { rollup, sum } = await read(async (tx) => ({
          rollup: await rollUp(tx, viewer, asked),
          sum: await sumLedger(tx, viewer, asked.filters),
        }));
        const added = rollup.groups.reduce(
          (fen, group) => fen + (group.totalInvestmentFen ?? 0),
          0,
        );
        expect(added, `${by} ${second} ${lens}`).toBe(445_025_000_000);
        expect(rollup.totals.totalInvestmentFen).toBe(sum.totals.plan.fen);
        expect(rollup.totals.coverage).toEqual(sum.totals.plan.coverage);
      }
    }
  }
});

test("every cell leads to exactly its projects, and the ledger shows its figure beside the full one", async () => {
  const viewer = await ledger.viewer("leader");
  const questions: Record<string, string>[] = DIMENSIONS.flatMap((by) =>
    LENSES.map((lens) => ({ by, lens, derived: "1" })),
  );
  questions.push(
    { by: "lead,sector", lens: "split", region: "500229", derived: "1" },
    { by: "owner,activeYear", lens: "first", derived: "1" },
    { by: "lead", lens: "first", bracketed: "1" },
    { by: "lead", lens: "involvement", excludeLargest: "1", basis: "current" },
  );
  for (const query of questions) {
    const asked = parseRollupUrl(query);
    await read(async (tx) => {
      const { groups, largest, largestExcluded } = await rollUp(tx, viewer, asked);
      for (const group of groups.filter(({ projects }) => projects > 0)) {
        const excluded = largestExcluded ? (largest?.id ?? null) : null;
        const search = new URLSearchParams(ledgerQueryOf(asked, group.keys, excluded));
        const filters = parseFilterUrl(queryOf(search));
        const { total } = await sumLedger(tx, viewer, filters);
        expect(total, `${search}`).toBe(group.projects);
        const figure = await lensFigure(tx, viewer, filters);
        if (figure) expect(figure.totalInvestmentFen, `${search}`).toBe(group.totalInvestmentFen);
      }
    });
  }
});

test("a lens beside a unit filter shows both figures", async () => {
  const viewer = await ledger.viewer("leader");
  const filters = parseFilterUrl({ unit: "县林业局", lens: "split", region: "500229" });
  const figure = await read((tx) => lensFigure(tx, viewer, filters));
  expect(figure).toMatchObject({ lens: "split", totalInvestmentFen: 25_475_000_000 });
});
