import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { YearMoney } from "@/lib/money-plan/by-year";

type PlanTableProps = {
  t: Translator;
  years: YearMoney[];
  totalFen: number | null;
  /** The address that opens the form, to which the year is added; null for readers. */
  editHref: string | null;
};

const COLUMNS = ["plannedFen", "completedFen", "inPlaceFen", "paidFen"] as const;

/** Year by year: planned, completed, in place, paid, in 万元; below a year its sources and months where known. */
export function PlanTable({ t, years, totalFen, editHref }: PlanTableProps) {
  const planned = years.flatMap(({ plannedFen }) => (plannedFen === null ? [] : [plannedFen]));
  const sumFen = planned.reduce((sum, fen) => sum + fen, 0);
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard. */}
      <section className="relative overflow-x-auto" tabIndex={0} aria-label={t("money.caption")}>
        <table className="w-full border-collapse">
          <caption className="sr-only">{t("money.caption")}</caption>
          <thead>
            <tr className="border-line border-b text-ink-3 text-xs">
              <th scope="col" className="py-1.75 pr-3 text-left font-medium">
                {t("money.year")}
              </th>
              {COLUMNS.map((key) => (
                <th key={key} scope="col" className="px-2 py-1.75 text-right font-medium">
                  {t(`money.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {years.map((year) => (
              <Year key={year.year} t={t} year={year} editHref={editHref} />
            ))}
          </tbody>
          <tfoot className="border-line border-t">
            <tr>
              <th scope="row" className="py-2 pr-3 text-left font-semibold">
                {t("money.sum")}
              </th>
              <td className="px-2 py-2 text-right font-semibold">
                {planned.length === 0 ? t("common.notReported") : formatWan(sumFen)}
              </td>
              <td colSpan={3} />
            </tr>
          </tfoot>
        </table>
      </section>
      <p className="mt-1.5 text-ink-3 text-xs">
        {t("money.coverage", { known: planned.length, of: years.length })}{" "}
        {totalFen === null
          ? t("project.investmentUnknown")
          : t("money.total", { total: formatWan(totalFen) })}
      </p>
    </>
  );
}

function Year({
  t,
  year,
  editHref,
}: {
  t: Translator;
  year: YearMoney;
  editHref: PlanTableProps["editHref"];
}) {
  const { sources, months } = year;
  return (
    <tr className="border-line-2 align-top not-last:border-b">
      <th scope="row" className="py-2 pr-3 text-left font-normal">
        {year.year}
        {editHref && (
          <Link
            id={`plan-${year.year}`}
            href={`${editHref}${year.year}` as "/"}
            scroll={false}
            className="ml-2 inline-flex min-h-6 items-center text-accent hover:underline print:hidden max-sm:min-h-11"
          >
            {t("money.enter")}
            <span className="sr-only"> {year.year}</span>
          </Link>
        )}
        {sources.length > 0 && (
          <span className="block text-ink-3 text-xs">
            {sources
              .map(([source, fen]) => `${t(`fundingSource.${source}`)} ${formatWan(fen)}`)
              .join("、")}
          </span>
        )}
        {months.length > 0 && (
          <span className="block text-ink-3 text-xs">
            {t("money.byMonth")}{" "}
            {months
              .map(([month, fen]) => t("money.monthFigure", { month, amount: formatWan(fen) }))
              .join("、")}
          </span>
        )}
      </th>
      {COLUMNS.map((key) => (
        <td key={key} className="whitespace-nowrap px-2 py-2 text-right">
          {year[key] === null ? (
            <span className="text-ink-3">{t("common.notReported")}</span>
          ) : (
            formatWan(year[key])
          )}
        </td>
      ))}
    </tr>
  );
}
