import { and, eq, inArray } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { calendarDays, organizations, reportExceptions } from "@/db/schema";
import { added, change, changed, differs, type RowChange } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { daysBetween } from "@/lib/dates";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { findRegion } from "@/lib/region/queries";
import { unitIdsOf } from "@/lib/user/rights";
import { dayAfter, monthAfter, reportDays } from "./calendar";
import type { CalendarDayInput, CalendarInput, ExceptionForm, ExceptionInput } from "./input";
import { findCalendar, listDayChanges } from "./queries";

/** Most days that one notice changes at once. */
export const NOTICE_DAYS_MAX = 31;

/**
 * Lets a region go live with its first month, or changes its days. Throws RuleError for an unknown region or a lock
 * before the due day, ConflictError when somebody changed it since `version`.
 */
export async function setCalendar(
  tx: WriteTx,
  actor: Actor,
  { version, ...input }: CalendarInput,
): Promise<void> {
  const { regionCode } = input;
  assertCan(actor, "calendar.manage", { regionCode });
  const region = await findRegion(tx, regionCode);
  if (!region) throw new RuleError("regionUnknown", { code: regionCode }, "regionCode");
  if (input.locksDay < input.dueDay) throw new RuleError("lockBeforeDue", {}, "locksDay");
  const before = await findCalendar(tx, regionCode);
  if (version !== undefined && (before?.version ?? 0) !== version)
    throw new ConflictError(before ?? { version: 0 });
  const row = before
    ? changed("report_calendars", before, input)
    : await added(tx, "report_calendars", input);
  if (!differs(row)) return;
  const details = { name: region.name, on: input.startsMonth };
  await change(tx, actor, { action: "calendar.set", regionCode, details, rows: [row] });
}

/** Makes a day, or days in a row, working days or days off, as a later notice has it. */
export async function setCalendarDay(
  tx: WriteTx,
  actor: Actor,
  { day, until, working, reason }: CalendarDayInput,
): Promise<void> {
  assertCan(actor, "calendar.manage", { regionCode: null });
  const days = daysFrom(day, until ?? day);
  const known = await tx.select().from(calendarDays).where(inArray(calendarDays.day, days));
  const rows: RowChange[] = [];
  let fresh = 0;
  for (const one of days) {
    const before = known.find((row) => row.day === one);
    if (before) rows.push(changed("calendar_days", before, { working }));
    else rows.push(await added(tx, "calendar_days", { day: one, working }, fresh++));
  }
  if (!rows.some(differs)) return;
  const on = until === null || until === day ? day : `${day} – ${until}`;
  await change(tx, actor, { action: "calendar.day_set", reason, details: { on }, rows });
}

function daysFrom(day: string, until: string): string[] {
  const count = daysBetween(day, until) + 1;
  if (count < 1) throw new RuleError("periodReversed", {}, "until");
  if (count > NOTICE_DAYS_MAX)
    throw new RuleError("noticeDaysMax", { max: NOTICE_DAYS_MAX }, "until");
  const days = [day];
  while (days.length < count) days.push(dayAfter(days.at(-1) ?? day));
  return days;
}

/**
 * Gives a unit another due day for one month, with the reason; without a day takes it back. By the administrator, or
 * the reviewer of the unit's region.
 */
export async function setException(
  tx: WriteTx,
  actor: Actor,
  input: ExceptionInput,
): Promise<void> {
  const [unit] = await tx
    .select()
    .from(organizations)
    .where(eq(organizations.id, input.organizationId));
  if (!unit) throw new NotFoundError();
  assertCan(actor, "calendar.except", { regionCode: unit.regionCode });
  await assertDueOn(tx, unit.regionCode, input);
  const [before] = await tx
    .select()
    .from(reportExceptions)
    .where(
      and(
        eq(reportExceptions.organizationId, input.organizationId),
        eq(reportExceptions.month, input.month),
      ),
    );
  const row = before
    ? changed("report_exceptions", before, input)
    : await added(tx, "report_exceptions", input);
  if (!differs(row)) return;
  await change(tx, actor, {
    action: "calendar.exception_set",
    regionCode: unit.regionCode,
    reason: input.reason,
    details: { name: unit.name, on: input.month },
    rows: [row],
  });
}

/** The same with the unit by its name, as a form sends it. Throws RuleError for an unknown name. */
export async function setExceptionByName(
  tx: WriteTx,
  actor: Actor,
  { regionCode, units, ...input }: ExceptionForm,
): Promise<void> {
  assertCan(actor, "calendar.except", { regionCode });
  const [organizationId] = await unitIdsOf(tx, regionCode, [units]);
  if (organizationId !== undefined) await setException(tx, actor, { organizationId, ...input });
}

/** A unit's due day lies after the month it is about, and within half a year of the others'. */
async function assertDueOn(
  tx: WriteTx,
  regionCode: string | null,
  { month, dueOn }: ExceptionInput,
): Promise<void> {
  if (dueOn === null) return;
  const earliest = `${monthAfter(month, 1)}-01`;
  const calendar = regionCode === null ? null : await findCalendar(tx, regionCode);
  const usual = calendar ? reportDays(month, calendar, await listDayChanges(tx)).dueOn : earliest;
  if (dueOn < earliest || daysBetween(usual, dueOn) > 183)
    throw new RuleError("exceptionDay", { earliest }, "dueOn");
}
