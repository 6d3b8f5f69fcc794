import { isShared } from "@/lib/group/group";
import { dimensionName, groupLabel } from "@/lib/group/label";
import type { GroupKey } from "@/lib/group/names";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { RollupQuestion } from "./input";
import type { Rollup, RollupGroup } from "./queries";
import { addFigures, type Figure, NO_FIGURE, percentOf } from "./rollup";

/** A rollup in words, for page, print and files alike. */
export function byWords(t: Translator, { by }: Pick<RollupQuestion, "by">): string {
  return by.map((dimension) => dimensionName(t, dimension)).join(t("rollup.and"));
}

/** What each key of the groups is called; bodies of the same name in several regions say which. */
export function labeller(t: Translator, groups: RollupGroup[]): (key: GroupKey) => string {
  const bodies = new Map<string, Set<string>>();
  for (const { value, name } of groups.flatMap(({ keys }) => keys)) {
    if (name) bodies.set(name.name, (bodies.get(name.name) ?? new Set()).add(value));
  }
  return (key) => {
    const label = groupLabel(t, key);
    const ambiguous = key.name?.region && (bodies.get(key.name.name)?.size ?? 0) > 1;
    return ambiguous ? `${label}（${key.name?.region}）` : label;
  };
}

export function wanOrUnknown(t: Translator, fen: number | null): string {
  return fen === null ? t("rollup.unknown") : formatWan(fen);
}

/** What stands under the rows: what 全额计入 adds up to, and what is derived. */
export function remarksOf(
  t: Translator,
  { totals, by }: Rollup,
  asked: RollupQuestion,
): { text: string; amount: string }[] {
  const total = totals.totalInvestmentFen ?? 0;
  const remarks: { text: string; amount: string }[] = [];
  if (by.some(isShared) && totals.countedTwiceFen > 0) {
    const sum = formatWan(total + totals.countedTwiceFen);
    const words = {
      sum,
      count: totals.countedTwiceProjects,
      wan: formatWan(totals.countedTwiceFen),
    };
    const led = by.length === 1 && by[0] === "lead";
    remarks.push({ text: t(led ? "rollup.twiceLead" : "rollup.twice", words), amount: sum });
  }
  if (totals.derivedFen !== null) {
    const wan = formatWan(totals.derivedFen);
    const counted = t(asked.derived ? "rollup.derivedCounted" : "rollup.derivedNotCounted");
    remarks.push({ text: t("rollup.derivedTotal", { wan, counted }), amount: wan });
  }
  return remarks;
}

/** How much hangs on few projects; null while no amount is known. */
export function concentrationOf(
  t: Translator,
  { totals, largest, ...rollup }: Rollup,
): string | null {
  if (largest === null) return null;
  const wan = formatWan(largest.totalInvestmentFen);
  if (rollup.largestExcluded) return t("rollup.withoutLargest", { project: largest.name, wan });
  const share = percentOf(largest.totalInvestmentFen, totals.totalInvestmentFen);
  const three = percentOf(rollup.threeLargestFen, totals.totalInvestmentFen);
  if (share === null || three === null) return null;
  return t("rollup.concentration", { project: largest.name, wan, share, three });
}

/** How much of the money stands in the rows that are shown; null while all are, or no amount is known. */
export function topShareOf(
  t: Translator,
  { top, lens }: Pick<RollupQuestion, "top" | "lens">,
  { groups, totals }: Rollup,
): string | null {
  if (top === null || top >= groups.length) return null;
  const shown = groups.slice(0, top).reduce<Figure>(addFigures, NO_FIGURE).totalInvestmentFen;
  const twice = lens === "involvement" ? totals.countedTwiceFen : 0;
  const share = percentOf(shown, (totals.totalInvestmentFen ?? 0) + twice);
  return share === null ? null : t("rollup.topShare", { count: top, share });
}
