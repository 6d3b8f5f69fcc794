import type { FundingSource } from "@/db/vocabulary";
import { FEN_PER_WAN } from "@/lib/money";
import type { PlanFigure } from "@/lib/money-plan/input";
import type { Course } from "./course";

/** What is done in a month of the year where the plan is known by month: little in winter. */
const SEASON = [3, 3, 7, 9, 10, 10, 10, 11, 11, 10, 9, 7];

export type SampleMoney = {
  openingFen: number | null;
  annualFen: number | null;
  figures: Omit<PlanFigure, "projectId">[];
};

/**
 * Opening balance and plan of a project at this place: about half was done before the years that are reported, a third
 * is planned for each of them. Some know no plan, some no opening balance; every third plans by month.
 */
export function sampleMoney(
  { place, totalFen }: { place: number; totalFen: number | null },
  years: readonly number[],
): SampleMoney {
  const size = totalFen ?? (place % 3 === 0 ? (300 + place * 10) * FEN_PER_WAN : null);
  if (size === null || place % 17 === 16) return { openingFen: null, annualFen: null, figures: [] };
  const annualFen = wan((size * 0.36) / years.length);
  const openingFen = place % 12 === 7 ? null : wan(size * (0.42 + (place % 5) * 0.04));
  const figures = years.flatMap((year) => [
    { year, month: null, source: null, amountFen: annualFen },
    ...(place % 2 === 0 ? bySource(year, annualFen) : []),
    ...(place % 3 === 0 ? byMonth(year, annualFen) : []),
  ]);
  return { openingFen, annualFen, figures };
}

function bySource(year: number, annualFen: number) {
  const central = wan(annualFen * 0.4);
  const county = wan(annualFen * 0.25);
  const parts: [FundingSource, number][] = [
    ["central", central],
    ["county", county],
    ["self_raised", annualFen - central - county],
  ];
  return parts.map(([source, amountFen]) => ({ year, month: null, source, amountFen }));
}

function byMonth(year: number, annualFen: number) {
  const months = SEASON.map((share) => wan((annualFen * share) / 100));
  const rest = annualFen - months.reduce((sum, fen) => sum + fen, 0);
  return months.map((fen, at) => ({
    year,
    month: at + 1,
    source: null,
    amountFen: at === 5 ? fen + rest : fen,
  }));
}

/** What was completed, came in place (by source) and was paid in a month; null where a project says nothing of it. */
export function sampleAmounts(
  { place, annualFen, course }: { place: number; annualFen: number | null; course: Course },
  month: number,
): { completedFen: number | null; paidFen: number | null; inPlace: [FundingSource, number][] } {
  if (annualFen === null) return { completedFen: null, paidFen: null, inPlace: [] };
  const share = place % 3 === 0 ? (SEASON[month - 1] ?? 0) / 100 : 1 / 12;
  const done = course.completesIn !== undefined && month > course.completesIn;
  const completedFen = done ? 0 : wan(annualFen * share * course.pace(month));
  const paidFen = place % 8 === 5 ? null : wan(completedFen * 0.8);
  const arrives = place % 10 !== 4 && month % 2 === 1;
  const inPlace: [FundingSource, number][] = arrives
    ? [
        ["central", wan(annualFen * 0.1)],
        ["county", wan(annualFen * 0.05)],
      ]
    : [];
  return { completedFen, paidFen, inPlace };
}

/** To a whole 万元, or a tenth where the amount is small. */
function wan(fen: number): number {
  const step = fen < 20 * FEN_PER_WAN ? FEN_PER_WAN / 10 : FEN_PER_WAN;
  return Math.round(fen / step) * step;
}
