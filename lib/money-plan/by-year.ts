import type { FundingSource } from "@/db/vocabulary";
import { inPlaceSum, type ReturnRow } from "@/lib/monthly-return/monthly-return";
import { yearsOf } from "@/lib/project/annual-plan";
import { annualPlanFen, monthlyPlanFen, type PlanLine } from "./money-plan";

/** One year of a project's money: what was planned, by source and month where known, and what returns reported. */
export type YearMoney = {
  year: number;
  plannedFen: number | null;
  sources: [FundingSource, number][];
  months: [number, number][];
  completedFen: number | null;
  inPlaceFen: number | null;
  paidFen: number | null;
};

type Reported = Pick<ReturnRow, "month" | "completedFen" | "paidFen" | "inPlaceFen">;

/** The years of the period, of the plan and of the returns, in order; where the period is unknown, this year and the next. */
export function moneyByYear(
  period: { startOn: string | null; endOn: string | null },
  lines: readonly PlanLine[],
  returns: readonly Reported[],
  today: string,
): YearMoney[] {
  const thisYear = Number(today.slice(0, 4));
  const known = yearsOf(period.startOn, period.endOn);
  const years = new Set([
    ...(known.length > 0 ? known : [thisYear, thisYear + 1]),
    ...lines.map(({ year }) => year),
    ...returns.map(({ month }) => Number(month.slice(0, 4))),
  ]);
  return [...years]
    .sort((one, other) => one - other)
    .map((year) => {
      const own = returns.filter(({ month }) => month.startsWith(String(year)));
      return {
        year,
        plannedFen: annualPlanFen(lines, year),
        sources: sourcesOf(lines, year),
        months: [...monthlyPlanFen(lines, year)].sort(([one], [other]) => one - other),
        completedFen: sum(own.map(({ completedFen }) => completedFen)),
        inPlaceFen: sum(own.map(({ inPlaceFen }) => inPlaceSum(inPlaceFen))),
        paidFen: sum(own.map(({ paidFen }) => paidFen)),
      };
    });
}

function sourcesOf(lines: readonly PlanLine[], year: number): [FundingSource, number][] {
  return lines
    .filter((line) => line.year === year && line.month === null)
    .flatMap(({ source, amountFen }) => (source === null ? [] : [[source, amountFen]]));
}

/** What is known, added up; null where nothing is. */
function sum(amounts: (number | null)[]): number | null {
  const known = amounts.filter((fen) => fen !== null);
  return known.length === 0 ? null : known.reduce((total, fen) => total + fen, 0);
}
