import type { findings } from "@/db/schema";
import { daysBetween } from "@/lib/dates";

export type FindingRow = typeof findings.$inferSelect;

export const FINDING_FILE_BYTES = 4 * 1024 * 1024;

/** How many days past its day an open finding is; 0 while in time, and once it is closed. */
export function overdueDays({ state, dueOn }: FindingRow, today: string): number {
  return state !== "closed" && dueOn < today ? daysBetween(dueOn, today) : 0;
}

/** What a finding asks for next, and of whom. */
export function stepsOf({ state }: FindingRow) {
  return {
    answer: state === "raised",
    rectify: state === "answered",
    return: state === "answered" || state === "rectified",
    close: state === "answered" || state === "rectified",
  };
}
