import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { fenToWan } from "@/lib/money";
import type { RollupQuestion } from "@/lib/rollup/input";
import { type RollupGroup, rollUp } from "@/lib/rollup/queries";
import { labeller } from "@/lib/rollup/words";
import { money } from "./project-answer";
import type { RollupAnswer } from "./schemas-rollup";

/** A rollup as the API and `--json` show it: the numbers of the page. Throws ForbiddenError. */
export async function answerRollup(
  tx: Tx,
  viewer: Actor,
  t: Translator,
  asked: RollupQuestion,
): Promise<RollupAnswer> {
  assertCan(viewer, "rollup.read", { regionCode: viewer.regionCode });
  const { by, lens, basis, groups, groupCount, totals, largest, largestExcluded } = await rollUp(
    tx,
    viewer,
    asked,
  );
  const label = labeller(t, groups);
  return {
    by,
    lens,
    basis,
    groups: groups.map((group) => groupJson(group, label)),
    groupCount,
    totals: {
      projects: totals.projects,
      ...money(totals.totalInvestmentFen),
      countedTwiceFen: totals.countedTwiceFen,
      countedTwiceWan: fenToWan(totals.countedTwiceFen),
      countedTwiceProjects: totals.countedTwiceProjects,
      coverage: totals.coverage,
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
): RollupAnswer["groups"][number] {
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
