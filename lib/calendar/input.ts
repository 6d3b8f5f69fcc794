import { z } from "zod";
import { checked, idInput, optionalDay, optionalText, requiredDay, requiredText } from "@/lib/form";

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
  /** Of the calendar that was looked at, 0 for none; without it what stands is overwritten. */
  version: z.coerce.number().int().min(0).optional(),
});
export type CalendarInput = z.infer<typeof calendarInput>;

/** A day, or days up to `until`, that a later notice made working days or days off. */
export const calendarDayInput = z.strictObject({
  day: requiredDay,
  until: optionalDay,
  working: checked,
  reason: optionalText(200),
});
export type CalendarDayInput = z.infer<typeof calendarDayInput>;

/** A later due day for one unit and month; without a day the exception is taken back. */
export const exceptionInput = z.strictObject({
  organizationId: idInput,
  month: requiredMonth,
  dueOn: optionalDay,
  reason: requiredText(500),
});
export type ExceptionInput = z.infer<typeof exceptionInput>;

/** The same as a form sends it, the unit by its name. */
export const exceptionForm = z.strictObject({
  regionCode: z.string().regex(/^\d{6}$/, { error: "invalid" }),
  units: requiredText(100),
  month: requiredMonth,
  dueOn: optionalDay,
  reason: requiredText(500),
});
export type ExceptionForm = z.infer<typeof exceptionForm>;
