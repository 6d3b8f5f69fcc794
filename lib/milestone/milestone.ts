import type { milestones } from "@/db/schema";
import type { MilestoneState, Stage } from "@/db/vocabulary";
import { daysBetween, firstDayOf, lastDayOf } from "@/lib/dates";
import { RuleError } from "@/lib/errors";
import { isInCurrentBasis } from "@/lib/project/project";

/** More are surely a mistake, and keep a project's page readable. */
export const MILESTONES_MAX = 100;

export type MilestoneStanding =
  | { state: "scheduled" | "cancelled" }
  | { state: "overdue"; days: number }
  /** `lateDays` is 0 for a milestone met in time. */
  | { state: "met"; lateDays: number };

export type MilestoneRow = typeof milestones.$inferSelect;

/** A milestone with where it stands on a day. */
export type Milestone = MilestoneRow & { standing: MilestoneStanding };

type Dates = { state: MilestoneState; firstPlannedOn: string; actualOn: string | null };

/** Where a milestone stands today. Overdue counts from the first planned date, whatever was revised later. */
export function milestoneState(milestone: Dates, today: string): MilestoneStanding {
  const { state, firstPlannedOn, actualOn } = milestone;
  if (state === "cancelled") return { state };
  if (state === "met")
    return {
      state,
      lateDays: Math.max(0, daysBetween(firstPlannedOn, actualOn ?? firstPlannedOn)),
    };
  const days = daysBetween(firstPlannedOn, today);
  return days > 0 ? { state: "overdue", days } : { state: "scheduled" };
}

/** The columns of a milestone that is met on this date. Throws RuleError when the date lies in the future. */
export function metOn(actual: string, today: string) {
  if (firstDayOf(actual) > today) throw new RuleError("dateInFuture", {}, "actual");
  return { state: "met" as const, actual, actualOn: lastDayOf(actual) };
}

/**
 * The revised plan beside the first one; null when the plan goes back to the first date.
 * Throws RuleError when the date is the one that stands already.
 */
export function revisedPlan(
  milestone: { firstPlanned: string; revisedPlanned: string | null },
  wanted: string,
): string | null {
  if (wanted === (milestone.revisedPlanned ?? milestone.firstPlanned))
    throw new RuleError("planUnchanged", {}, "revisedPlanned");
  return wanted === milestone.firstPlanned ? null : wanted;
}

/** Only what is still open can be met, cancelled or planned anew. Throws RuleError otherwise. */
export function assertOpen({ state }: { state: MilestoneState }): void {
  if (state !== "scheduled") throw new RuleError("milestoneNotOpen");
}

/** Nothing is entered any more for a project that was terminated or withdrawn. Throws RuleError. */
export function assertRunning({ stage }: { stage: Stage }): void {
  if (!isInCurrentBasis(stage)) throw new RuleError("projectEnded");
}
