import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { RunningAmount } from "@/lib/monthly-return/amounts";

type RunningFigureProps = { t: Translator; label: string; amount: RunningAmount };

/** One of the four amounts in 万元: this month, this year, to date. What nobody said is a dash, never 0. */
export function RunningFigure({ t, label, amount }: RunningFigureProps) {
  const { monthFen, yearFen, totalFen } = amount;
  return (
    <div className="min-w-0">
      <span className="block text-ink-3 text-xs lg:sr-only">{label}</span>
      <span className="block">
        {monthFen === null ? (
          <Unknown t={t} />
        ) : (
          <>
            {formatWan(monthFen)}
            <span className="sr-only"> {t("common.wan")}</span>
          </>
        )}
      </span>
      <span className="block text-ink-3 text-xs">
        {t("projectReturns.year", { amount: yearFen === null ? "—" : formatWan(yearFen) })}
      </span>
      {totalFen !== null && (
        <span className="block text-ink-3 text-xs">
          {t("projectReturns.total", { amount: formatWan(totalFen) })}
        </span>
      )}
    </div>
  );
}

function Unknown({ t }: { t: Translator }) {
  return (
    <>
      <span aria-hidden>—</span>
      <span className="sr-only">{t("common.notReported")}</span>
    </>
  );
}
