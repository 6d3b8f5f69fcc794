import { and, eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { calendarDays, organizations, reportExceptions } from "@/db/schema";
import { added, change, changed, differs } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { NotFoundError, RuleError } from "@/lib/errors";
import { findRegion } from "@/lib/region/queries";
import type { CalendarDayInput, CalendarInput, ExceptionInput } from "./input";
import { findCalendar } from "./queries";

/** Lets a region go live with its first month, or changes its days. Throws RuleError for an unknown region. */
export async function setCalendar(tx: WriteTx, actor: Actor, input: CalendarInput): Promise<void> {
  const { regionCode } = input;
  assertCan(actor, "calendar.manage", { regionCode });
  const region = await findRegion(tx, regionCode);
  if (!region) throw new RuleError("regionUnknown", { code: regionCode }, "regionCode");
  if (input.locksDay < input.dueDay) throw new RuleError("lockBeforeDue", {}, "locksDay");
  const before = await findCalendar(tx, regionCode);
  const row = before
    ? changed("report_calendars", before, input)
    : await added(tx, "report_calendars", input);
  if (!differs(row)) return;
  const details = { name: region.name, on: input.startsMonth };
  await change(tx, actor, { action: "calendar.set", regionCode, details, rows: [row] });
}

/** Makes one day a working day or a day off, as a later notice has it. */
export async function setCalendarDay(
  tx: WriteTx,
  actor: Actor,
  input: CalendarDayInput,
): Promise<void> {
  assertCan(actor, "calendar.manage", { regionCode: null });
  const [before] = await tx.select().from(calendarDays).where(eq(calendarDays.day, input.day));
  const row = before
    ? changed("calendar_days", before, input)
    : await added(tx, "calendar_days", input);
  if (!differs(row)) return;
  await change(tx, actor, {
    action: "calendar.day_set",
    details: { on: input.day },
    rows: [row],
  });
}

/** Gives a unit another due day for one month, with the reason. By the reviewer of its region. */
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
  assertCan(actor, "reporting_unit.assign", { regionCode: unit.regionCode });
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
  await change(tx, actor, {
    action: "calendar.exception_set",
    regionCode: unit.regionCode,
    reason: input.reason,
    details: { name: unit.name, on: input.month },
    rows: [row],
  });
}
