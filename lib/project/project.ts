import type { Stage } from "@/db/vocabulary";
import { CLOSED_STAGES } from "@/db/vocabulary";
import { firstDayOf, lastDayOf } from "@/lib/dates";
import { RuleError } from "@/lib/errors";

/** 超期未完工: the period is over and the work neither done nor given up. Unknown ends are never overdue. */
export function isOverdue(project: { stage: Stage; endOn: string | null }, today: string): boolean {
  return (
    project.endOn !== null &&
    project.endOn < today &&
    !(CLOSED_STAGES as readonly Stage[]).includes(project.stage)
  );
}

/** First and last day of a period, for comparing. Throws RuleError when it ends before it begins. */
export function periodDays(start: string | null, end: string | null) {
  const startOn = start === null ? null : firstDayOf(start);
  const endOn = end === null ? null : lastDayOf(end);
  if (startOn !== null && endOn !== null && endOn < startOn)
    throw new RuleError("periodReversed", {}, "end");
  return { startOn, endOn };
}
