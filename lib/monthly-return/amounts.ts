import { RuleError } from "@/lib/errors";
import type { OpeningBalance } from "@/lib/money-plan/money-plan";
import { inPlaceSum, type ReturnRow } from "./monthly-return";

type Amounts = Pick<ReturnRow, "month" | "completedFen" | "paidFen" | "inPlaceFen">;

/** One of the amounts, in 分. Null: nobody said. */
export type RunningAmount = {
  monthFen: number | null;
  yearFen: number | null;
  totalFen: number | null;
};

export type RunningAmounts = {
  completed: RunningAmount;
  inPlace: RunningAmount;
  paid: RunningAmount;
};

/**
 * This month, year to date and to date of the amounts that returns carry, from the opening balance and the returns up
 * to `month` (`returns` in any order). To date is unknown without an opening balance; months before its end are in it.
 */
export function runningAmounts(
  month: string,
  returns: readonly Amounts[],
  opening: OpeningBalance | null,
): RunningAmounts {
  const until = returns.filter((row) => row.month <= month);
  const running = (of: (row: Amounts) => number | null, openingFen: number | null) => {
    const sum = (rows: readonly Amounts[]) => {
      const known = rows.map(of).filter((fen) => fen !== null);
      return known.length === 0 ? null : known.reduce((total, fen) => total + fen, 0);
    };
    const since = until.filter(
      (row) => Number(row.month.slice(0, 4)) > (opening?.throughYear ?? 0),
    );
    return {
      monthFen: sum(until.filter((row) => row.month === month)),
      yearFen: sum(until.filter((row) => row.month.slice(0, 4) === month.slice(0, 4))),
      totalFen: openingFen === null ? null : openingFen + (sum(since) ?? 0),
    };
  };
  return {
    completed: running((row) => row.completedFen, opening?.completedFen ?? null),
    inPlace: running((row) => inPlaceSum(row.inPlaceFen), opening?.inPlaceFen ?? null),
    paid: running((row) => row.paidFen, opening?.paidFen ?? null),
  };
}

/** Totals that somebody typed beside what is computed. Throws RuleError naming the figure that stands, in 万元. */
export function assertTypedTotals(
  typed: { yearFen: number | null; totalFen: number | null },
  { yearFen, totalFen }: RunningAmount,
  show: (fen: number) => string,
): void {
  if (typed.yearFen !== null && yearFen !== null && typed.yearFen !== yearFen)
    throw new RuleError("yearTotalDiffers", { computed: show(yearFen) }, "typedYearFen");
  if (typed.totalFen !== null && totalFen !== null && typed.totalFen !== totalFen)
    throw new RuleError("totalDiffers", { computed: show(totalFen) }, "typedTotalFen");
}
