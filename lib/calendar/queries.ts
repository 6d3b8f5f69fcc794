import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { calendarDays, reportCalendars, reportExceptions } from "@/db/schema";
import { type DayChanges, type ReportDays, reportDays } from "./calendar";

export type CalendarRow = typeof reportCalendars.$inferSelect;

/** The region's calendar, or null while it has not gone live: then nothing is owed. */
export async function findCalendar(tx: Tx, regionCode: string): Promise<CalendarRow | null> {
  const [row] = await tx
    .select()
    .from(reportCalendars)
    .where(eq(reportCalendars.regionCode, regionCode));
  return row ?? null;
}

/** The days that somebody changed by hand. */
export async function listDayChanges(tx: Tx): Promise<DayChanges> {
  const rows = await tx.select().from(calendarDays);
  return new Map(rows.map(({ day, working }) => [day, working]));
}

/** The days of a month's return, a unit's exception included. */
export async function reportDaysFor(
  tx: Tx,
  calendar: CalendarRow,
  month: string,
  unitId: number | null,
): Promise<ReportDays> {
  const days = reportDays(month, calendar, await listDayChanges(tx));
  if (unitId === null) return days;
  const [exception] = await tx
    .select()
    .from(reportExceptions)
    .where(and(eq(reportExceptions.organizationId, unitId), eq(reportExceptions.month, month)));
  const dueOn = exception?.dueOn ?? days.dueOn;
  const locksOn = [days.locksOn, dueOn].sort().at(-1) ?? dueOn;
  return { ...days, dueOn, locksOn };
}
