import type { problems } from "@/db/schema";
import { daysBetween } from "@/lib/dates";

export type ProblemRow = typeof problems.$inferSelect;
export type Problem = ProblemRow & {
  /** Days past the due day while open; 0 when in time or without a day. */
  overdueDays: number;
};

/** A problem with how late its solution is. */
export function withDelay(row: ProblemRow, today: string): Problem {
  const late = row.state === "open" && row.dueOn !== null && row.dueOn < today;
  return { ...row, overdueDays: late && row.dueOn !== null ? daysBetween(row.dueOn, today) : 0 };
}

/** A problem with the names of its project and of who has to solve it. */
export type ListedProblem = Problem & {
  projectName: string;
  regionCode: string;
  unitId: number | null;
  unitName: string | null;
};
