import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { ComparedReturn } from "@/lib/monthly-return/review/compare";
import { shareText } from "./shares";

const ROWS = ["completed", "inPlace", "paid"] as const;

type AmountTableProps = { t: Translator; found: Pick<ComparedReturn, "amounts" | "annualPlanFen"> };

/** The amounts that stay apart: completed, in place, paid; this month, this year, since the start. */
export function AmountTable({ t, found: { amounts, annualPlanFen } }: AmountTableProps) {
  const show = (fen: number | null) => (fen === null ? "—" : formatWan(fen));
  const yearFen = amounts.completed.yearFen;
  const notes = [
    annualPlanFen === null
      ? t("review.noPlan")
      : t("returnPage.annualPlan", { amount: formatWan(annualPlanFen) }),
    ...(annualPlanFen !== null && yearFen !== null
      ? [t("review.ofPlan", { share: shareText(yearFen, annualPlanFen) })]
      : []),
    ...(amounts.completed.totalFen === null ? [t("returnPage.totalUnknown")] : []),
  ];
  return (
    <>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t("returnPage.amounts")}</caption>
        <thead>
          <tr className="border-line border-b text-right text-ink-3 text-xs">
            <th scope="col" className="py-1.5 text-left font-medium">
              {t("returnPage.amount")}
            </th>
            {(["monthAmount", "yearAmount", "totalAmount"] as const).map((column) => (
              <th key={column} scope="col" className="py-1.5 pl-2 font-medium">
                {t(`returnPage.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ROWS.map((row) => (
            <tr key={row} className="border-line-2 border-b last:border-b-0">
              <th scope="row" className="py-1.5 text-left font-normal">
                {t(`returnPage.row.${row}`)}
              </th>
              {(["monthFen", "yearFen", "totalFen"] as const).map((column) => (
                <td key={column} className="py-1.5 pl-2 text-right tabular-nums">
                  {show(amounts[row][column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-2 text-ink-3 text-xs">{notes.join(" · ")}</p>
    </>
  );
}
