import { and, eq, isNull } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { notices } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { NotFoundError, RuleError } from "@/lib/errors";
import { listMissing } from "@/lib/monthly-return/review/missing";
import type { NoticeReading, ReminderInput } from "./input";
import { newNotices } from "./notices";

/** Marks one of the own notices, or all of them, as read. What was read already stays as it is. */
export async function readNotices(
  tx: WriteTx,
  actor: Actor,
  { notice }: NoticeReading,
): Promise<void> {
  const userId = actor.id ?? 0;
  assertCan(actor, "notice.read", { regionCode: actor.regionCode, userId });
  const own = eq(notices.userId, userId);
  const rows = await tx
    .select()
    .from(notices)
    .where(notice === "all" ? and(own, isNull(notices.readAt)) : and(own, eq(notices.id, notice)));
  if (notice !== "all" && rows.length === 0) throw new NotFoundError();
  const unread = rows.filter(({ readAt }) => readAt === null);
  if (unread.length === 0) return;
  await change(tx, actor, {
    action: "notice.read",
    regionCode: actor.regionCode,
    rows: unread.map((row) => changed("notices", row, { readAt: tx.now })),
  });
}

/** What a reminder did: units told, and those told earlier today or without anybody who reports. */
export type Reminded = { units: number; people: number; already: number; silent: number };

/**
 * Tells those who report for these units what is missing, one event per unit; a unit at most once a day, so that a
 * double click tells nobody twice. Throws RuleError where none of them has anybody who reports.
 */
export async function sendReminders(
  tx: WriteTx,
  actor: Actor,
  { regionCode, month, unit: unitIds }: ReminderInput,
): Promise<Reminded> {
  assertCan(actor, "return.remind", { regionCode });
  if (unitIds.length === 0) throw new RuleError("unitsNone");
  const found = await listMissing(tx, actor, regionCode, month);
  if (found === null) throw new RuleError("regionNotLive");
  const told: Reminded = { units: 0, people: 0, already: 0, silent: 0 };
  for (const unit of found.units) {
    if (unit.unitId === null || !unitIds.includes(unit.unitId)) continue;
    if (unit.remindedOn === tx.today) {
      told.already += 1;
      continue;
    }
    const rows = await newNotices(tx, actor, {
      kind: "reminder",
      organizationId: unit.unitId,
      userIds: [],
      projectId: null,
      month,
      missing: unit.missing.length,
      note: null,
    });
    if (rows.length === 0) {
      told.silent += 1;
      continue;
    }
    told.units += 1;
    told.people += rows.length;
    await change(tx, actor, {
      action: "return.reminded",
      regionCode,
      details: { name: unit.name ?? "", on: month },
      rows,
    });
  }
  if (told.units === 0 && told.already === 0) throw new RuleError("remindNobody");
  return told;
}
