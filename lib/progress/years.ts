import type { MonthPart, progressYears } from "@/db/schema/progress";
import {
  annualPlanFen,
  monthlyPlanFen,
  type PlanLine,
  plannedYears,
} from "@/lib/money-plan/money-plan";
import { inPlaceSum, type ReturnRow } from "@/lib/monthly-return/monthly-return";

type Reported = Pick<ReturnRow, "month" | "completedFen" | "paidFen" | "inPlaceFen">;
type YearRow = Omit<
  typeof progressYears.$inferSelect,
  "projectId" | "regionCode" | "inCurrentBasis"
>;

const MONTHS = Array.from({ length: 12 }, (_, at) => at + 1);

/** What a project plans and reports by year, and what each month adds; in the order of the years. */
export function yearsOf(returns: readonly Reported[], plan: readonly PlanLine[]): YearRow[] {
  const years = new Set(plannedYears(plan));
  for (const { month } of returns) years.add(Number(month.slice(0, 4)));
  return [...years].sort((one, other) => one - other).map((year) => yearOf(year, returns, plan));
}

function yearOf(year: number, returns: readonly Reported[], plan: readonly PlanLine[]): YearRow {
  const own = returns.filter(({ month }) => month.startsWith(`${year}-`));
  const annual = annualPlanFen(plan, year);
  const planned = plannedByMonth(annual, monthlyPlanFen(plan, year));
  return {
    year,
    plannedFen: annual,
    completedFen: sumOf(own.map(({ completedFen }) => completedFen)),
    inPlaceFen: sumOf(own.map(({ inPlaceFen }) => inPlaceSum(inPlaceFen))),
    paidFen: sumOf(own.map(({ paidFen }) => paidFen)),
    months: MONTHS.map((month): MonthPart => {
      const row = own.find((one) => Number(one.month.slice(5)) === month);
      return [
        planned[month - 1] ?? 0,
        row?.completedFen ?? 0,
        (row && inPlaceSum(row.inPlaceFen)) ?? 0,
        row?.paidFen ?? 0,
        row ? 1 : 0,
        annual === null ? 0 : 1,
      ];
    }),
  };
}

/**
 * The monthly plan where given, what it leaves of the year's in December; else a twelfth each: the months add up to the
 * year's plan exactly.
 */
function plannedByMonth(annual: number | null, monthly: ReadonlyMap<number, number>): number[] {
  if (annual === null) return [];
  if (monthly.size > 0) {
    const months = MONTHS.map((month) => monthly.get(month) ?? 0);
    const left = annual - months.reduce((sum, fen) => sum + fen, 0);
    return months.with(11, (months[11] ?? 0) + left);
  }
  const until = (month: number) => Math.round((annual * month) / 12);
  return MONTHS.map((month) => until(month) - until(month - 1));
}

function sumOf(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((total, fen) => total + fen, 0);
}
