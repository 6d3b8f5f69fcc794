import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { fenToWan } from "@/lib/money";
import type { RollupQuestion } from "@/lib/rollup/input";
import { type RollupGroup, rollUp } from "@/lib/rollup/queries";
import { rollUpReported } from "@/lib/rollup/returns/ordered";
import type { ReturnFigures } from "@/lib/rollup/returns/returns";
import { labeller } from "@/lib/rollup/words";
import type { RollupAnswer } from "../schemas/rollup";
import { money } from "./project-answer";

/** A rollup as the API and `--json` show it: the numbers of the page. Throws ForbiddenError. */
export async function answerRollup(
  tx: Tx,
  viewer: Actor,
  t: Translator,
  asked: RollupQuestion,
): Promise<RollupAnswer> {
  assertCan(viewer, "rollup.read", { regionCode: viewer.regionCode });
  const { rollup, returns } =
    asked.measure === "returns"
      ? await rollUpReported(tx, viewer, asked)
      : { rollup: await rollUp(tx, viewer, asked), returns: null };
  const { by, lens, basis, groups, groupCount, totals, largest, largestExcluded } = rollup;
  const label = labeller(t, groups);
  return {
    by,
    lens,
    basis,
    groups: groups.map((group) => ({
      ...groupJson(group, label),
      returns: returns && returnsJson(returns.year, returns.of(group.keys)),
    })),
    groupCount,
    totals: {
      projects: totals.projects,
      ...money(totals.totalInvestmentFen),
      countedTwiceFen: totals.countedTwiceFen,
      countedTwiceWan: fenToWan(totals.countedTwiceFen),
      countedTwiceProjects: totals.countedTwiceProjects,
      coverage: totals.coverage,
      returns: returns && returnsJson(returns.year, returns.totals),
    },
    largest: largest && {
      id: largest.id,
      name: largest.name,
      ...money(largest.totalInvestmentFen),
      excluded: largestExcluded,
    },
  };
}

function groupJson(
  { keys, projects, totalInvestmentFen, coverage, derivedFen }: RollupGroup,
  label: ReturnType<typeof labeller>,
): Omit<RollupAnswer["groups"][number], "returns"> {
  return {
    key: keys.map(({ value }) => value).join(","),
    label: keys.map(label).join(" · "),
    keys: keys.map((key) => ({ by: key.dimension, value: key.value, label: label(key) })),
    projects,
    ...money(totalInvestmentFen),
    coverage,
    derivedFen,
    derivedWan: fenToWan(derivedFen),
  };
}

function returnsJson(
  year: number,
  { amounts, rates }: ReturnFigures,
): NonNullable<RollupAnswer["totals"]["returns"]> {
  const percent = ({ bp, coverage }: ReturnFigures["rates"]["completion"]) => ({
    percent: bp === null ? null : bp / 100,
    coverage,
  });
  return {
    year,
    planned: amounts.planned,
    completed: amounts.completed,
    inPlace: amounts.inPlace,
    paid: amounts.paid,
    completionRate: percent(rates.completion),
    inPlaceRate: percent(rates.inPlace),
    paymentRate: percent(rates.payment),
  };
}
