import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import type { ComparedReturn } from "@/lib/monthly-return/review/compare";
import { shareText } from "./shares";

/** This month and the one before, next to each other: amounts, progress, problems. */
export function SideBySide({ t, found }: { t: Translator; found: ComparedReturn }) {
  const { row, previous, amounts, annualPlanFen } = found;
  const yearFen = amounts.completed.yearFen;
  const year = [
    ...(yearFen === null ? [] : [t("review.year", { amount: formatWan(yearFen) })]),
    yearFen === null || annualPlanFen === null
      ? t("review.noPlan")
      : t("review.ofPlan", { share: shareText(yearFen, annualPlanFen) }),
  ];
  return (
    <div className="grid grid-cols-2 gap-x-4 text-sm">
      <Month t={t} heading={t("review.thisMonth", { month: row.month })} row={row}>
        <p className="text-ink-2">{year.join(" · ")}</p>
      </Month>
      {previous === null ? (
        <p className="text-ink-3 text-xs">{t("review.noLast")}</p>
      ) : (
        <Month t={t} heading={t("review.lastMonth", { month: previous.month })} row={previous} />
      )}
    </div>
  );
}

type MonthProps = {
  t: Translator;
  heading: string;
  row: ReturnRow;
  children?: React.ReactNode;
};

function Month({ t, heading, row, children }: MonthProps) {
  return (
    <div className="min-w-0 break-words">
      <p className="text-ink-3 text-xs">{heading}</p>
      <p>
        {row.completedFen === null
          ? t("review.completedUnknown")
          : t("review.completed", { amount: formatWan(row.completedFen) })}
      </p>
      {children}
      <p className="text-ink-2">{row.progressText ?? t("review.unknown")}</p>
      {row.issues && <p className="text-red">{t("review.problem", { text: row.issues })}</p>}
    </div>
  );
}
