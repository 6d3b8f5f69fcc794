import { and, asc, count, eq, inArray, isNotNull, or, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, monthlyReturns, organizations } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { openedMonths, type ReportDays } from "@/lib/calendar/calendar";
import { findCalendar, unitDays } from "@/lib/calendar/queries";
import { lightsDisagree } from "@/lib/light/light";
import { owes, SUBMITTED_STATES } from "../monthly-return";
import {
  isHandedIn,
  type ReviewedProject,
  standingOf,
  tallyUnits,
  type UnitTally,
} from "./standing";

/** One month of a region: every return that is owed or was handed in, and how complete and timely each unit is. */
export type ReviewedMonth = {
  month: string;
  days: ReportDays;
  projects: ReviewedProject[];
  units: UnitTally[];
};

/** Months of the region that have opened, oldest first; null while it has not gone live. */
export async function listReviewMonths(
  tx: Tx,
  viewer: Actor,
  regionCode: string,
): Promise<{ startsMonth: string; months: string[] } | null> {
  assertCan(viewer, "return_overview.read", { regionCode });
  const calendar = await findCalendar(tx, regionCode);
  if (calendar === null) return null;
  return { startsMonth: calendar.startsMonth, months: openedMonths(calendar, tx.today) };
}

/**
 * The returns of one opened month of a region, by the same rule as `listOwed()`, in the order of the ledger. Throws
 * ForbiddenError out of scope. Null while the region has not gone live.
 */
export async function reviewMonth(
  tx: Tx,
  viewer: Actor,
  regionCode: string,
  month: string,
): Promise<ReviewedMonth | null> {
  assertCan(viewer, "return_overview.read", { regionCode });
  const calendar = await findCalendar(tx, regionCode);
  if (calendar === null) return null;
  const newest = openedMonths(calendar, tx.today).at(-1) ?? "";
  const days = await unitDays(tx, calendar, month);
  const projects: ReviewedProject[] = [];
  for (const row of await listRows(tx, viewer, regionCode, month)) {
    const { projectId, projectName, stage, startOn, unitId, reported, found } = row;
    const standing = standingOf(found?.state ?? null);
    const asked = owes({ stage, startOn }, { month, newest, today: tx.today, reported });
    if (!asked && (standing === "missing" || standing === "draft")) continue;
    const { dueOn } = days(unitId);
    const handedIn = isHandedIn({ standing });
    projects.push({
      projectId,
      projectName,
      stage,
      unitId,
      returnId: found?.id ?? null,
      version: found?.version ?? 0,
      standing,
      dueOn,
      late: handedIn ? (found?.late ?? false) : tx.today > dueOn,
      submittedById: found?.submittedById ?? null,
      differs:
        handedIn &&
        lightsDisagree([
          found?.systemLight ?? null,
          found?.selfLight ?? null,
          found?.reviewerLight ?? null,
        ]),
    });
  }
  const names = await unitNames(tx, projects);
  return { month, days: days(null), projects, units: tallyUnits(projects, names) };
}

/** How many returns wait for the reviewer, by month. */
export async function countWaiting(
  tx: Tx,
  viewer: Actor,
  regionCode: string,
  months: string[],
): Promise<Map<string, number>> {
  assertCan(viewer, "return_overview.read", { regionCode });
  if (months.length === 0) return new Map();
  const rows = await tx
    .select({ month: monthlyReturns.month, n: count() })
    .from(monthlyReturns)
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, monthlyReturns.projectId))
    .where(
      and(
        inArray(monthlyReturns.month, months),
        eq(monthlyReturns.state, "submitted"),
        eq(ledgerEntries.regionCode, regionCode),
      ),
    )
    .groupBy(monthlyReturns.month);
  return new Map(rows.map(({ month, n }) => [month, n]));
}

/** The names of the units that report, by id. */
async function unitNames(tx: Tx, projects: ReviewedProject[]): Promise<Map<number, string>> {
  const ids = [...new Set(projects.flatMap(({ unitId }) => unitId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, ids));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** Projects that may owe the month, and those with a return of it. */
async function listRows(tx: Tx, viewer: Actor, regionCode: string, month: string) {
  const states = [...SUBMITTED_STATES];
  return tx
    .select({
      projectId: ledgerEntries.projectId,
      projectName: ledgerEntries.name,
      stage: ledgerEntries.stage,
      startOn: ledgerEntries.startOn,
      unitId: reportingUnitId,
      reported: sql<string | null>`(SELECT month FROM monthly_returns reported
        WHERE reported.project_id = ${ledgerEntries.projectId} AND reported.state IN ${states} ORDER BY month LIMIT 1)`,
      found: {
        id: monthlyReturns.id,
        version: monthlyReturns.version,
        state: monthlyReturns.state,
        late: monthlyReturns.late,
        submittedById: monthlyReturns.submittedById,
        systemLight: monthlyReturns.systemLight,
        selfLight: monthlyReturns.selfLight,
        reviewerLight: monthlyReturns.reviewerLight,
      },
    })
    .from(ledgerEntries)
    .leftJoin(
      monthlyReturns,
      and(eq(monthlyReturns.projectId, ledgerEntries.projectId), eq(monthlyReturns.month, month)),
    )
    .where(
      and(
        visibleTo(viewer),
        eq(ledgerEntries.regionCode, regionCode),
        or(
          inArray(ledgerEntries.stage, ["planned", "preparation", "in_progress", "completed"]),
          isNotNull(monthlyReturns.id),
        ),
      ),
    )
    .orderBy(asc(ledgerEntries.sourceOrder));
}

/** `reportingUnitOf()` in SQL, of a row of `ledger_entries`; a test proves the two equal. */
export const reportingUnitId = sql<number | null>`coalesce(
  (SELECT organization_id FROM reporting_units WHERE project_id = ledger_entries.project_id),
  (SELECT organization_id FROM project_units WHERE project_id = ledger_entries.project_id
    AND role = 'lead' AND position > 0 AND organization_id IS NOT NULL ORDER BY position LIMIT 1))`;
