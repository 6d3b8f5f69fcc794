import { and, eq, inArray } from "drizzle-orm";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { progressYears } from "@/db/schema";
import { answerRollup } from "@/lib/api/answers/rollup-answer";
import { rollup as rollupShape } from "@/lib/api/schemas/rollup";
import { figureCsv } from "@/lib/export/figure-file";
import type { GroupReference } from "@/lib/group/group";
import { translator } from "@/lib/language/translator";
import { parseFilterUrl, queryOf } from "@/lib/ledger/filter/filter-url";
import { listLedgerIds } from "@/lib/ledger/queries";
import { testSample } from "@/lib/sample/test-sample";
import { rollupSheet } from "../export/sheet";
import { parseRollupUrl, type RollupQuestion } from "../input";
import { ledgerQueryOf } from "../links";
import { rollUp } from "../queries";
import { rollUpReported } from "./ordered";
import { rollUpReturns } from "./queries";
import { RETURN_AMOUNTS, RETURN_SORTS, type ReturnAmount, type ReturnFigures } from "./returns";

const sample = testSample();

async function rolled(query: Record<string, string>) {
  const viewer = await sample.viewer("leader");
  const asked = parseRollupUrl({ measure: "returns", ...query });
  return read(async (tx) => {
    const rollup = await rollUp(tx, viewer, asked);
    const returns = await rollUpReturns(tx, viewer, asked, null);
    if (!returns) throw new Error("No returns.");
    return { asked, rollup, returns };
  });
}

/** The figures of the projects that the ledger lists for a group, added up one by one. */
async function byHand(asked: RollupQuestion, keys: GroupReference[]) {
  const viewer = await sample.viewer("leader");
  const filters = parseFilterUrl(queryOf(new URLSearchParams(ledgerQueryOf(asked, keys, null))));
  return read(async (tx) => {
    const ids = await listLedgerIds(tx, viewer, filters);
    const rows = await tx
      .select()
      .from(progressYears)
      .where(and(eq(progressYears.year, 2026), inArray(progressYears.projectId, ids)));
    const sum = (name: ReturnAmount, other: ReturnAmount = name) => {
      const known = rows.filter((row) => row[`${name}Fen`] !== null && row[`${other}Fen`] !== null);
      const fen = known.reduce((total, row) => total + (row[`${name}Fen`] ?? 0), 0);
      return {
        fen: known.length > 0 ? fen : null,
        coverage: { known: known.length, of: ids.length },
      };
    };
    const [done, planned] = [sum("completed", "planned"), sum("planned", "completed")];
    return {
      amounts: Object.fromEntries(RETURN_AMOUNTS.map((name) => [name, sum(name)])),
      completion: {
        bp: planned.fen ? Math.round(((done.fen ?? 0) * 10_000) / planned.fen) : null,
        coverage: done.coverage,
      },
    };
  });
}

const shown = ({ amounts, rates }: ReturnFigures) => ({ amounts, completion: rates.completion });

test.each([
  { by: "sector" },
  { by: "region", basis: "current" },
  { by: "type,region", basis: "current", region: "500229" },
  { by: "lead", lens: "first" },
  { by: "sector,lead", lens: "first" },
  { by: "stage", light: "red", basis: "current" },
  { by: "owner", lens: "first", q: "大巴山" },
] as Record<string, string>[])("each group by %o has what its projects report", async (query) => {
  const { asked, rollup, returns } = await rolled(query);
  expect(rollup.groups.length).toBeGreaterThan(0);
  for (const { keys } of rollup.groups)
    expect(shown(returns.of(keys)), JSON.stringify(keys)).toEqual(await byHand(asked, keys));
  expect(shown(returns.totals)).toEqual(await byHand(asked, []));
});

test("equal shares add up to the total to the last 分; in full they add up to more", async () => {
  for (const [by, lens] of [
    ["lead", "split"],
    ["lead", "involvement"],
    ["lead,owner", "split"],
    ["sector,lead", "involvement"],
  ] as const) {
    const { rollup, returns } = await rolled({ by, lens });
    for (const name of RETURN_AMOUNTS) {
      const sum = rollup.groups.reduce(
        (total, { keys }) => total + (returns.of(keys).amounts[name].fen ?? 0),
        0,
      );
      const whole = returns.totals.amounts[name].fen ?? 0;
      if (lens === "split") expect(sum).toBe(whole);
      else expect(sum).toBeGreaterThan(whole);
    }
  }
});

