import { lastDayOf } from "@/lib/dates";
import type { inserter } from "./file";
import type { Random } from "./random";
import { MILESTONE_NAMES } from "./words";

/** Eight milestones over the project's years; about a third is met. */
export function addMilestones(
  insert: ReturnType<typeof inserter>,
  pick: Random,
  projectId: number,
  startYear: number,
  endYear: number,
): void {
  for (const [at, name] of MILESTONE_NAMES.entries()) {
    const year = startYear + Math.floor(((endYear - startYear) * at) / MILESTONE_NAMES.length);
    const planned = `${year}-${String(1 + pick.below(12)).padStart(2, "0")}`;
    const isMet = pick.chance(0.33);
    insert("milestones", {
      version: 1,
      project_id: projectId,
      position: at + 1,
      name,
      state: isMet ? "met" : "scheduled",
      first_planned: planned,
      first_planned_on: lastDayOf(planned),
      actual_on: isMet ? lastDayOf(planned) : null,
    });
  }
}
