import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { PlanWarning } from "@/lib/money-plan/money-plan";

/** Where sums of the plan differ, by how much and from what: sentences, never a block. */
export function PlanWarnings({ t, warnings }: { t: Translator; warnings: PlanWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul className="mb-3 grid gap-1 rounded-card border border-amber bg-surface px-3 py-2">
      {warnings.map((warning) => {
        const { key, year, sumFen, totalFen } = warning;
        return (
          <li key={`${key} ${year}`}>
            <b className="font-semibold text-amber">{t("money.check")}</b>{" "}
            {t(`money.warning.${key}`, {
              year: String(year),
              sum: formatWan(sumFen),
              total: formatWan(totalFen),
              difference: formatWan(Math.abs(sumFen - totalFen)),
              side: sumFen > totalFen ? "more" : "less",
            })}
          </li>
        );
      })}
    </ul>
  );
}
