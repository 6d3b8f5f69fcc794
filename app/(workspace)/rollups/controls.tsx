import { Switch, Toggle } from "@/components/rollup/switch";
import { isShared, LENSES } from "@/lib/group/group";
import type { Translator } from "@/lib/language/translator";
import { BASES } from "@/lib/ledger/filter/filters";
import { MEASURES, naturalRollupSort, type RollupQuestion } from "@/lib/rollup/input";
import type { Rollup } from "@/lib/rollup/queries";
import { percentOf } from "@/lib/rollup/rollup";
import { rollupHref } from "./href";

/** How many rows can be asked for at once, besides all. */
const TOPS = [3, 10, 20] as const;

/** How it is counted: lens, basis, measure, and what is left out or added. */
export function Controls({
  t,
  asked,
  rollup,
  rows,
  live,
}: {
  t: Translator;
  asked: RollupQuestion;
  rollup: Rollup;
  rows: number;
  /** Whether there are returns to sum. */
  live: boolean;
}) {
  const { largest, totals, largestExcluded } = rollup;
  const whole =
    (totals.totalInvestmentFen ?? 0) + (largestExcluded ? (largest?.totalInvestmentFen ?? 0) : 0);
  const share = percentOf(largest?.totalInvestmentFen ?? null, whole);
  const bodies = asked.by.some((one) => isShared(one) && one !== "ownerKind");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2 print:hidden">
      {asked.by.some(isShared) && (
        <Switch
          label={t("rollup.lensLabel")}
          choices={LENSES.map((lens) => ({
            label: t(`rollup.lens.${lens}`),
            href: rollupHref(asked, { lens }),
            chosen: lens === asked.lens,
          }))}
        />
      )}
      <Switch
        label={t("rollup.basisLabel")}
        choices={BASES.map((basis) => ({
          label: t(`rollup.basis.${basis}`),
          href: rollupHref(asked, { filters: { ...asked.filters, basis } }),
          chosen: basis === asked.filters.basis,
        }))}
      />
      <Switch
        label={t("rollup.measureLabel")}
        choices={MEASURES.filter(
          (measure) => measure !== "returns" || live || asked.measure === "returns",
        ).map((measure) => ({
          label: t(`rollup.measure.${measure}`),
          href: rollupHref(asked, {
            measure,
            sort: naturalRollupSort({ by: asked.by, measure }),
          }),
          chosen: measure === asked.measure,
        }))}
      />
      {rows > TOPS[0] && (
        <Switch
          label={t("rollup.topLabel")}
          choices={[null, ...TOPS.filter((top) => top < rows)].map((top) => ({
            label: top === null ? t("rollup.topAll") : t("rollup.top", { count: top }),
            href: rollupHref(asked, { top }),
            chosen: top === asked.top,
          }))}
        />
      )}
      {share && (
        <Toggle
          label={t("rollup.excludeLargest", { share })}
          href={rollupHref(asked, { excludeLargest: !asked.excludeLargest })}
          chosen={asked.excludeLargest}
        />
      )}
      {asked.by.includes("activeYear") && (
        <Toggle
          label={t("rollup.derived")}
          href={rollupHref(asked, { derived: !asked.derived })}
          chosen={asked.derived}
        />
      )}
      {bodies && (
        <Toggle
          label={t("rollup.bracketed")}
          href={rollupHref(asked, {
            filters: { ...asked.filters, bracketed: !asked.filters.bracketed },
          })}
          chosen={asked.filters.bracketed}
        />
      )}
    </div>
  );
}
