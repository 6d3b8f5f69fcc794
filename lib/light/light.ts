import type { LightBasis } from "@/db/schema/return";
import type { LightColour, LightMeasure, SystemLight } from "@/db/vocabulary";
import { daysBetween, lastDayOf } from "@/lib/dates";

/** A rule as far as it decides. Thresholds: hundredths of 个百分点, of a per cent of 序时进度, or days overdue. */
export type LightRule = {
  id: number | null;
  name: string;
  measure: LightMeasure;
  yellowAt: number;
  redAt: number;
  fromMonth: string;
};

/** What a region may begin with; proposed by the reviewer, activated by the leader. */
export const LIGHT_PRESETS = {
  gap: { measure: "gap", yellowAt: 1_000, redAt: 3_000 },
  ratio: { measure: "ratio", yellowAt: 8_000, redAt: 6_000 },
  milestones: { measure: "milestones", yellowAt: 1, redAt: 90 },
} as const satisfies Record<string, Omit<LightRule, "id" | "name" | "fromMonth">>;

/** What a project has been through by the end of a month. Amounts in 分, null where nobody said. */
export type LightFacts = {
  month: string;
  /** The period is over and the work neither done nor given up. */
  overdue: boolean;
  startOn: string | null;
  endOn: string | null;
  totalFen: number | null;
  /** Of the year of `month`. */
  annualPlanFen: number | null;
  /** By month of that year; empty where only the year is planned. */
  monthlyPlanFen: ReadonlyMap<number, number>;
  yearCompletedFen: number | null;
  completedFen: number | null;
  /** Days since the longest overdue milestone was planned; 0 when none is; null without milestones. */
  milestoneDelayDays: number | null;
};

export type Verdict = { light: SystemLight; basis: LightBasis };

/**
 * 序时进度 and what was done, as shares in hundredths of a per cent: by the monthly plan where given, else months elapsed
 * of the annual plan, else the elapsed share of the period (推算). Null without a basis.
 */
export function timeProportion(
  facts: LightFacts,
): { basis: "monthly" | "annual" | "period"; expectedBp: number; actualBp: number } | null {
  const month = Number(facts.month.slice(5));
  const { annualPlanFen, yearCompletedFen, totalFen, completedFen, startOn, endOn } = facts;
  if (annualPlanFen && yearCompletedFen !== null) {
    const actualBp = share(yearCompletedFen, annualPlanFen);
    if (facts.monthlyPlanFen.size === 0)
      return { basis: "annual", expectedBp: share(month, 12), actualBp };
    let planned = 0;
    for (const [at, fen] of facts.monthlyPlanFen) if (at <= month) planned += fen;
    return { basis: "monthly", expectedBp: share(planned, annualPlanFen), actualBp };
  }
  if (!totalFen || completedFen === null || startOn === null || endOn === null) return null;
  const days = daysBetween(startOn, endOn) + 1;
  const elapsed = Math.min(days, Math.max(0, daysBetween(startOn, lastDayOf(facts.month)) + 1));
  return {
    basis: "period",
    expectedBp: share(elapsed, days),
    actualBp: share(completedFen, totalFen),
  };
}

/** Whether red is worse than yellow: a smaller share, a larger gap, more days. */
export function thresholdsOrdered({
  measure,
  yellowAt,
  redAt,
}: Pick<LightRule, "measure" | "yellowAt" | "redAt">): boolean {
  return measure === "ratio" ? yellowAt >= redAt : yellowAt <= redAt;
}

/** The system's light with what it rests on. Without a rule or a basis it is grey, never green. */
export function judge(rule: LightRule | null, facts: LightFacts): Verdict {
  const proportion = timeProportion(facts);
  const basis: LightBasis = {
    ruleId: rule?.id ?? null,
    ruleName: rule?.name ?? null,
    ruleFrom: rule?.fromMonth ?? null,
    clause: null,
    basis: proportion?.basis ?? null,
    expectedBp: proportion?.expectedBp ?? null,
    actualBp: proportion?.actualBp ?? null,
    overdueDays: facts.milestoneDelayDays,
    ...(rule && { measure: rule.measure, yellowAt: rule.yellowAt, redAt: rule.redAt }),
  };
  if (facts.overdue) return { light: "overdue", basis };
  if (!rule) return { light: "grey", basis };
  const clause = clauseOf(rule, facts, proportion);
  if (clause === null) return { light: "grey", basis };
  const shown = rule.measure === "milestones" ? "milestones" : basis.basis;
  return { light: COLOURS[clause - 1] ?? "grey", basis: { ...basis, basis: shown, clause } };
}

/** The gap to 序时进度 in hundredths of 个百分点, positive when behind; null without a basis. */
export function gapBp(basis: LightBasis | null): number | null {
  if (basis?.expectedBp == null || basis.actualBp === null) return null;
  return basis.expectedBp - basis.actualBp;
}

export type Direction = "improving" | "steady" | "worsening";
const STEADY_BP = 100;

/**
 * Whether a project catches up: the gap of this month against the last one's; within one 个百分点 it is steady. Where
 * milestones decide, by the days that the longest one is overdue.
 */
export function directionOf(last: LightBasis | null, current: LightBasis | null): Direction | null {
  if (current?.basis === "milestones") {
    const [before, now] = [last?.overdueDays ?? null, current.overdueDays];
    if (before === null || now === null) return null;
    return now === before ? "steady" : now < before ? "improving" : "worsening";
  }
  const [before, now] = [gapBp(last), gapBp(current)];
  if (before === null || now === null) return null;
  if (Math.abs(now - before) <= STEADY_BP) return "steady";
  return now < before ? "improving" : "worsening";
}

/** How many months running it has been red, the newest first in the list. */
export function monthsInRed(newestFirst: readonly (SystemLight | null)[]): number {
  const end = newestFirst.findIndex((light) => light !== "red");
  return end === -1 ? newestFirst.length : end;
}

/** Where the three lights do not say the same; unset ones and 超期未完工 are not compared. */
export function lightsDisagree(lights: readonly (SystemLight | LightColour | null)[]): boolean {
  const said = lights.filter((light) => light !== null && light !== "grey" && light !== "overdue");
  return new Set(said).size > 1;
}

const COLOURS = ["green", "yellow", "red"] as const;

function clauseOf(
  { measure, yellowAt, redAt }: LightRule,
  { milestoneDelayDays }: LightFacts,
  proportion: ReturnType<typeof timeProportion>,
): number | null {
  if (measure === "milestones") {
    if (milestoneDelayDays === null) return null;
    return milestoneDelayDays > redAt ? 3 : milestoneDelayDays >= yellowAt ? 2 : 1;
  }
  if (proportion === null) return null;
  const { expectedBp, actualBp } = proportion;
  if (measure === "gap") {
    const gap = expectedBp - actualBp;
    return gap > redAt ? 3 : gap >= yellowAt ? 2 : 1;
  }
  const ratio = expectedBp === 0 ? 10_000 : share(actualBp, expectedBp);
  return ratio < redAt ? 3 : ratio < yellowAt ? 2 : 1;
}

/** In hundredths of a per cent, rounded half away from zero. */
function share(part: number, whole: number): number {
  const exact = (part * 10_000) / whole;
  return Math.sign(exact) * Math.round(Math.abs(exact));
}
