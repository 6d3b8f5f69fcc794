import { FUNDING_SOURCES } from "@/db/vocabulary";
import { fenToWan } from "@/lib/money";
import { MONTHS, type PlanFigure, type YearPlanInput } from "./input";
import type { MoneyPlanRow, OpeningBalance } from "./money-plan";

type Figure = Pick<MoneyPlanRow, "month" | "source" | "amountFen">;

/** The figures of one year as its form has them: amounts in 万元, empty for unknown. */
export function yearTyped(figures: readonly Figure[]): Record<string, string> {
  const of = (month: number | null, source: string | null) =>
    fenToWan(
      figures.find((row) => row.month === month && row.source === source)?.amountFen ?? null,
    ) ?? "";
  return {
    whole: of(null, null),
    ...Object.fromEntries(FUNDING_SOURCES.map((source) => [`source_${source}`, of(null, source)])),
    ...Object.fromEntries(MONTHS.map((month) => [`month_${month}`, of(month, null)])),
  };
}

/** What the form of one year says, as figures. */
export function yearFigures(typed: YearPlanInput): Omit<PlanFigure, "projectId">[] {
  const { year } = typed;
  return [
    { year, month: null, source: null, amountFen: typed.whole },
    ...FUNDING_SOURCES.map((source) => ({
      year,
      month: null,
      source,
      amountFen: typed[`source_${source}`],
    })),
    ...MONTHS.map((month) => ({
      year,
      month,
      source: null,
      amountFen: typed[`month_${month}`],
    })),
  ];
}

/** Grows with every change to any figure of the year, and so tells whether somebody changed one. */
export function yearVersion(figures: readonly Pick<MoneyPlanRow, "version">[]): number {
  return figures.reduce((sum, { version }) => sum + version, 0);
}

/** 期初数 as its form has it. */
export function openingTyped(opening: OpeningBalance | null): Record<string, string> {
  if (opening === null) return {};
  return {
    throughYear: String(opening.throughYear),
    completedFen: fenToWan(opening.completedFen) ?? "",
    inPlaceFen: fenToWan(opening.inPlaceFen) ?? "",
    paidFen: fenToWan(opening.paidFen) ?? "",
    startedOn: opening.startedOn ?? "",
    completedOn: opening.completedOn ?? "",
  };
}
