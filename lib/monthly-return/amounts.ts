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
  const since = opening?.throughYear ?? 0;
  return {
    completed: running(month, until, ({ completedFen }) => completedFen, {
      since,
      fen: opening?.completedFen ?? null,
    }),
    inPlace: running(month, until, (row) => inPlaceSum(row.inPlaceFen), {
      since,
      fen: opening?.inPlaceFen ?? null,
    }),
    paid: running(month, until, ({ paidFen }) => paidFen, {
      since,
      fen: opening?.paidFen ?? null,
    }),
  };
}

function running(
  month: string,
  until: readonly Amounts[],
  fenOf: (row: Amounts) => number | null,
  opening: { since: number; fen: number | null },
): RunningAmount {
  const year = month.slice(0, 4);
  const sums: RunningAmount = { monthFen: null, yearFen: null, totalFen: opening.fen };
  for (const row of until) {
    const fen = fenOf(row);
    if (fen === null) continue;
    const rowYear = row.month.slice(0, 4);
    if (row.month === month) sums.monthFen = (sums.monthFen ?? 0) + fen;
    if (rowYear === year) sums.yearFen = (sums.yearFen ?? 0) + fen;
    if (sums.totalFen !== null && Number(rowYear) > opening.since) sums.totalFen += fen;
  }
  return sums;
}

/** Totals that somebody typed beside what is computed; null where nobody did. */
export type TypedTotals = Record<
  keyof RunningAmounts,
  { yearFen: number | null; totalFen: number | null }
>;

export const NOTHING_TYPED: TypedTotals = {
  completed: { yearFen: null, totalFen: null },
  inPlace: { yearFen: null, totalFen: null },
  paid: { yearFen: null, totalFen: null },
};

/** The fields of a form in which totals are typed by hand. */
export const TOTAL_FIELDS = {
  completed: { yearFen: "typedYearFen", totalFen: "typedTotalFen" },
  inPlace: { yearFen: "typedInPlaceYearFen", totalFen: "typedInPlaceTotalFen" },
  paid: { yearFen: "typedPaidYearFen", totalFen: "typedPaidTotalFen" },
} as const satisfies Record<keyof RunningAmounts, Record<"yearFen" | "totalFen", string>>;

/** Throws RuleError naming the figure that stands, in 万元, at the first total that was typed and differs. */
export function assertTypedTotals(
  typed: TypedTotals,
  computed: RunningAmounts,
  show: (fen: number) => string,
): void {
  for (const amount of ["completed", "inPlace", "paid"] as const) {
    for (const span of ["yearFen", "totalFen"] as const) {
      const [said, stands] = [typed[amount][span], computed[amount][span]];
      if (said === null || stands === null || said === stands) continue;
      const key = span === "yearFen" ? "yearTotalDiffers" : "totalDiffers";
      throw new RuleError(key, { computed: show(stands) }, TOTAL_FIELDS[amount][span]);
    }
  }
}
