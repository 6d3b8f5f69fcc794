import type { moneyPlans, openingBalances } from "@/db/schema";
import { FUNDING_SOURCES, type FundingSource } from "@/db/vocabulary";

export type MoneyPlanRow = typeof moneyPlans.$inferSelect;
export type OpeningBalance = typeof openingBalances.$inferSelect;
export type PlanLine = {
  year: number;
  month: number | null;
  source: FundingSource | null;
  amountFen: number;
};

/** What does not add up in a money plan. Explained, never a block. */
export type PlanWarning =
  | { key: "yearsVersusTotal"; year: null; sumFen: number; totalFen: number }
  | {
      key: "sourcesVersusYear" | "monthsVersusYear";
      year: number;
      sumFen: number;
      totalFen: number;
    };

/** A project's plan: what is known of it, by year, source and month. */
export function planLines(rows: readonly MoneyPlanRow[]): PlanLine[] {
  return rows.flatMap(({ year, month, source, amountFen }) =>
    amountFen === null ? [] : [{ year, month, source, amountFen }],
  );
}

/**
 * 年度计划投资 of a year in 分: the figure for all sources where given, else the sum of the sources, else that of the
 * months; null where nothing is known.
 */
export function annualPlanFen(lines: readonly PlanLine[], year: number): number | null {
  const own = lines.filter((line) => line.year === year);
  const whole = own.find(({ month, source }) => month === null && source === null);
  if (whole) return whole.amountFen;
  const bySource = own.filter(({ month, source }) => month === null && source !== null);
  return sum(bySource.length > 0 ? bySource : own.filter(({ month }) => month !== null));
}

/** The monthly plan of a year, all sources together; empty where only the year is planned. */
export function monthlyPlanFen(lines: readonly PlanLine[], year: number): Map<number, number> {
  const months = new Map<number, number>();
  for (const { month, amountFen } of lines.filter((line) => line.year === year)) {
    if (month !== null) months.set(month, (months.get(month) ?? 0) + amountFen);
  }
  return months;
}

/** The years that a plan speaks of, in order. */
export function plannedYears(lines: readonly PlanLine[]): number[] {
  return [...new Set(lines.map(({ year }) => year))].sort((one, other) => one - other);
}

/** Where sums differ: years from the total investment, sources and months from their year. */
export function planWarnings(lines: readonly PlanLine[], totalFen: number | null): PlanWarning[] {
  const warnings: PlanWarning[] = [];
  const years = plannedYears(lines);
  const all = sumOf(years.map((year) => annualPlanFen(lines, year)));
  if (all !== null && totalFen !== null && all !== totalFen)
    warnings.push({ key: "yearsVersusTotal", year: null, sumFen: all, totalFen });
  for (const year of years) {
    const annual = annualPlanFen(lines, year);
    const own = lines.filter((line) => line.year === year);
    const sources = sum(own.filter(({ month, source }) => month === null && source !== null));
    const months = sum(own.filter(({ month }) => month !== null));
    if (annual === null) continue;
    if (sources !== null && sources !== annual)
      warnings.push({ key: "sourcesVersusYear", year, sumFen: sources, totalFen: annual });
    if (months !== null && months !== annual)
      warnings.push({ key: "monthsVersusYear", year, sumFen: months, totalFen: annual });
  }
  return warnings;
}

/** By source over all years, in the office's order; only what is known. */
export function plannedBySource(lines: readonly PlanLine[]): [FundingSource, number][] {
  return FUNDING_SOURCES.flatMap((source) => {
    const known = sum(lines.filter((line) => line.source === source && line.month === null));
    return known === null ? [] : [[source, known] as [FundingSource, number]];
  });
}

function sum(lines: readonly PlanLine[]): number | null {
  return sumOf(lines.map(({ amountFen }) => amountFen));
}

function sumOf(amounts: readonly (number | null)[]): number | null {
  const known = amounts.filter((amount) => amount !== null);
  return known.length === 0 ? null : known.reduce((total, amount) => total + amount, 0);
}
