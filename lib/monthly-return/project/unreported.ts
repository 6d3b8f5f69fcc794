import type { Tx } from "@/db/client";
import type { ReturnState } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { openedMonths } from "@/lib/calendar/calendar";
import { findCalendar, reportDaysFor } from "@/lib/calendar/queries";
import { stillAsked } from "../owed";
import { listReturnsOf } from "../queries";
import { loadReporting } from "../reporting";

/** A month whose return the project owes and nobody has handed in. */
export type UnreportedMonth = {
  month: string;
  dueOn: string;
  late: boolean;
  /** A draft, or one that was sent back; null while nothing was written. */
  state: ReturnState | null;
};

/**
 * The months that a project still owes, newest first, by the rule of `listOwed()`. None before its region goes live.
 * Throws NotFoundError, ForbiddenError.
 */
export async function listUnreported(
  tx: Tx,
  viewer: Actor,
  projectId: number,
): Promise<UnreportedMonth[]> {
  const { row, subject } = await loadReporting(tx, viewer, projectId);
  assertCan(viewer, "return.read", subject);
  const calendar = await findCalendar(tx, row.regionCode);
  if (calendar === null) return [];
  const months = openedMonths(calendar, tx.today);
  const returns = await listReturnsOf(tx, [projectId]);
  const unreported: UnreportedMonth[] = [];
  for (const month of months.toReversed()) {
    const at = { month, newest: months.at(-1) ?? month, today: tx.today };
    const asked = stillAsked(row, returns, at);
    if (asked === null) continue;
    const { dueOn } = await reportDaysFor(tx, calendar, month, subject.reportingId);
    unreported.push({ month, dueOn, late: tx.today > dueOn, state: asked.state });
  }
  return unreported;
}
