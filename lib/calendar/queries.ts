import { and, asc, desc, eq, inArray, isNotNull, isNull, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import {
  calendarDays,
  events,
  organizations,
  reportCalendars,
  reportExceptions,
} from "@/db/schema";
import type { EventPayload } from "@/lib/audit/event";
import type { HistoryEvent } from "@/lib/audit/history/history";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { listEveryRegion, type Region } from "@/lib/region/queries";
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
  return (await unitDays(tx, calendar, month))(unitId);
}

/** The same for many units: their exceptions are few and read at once. Null is the region itself. */
export async function unitDays(
  tx: Tx,
  calendar: CalendarRow,
  month: string,
): Promise<(unitId: number | null) => ReportDays> {
  const days = reportDays(month, calendar, await listDayChanges(tx));
  const exceptions = await tx
    .select({ unitId: reportExceptions.organizationId, dueOn: reportExceptions.dueOn })
    .from(reportExceptions)
    .where(eq(reportExceptions.month, month));
  const dueOf = new Map(exceptions.map(({ unitId, dueOn }) => [unitId, dueOn]));
  return (unitId) => {
    const dueOn = (unitId !== null && dueOf.get(unitId)) || days.dueOn;
    const locksOn = [days.locksOn, dueOn].sort().at(-1) ?? dueOn;
    return { ...days, dueOn, locksOn };
  };
}

/** Every region with its calendar, null for those that have not gone live. */
export async function listCalendars(
  tx: Tx,
  viewer: Actor,
): Promise<{ region: Region; calendar: CalendarRow | null }[]> {
  assertCan(viewer, "calendar.manage", { regionCode: null });
  const calendars = await tx.select().from(reportCalendars);
  return (await listEveryRegion(tx)).map((region) => ({
    region,
    calendar: calendars.find(({ regionCode }) => regionCode === region.code) ?? null,
  }));
}

/** The due days of their own that stand for units of the region (or of none), newest month first. */
export async function listExceptions(tx: Tx, viewer: Actor, regionCode: string) {
  assertCan(viewer, "calendar.manage", { regionCode });
  return tx
    .select({
      id: reportExceptions.id,
      month: reportExceptions.month,
      dueOn: reportExceptions.dueOn,
      reason: reportExceptions.reason,
      unit: organizations.name,
    })
    .from(reportExceptions)
    .innerJoin(organizations, eq(organizations.id, reportExceptions.organizationId))
    .where(
      and(
        isNotNull(reportExceptions.dueOn),
        or(eq(organizations.regionCode, regionCode), isNull(organizations.regionCode)),
      ),
    )
    .orderBy(desc(reportExceptions.month), asc(organizations.name))
    .limit(EXCEPTIONS_LISTED);
}

/** Who set the calendar of this region, and the working days of all, newest first. */
export async function listCalendarEvents(
  tx: Tx,
  viewer: Actor,
  regionCode: string,
): Promise<HistoryEvent[]> {
  assertCan(viewer, "calendar.manage", { regionCode });
  const rows = await tx
    .select({ payload: events.payload, hash: events.hash })
    .from(events)
    .where(
      and(
        inArray(events.action, CALENDAR_ACTIONS),
        or(eq(events.regionCode, regionCode), isNull(events.regionCode)),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(EVENTS_LISTED);
  return rows.map(({ payload, hash }) => ({
    ...(JSON.parse(payload) as EventPayload),
    hash,
    projectName: null,
  }));
}

const CALENDAR_ACTIONS = [
  "calendar.set",
  "calendar.day_set",
  "calendar.exception_set",
] as const satisfies readonly EventAction[];
const EVENTS_LISTED = 20;
const EXCEPTIONS_LISTED = 50;
