import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { reportCalendars } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { openedMonths, reportDays } from "@/lib/calendar/calendar";
import { listDayChanges } from "@/lib/calendar/queries";

export type ReportMonth = {
  /** The newest month that has opened anywhere in sight. */
  month: string;
  year: number;
  /** The newest month of that year whose returns are past their day: only up to it can plan and work be compared. */
  due: string | null;
  /** The regions that have gone live. */
  regions: string[];
};

/** What sums of returns speak of: null while no region in sight reports, or none of its months has opened. */
export async function reportMonthOf(
  tx: Tx,
  viewer: Actor,
  region: string | null,
): Promise<ReportMonth | null> {
  const calendars = await tx
    .select()
    .from(reportCalendars)
    .where(
      and(
        visibleTo(viewer, reportCalendars.regionCode),
        region === null ? undefined : eq(reportCalendars.regionCode, region),
      ),
    );
  const opened = [
    ...new Set(calendars.flatMap((calendar) => openedMonths(calendar, tx.today))),
  ].sort();
  const month = opened.at(-1);
  if (month === undefined) return null;
  const changes = await listDayChanges(tx);
  const past = (one: string) =>
    calendars.every((calendar) => reportDays(one, calendar, changes).dueOn < tx.today);
  const due = opened.filter((one) => one.slice(0, 4) === month.slice(0, 4) && past(one)).at(-1);
  const regions = calendars.map(({ regionCode }) => regionCode).sort();
  return { month, year: Number(month.slice(0, 4)), due: due ?? null, regions };
}
