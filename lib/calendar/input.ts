import { z } from "zod";
import { checked, idInput, optionalDay, requiredDay, requiredText } from "@/lib/form";

export const requiredMonth = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, { error: "month" });
const dayOfMonth = z.coerce.number().int().min(1).max(28);

/** A region's calendar as a form sends it: the first month that is owed, and days of the month. */
export const calendarInput = z.strictObject({
  regionCode: z.string().regex(/^\d{6}$/, { error: "invalid" }),
  startsMonth: requiredMonth,
  opensDay: dayOfMonth,
  dueDay: dayOfMonth,
  locksDay: dayOfMonth,
  joinsJanuary: checked,
});
export type CalendarInput = z.infer<typeof calendarInput>;

/** A day that a later notice made a working day, or a day off. */
export const calendarDayInput = z.strictObject({ day: requiredDay, working: checked });
export type CalendarDayInput = z.infer<typeof calendarDayInput>;

/** A later due day for one unit and month; without a day the exception is taken back. */
export const exceptionInput = z.strictObject({
  organizationId: idInput,
  month: requiredMonth,
  dueOn: optionalDay,
  reason: requiredText(500),
});
export type ExceptionInput = z.infer<typeof exceptionInput>;
