import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projects, projectUnits, reportingUnits } from "@/db/schema";
import type { ReturnState, Stage } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { openedMonths, type ReportDays } from "@/lib/calendar/calendar";
import { findCalendar, reportDaysFor } from "@/lib/calendar/queries";
import { owes, type ReturnRow, SUBMITTED_STATES } from "./monthly-return";
import { listReturnsOf } from "./queries";
import { reportingUnitOf } from "./reporting";

/** One return that a unit still has to hand in. */
export type OwedReturn = {
  projectId: number;
  projectName: string;
  stage: Stage;
  totalInvestmentFen: number | null;
  reportingId: number;
  days: ReportDays;
  late: boolean;
  /** The draft or the returned one; null while nothing was written. */
  state: ReturnState | null;
  returnReason: string | null;
  /** A planned project: only its stage is asked for. */
  confirmation: boolean;
};

export type Owed = {
  /** False while the region has not gone live. */
  live: boolean;
  owed: OwedReturn[];
  /** What these units have handed in for the newest month that opened. */
  done: ReturnRow[];
  newest: string | null;
};

/** Most returns that one answer lists. */
export const OWED_MAX = 1_000;

/** What a manager's units owe today, oldest month first, then as the projects stand in the plan. */
export async function listOwed(tx: Tx, viewer: Actor): Promise<Owed> {
  const nothing = { owed: [], done: [], newest: null };
  const calendar = viewer.regionCode === null ? null : await findCalendar(tx, viewer.regionCode);
  if (calendar === null) return { live: false, ...nothing };
  const months = openedMonths(calendar, tx.today);
  const newest = months.at(-1) ?? null;
  if (newest === null) return { live: true, ...nothing };
  const rows = await reportedBy(tx, viewer);
  const returns = await listReturnsOf(
    tx,
    rows.map(({ row }) => row.id),
  );
  const byProject = new Map<number, ReturnRow[]>();
  for (const entry of returns)
    byProject.set(entry.projectId, [...(byProject.get(entry.projectId) ?? []), entry]);
  const owed: OwedReturn[] = [];
  const days = new Map<string, ReportDays>();
  for (const month of months) {
    for (const { row, reportingId } of rows) {
      const own = byProject.get(row.id) ?? [];
      const known = own.find((entry) => entry.month === month);
      if (known && isSubmitted(known)) continue;
      const reported = own.filter(isSubmitted).at(-1)?.month ?? null;
      const asked = owes(row, { month, newest, today: tx.today, reported });
      if (!asked && known?.state !== "returned") continue;
      const at = `${month} ${reportingId}`;
      const unitDays = days.get(at) ?? (await reportDaysFor(tx, calendar, month, reportingId));
      days.set(at, unitDays);
      owed.push({
        projectId: row.id,
        projectName: row.name,
        stage: row.stage,
        totalInvestmentFen: row.totalInvestmentFen,
        reportingId,
        days: unitDays,
        late: tx.today > unitDays.dueOn,
        state: known?.state ?? null,
        returnReason: known?.returnReason ?? null,
        confirmation: row.stage === "planned",
      });
      if (owed.length === OWED_MAX) return { live: true, owed, done: [], newest };
    }
  }
  const done = returns.filter((entry) => entry.month === newest && isSubmitted(entry));
  return { live: true, owed, done, newest };
}

/** The projects that the viewer's units report for, in the order of the ledger. */
async function reportedBy(tx: Tx, viewer: Actor) {
  if (viewer.unitIds.length === 0) return [];
  assertCan(viewer, "return.submit", {
    regionCode: viewer.regionCode,
    reportingId: viewer.unitIds[0] ?? null,
  });
  const led = await tx
    .select({ id: projectUnits.projectId })
    .from(projectUnits)
    .where(
      and(
        inArray(projectUnits.organizationId, viewer.unitIds),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
      ),
    );
  const named = await tx
    .select({ id: reportingUnits.projectId })
    .from(reportingUnits)
    .where(inArray(reportingUnits.organizationId, viewer.unitIds));
  const ids = [...new Set([...led, ...named].map(({ id }) => id))];
  const rows = await tx
    .select()
    .from(projects)
    .where(
      and(
        inArray(projects.id, ids),
        isNull(projects.parentId),
        visibleTo(viewer, projects.regionCode),
      ),
    )
    .orderBy(asc(projects.id));
  const found: { row: (typeof rows)[number]; reportingId: number }[] = [];
  for (const row of rows) {
    const reportingId = await reportingUnitOf(tx, row.id);
    if (reportingId !== null && viewer.unitIds.includes(reportingId))
      found.push({ row, reportingId });
  }
  return found;
}

function isSubmitted({ state }: Pick<ReturnRow, "state">): boolean {
  return (SUBMITTED_STATES as readonly ReturnState[]).includes(state);
}
