import type { LightColour, ReturnState, SystemLight } from "@/db/vocabulary";

/** What the returns of a project say of it, as lists show it. Amounts in 分, null where nobody said. */
export type Progress = {
  /** The last month that was handed in; null while none was. */
  lastMonth: string | null;
  lastState: ReturnState | null;
  light: SystemLight | null;
  selfLight: LightColour | null;
  reviewerLight: LightColour | null;
  /** Of the year of `lastMonth`. */
  annualPlanFen: number | null;
  yearCompletedFen: number | null;
  /** Since the start of the project; null without an opening balance. */
  completedFen: number | null;
  inPlaceFen: number | null;
  paidFen: number | null;
  openProblems: number;
  overdueProblems: number;
};

/** 完成率: what was completed of the year's plan, in hundredths of a per cent; null where one of both is unknown. */
export function completionBp({
  annualPlanFen,
  yearCompletedFen,
}: Pick<Progress, "annualPlanFen" | "yearCompletedFen">): number | null {
  return rateBp(yearCompletedFen, annualPlanFen);
}

/** A part of a whole in hundredths of a per cent, rounded half away from zero; null without a whole. */
export function rateBp(partFen: number | null, wholeFen: number | null): number | null {
  if (partFen === null || wholeFen === null || wholeFen <= 0) return null;
  const exact = (partFen * 10_000) / wholeFen;
  return Math.sign(exact) * Math.round(Math.abs(exact));
}

/** 5170 → `51.7%`, one decimal. */
export function formatRate(bp: number): string {
  return `${(Math.round(bp / 10) / 10).toFixed(1)}%`;
}