test("without the largest project its amounts are gone too", async () => {
  const viewer = await sample.viewer("leader");
  const asked = parseRollupUrl({ by: "sector", measure: "returns", excludeLargest: "1" });
  const { without, all } = await read(async (tx) => {
    const { largest } = await rollUp(tx, viewer, asked);
    return {
      without: await rollUpReturns(tx, viewer, asked, largest?.id ?? null),
      all: await rollUpReturns(tx, viewer, asked, null),
    };
  });
  expect(without?.totals.amounts.planned.fen ?? 0).toBeLessThan(
    all?.totals.amounts.planned.fen ?? 0,
  );
});

test.each(RETURN_SORTS)(
  "sorted by %s in either order, what nobody reported stands last",
  async (sort) => {
    const viewer = await sample.viewer("leader");
    const t = translator("zh-CN");
    for (const order of ["asc", "desc"]) {
      const asked = parseRollupUrl({ by: "region,sector", measure: "returns", sort, order });
      const { rollup, returns } = await read((tx) => rollUpReported(tx, viewer, asked));
      const { groups, groupCount } = await read((tx) => answerRollup(tx, viewer, t, asked));
      const values = groups.map(({ returns: figures }) => {
        const figure = figures?.[sort];
        return figure && ("fen" in figure ? figure.fen : figure.percent);
      });
      const known = values.filter((value) => value != null);
      expect(known.length).toBeGreaterThan(1);
      expect(values.slice(0, known.length)).toEqual(known);
      const sorted = [...known].sort((a, b) => (order === "asc" ? a - b : b - a));
      expect(known).toEqual(sorted);
      expect(rollup.groups).toHaveLength(groupCount);
      expect(returns?.year).toBe(2026);
      const first = await read((tx) => rollUpReported(tx, viewer, { ...asked, top: 2 }));
      expect(first.rollup.groups).toEqual(rollup.groups.slice(0, 2));
      expect(first.rollup.groupCount).toBe(groupCount);
    }
  },
);

test("reported figures order only what measures them", () => {
  expect(parseRollupUrl({ by: "sector", sort: "paid" }).sort).toBe("amount");
  expect(parseRollupUrl({ by: "sector", measure: "returns" }).sort).toBe("planned");
  expect(parseRollupUrl({ by: "startYear", measure: "returns" }).sort).toBe("label");
});

test("page, file and API say the same; by active year nothing is said", async () => {
  const t = translator("zh-CN");
  const viewer = await sample.viewer("leader");
  const { asked, rollup, returns } = await rolled({ by: "lead", lens: "split" });
  const answer = await read((tx) => answerRollup(tx, viewer, t, asked));
  expect(rollupShape.parse(answer)).toEqual(answer);
  expect(answer.groups.map((group) => group.returns?.completed)).toEqual(
    rollup.groups.map(({ keys }) => returns.of(keys).amounts.completed),
  );
  expect(answer.totals.returns?.completionRate.percent).toBe(
    (returns.totals.rates.completion.bp ?? 0) / 100,
  );
  const sheet = rollupSheet(t, asked, {
    rollup,
    returns,
    names: {
      regions: new Map(),
      plan: null,
      units: null,
      scope: null,
      groups: [],
      without: null,
    },
    exportedAt: "2026-11-26T02:00:00.000Z",
    exportedBy: "领导",
    sample: true,
    head: { seq: 7, hash: "ab".repeat(32) },
  });
  const csv = new TextDecoder().decode(await figureCsv(sheet));
  expect(csv).toContain(
    "年度计划（万元）,已知,完成（万元）,已知,到位（万元）,已知,支付（万元）,已知,完成率",
  );
  expect(sheet.total.slice(-14, -12)).toEqual([
    { fen: returns.totals.amounts.planned.fen },
    `${returns.totals.amounts.planned.coverage.known}/48`,
  ]);
  const years = parseRollupUrl({ by: "activeYear", measure: "returns" });
  expect(await read((tx) => rollUpReturns(tx, viewer, years, null))).toBeNull();
});
