import { and, asc, eq, gt, inArray, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, projects, projectUnits, reportingUnits } from "@/db/schema";
import type { ReturnState, Stage } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { openedMonths, type ReportDays } from "@/lib/calendar/calendar";
import { findCalendar, reportDaysFor } from "@/lib/calendar/queries";
import type { ProjectRow } from "@/lib/project/project";
import { type OwedAt, owes, SUBMITTED_STATES } from "./monthly-return";
import { type ReturnStanding, standingsByProject } from "./queries";
import { reportingUnitsOf } from "./reporting";

/** One return that a unit still has to hand in. */
export type OwedReturn = {
  projectId: number;
  projectName: string;
  stage: Stage;
  totalInvestmentFen: number | null;
  reportingId: number;
  reportingName: string;
  days: ReportDays;
  late: boolean;
  /** The draft or the returned one; null while nothing was written. */
  state: ReturnState | null;
  returnReason: string | null;
  /** A planned project: only its stage is asked for. */
  confirmation: boolean;
};

/** One return that was handed in. */
export type HandedInReturn = Pick<ReturnStanding, "id" | "month" | "state" | "late"> & {
  projectName: string;
};

export type Owed = {
  /** False while the region has not gone live. */
  live: boolean;
  owed: OwedReturn[];
  /** What other units owe of projects that these units lead jointly: they may edit the draft. */
  joint: OwedReturn[];
  /** What these units have handed in for the newest month that opened. */
  done: HandedInReturn[];
  newest: string | null;
};

/** Most returns that one answer lists. */
export const OWED_MAX = 1_000;

/** What a manager's units owe today, oldest month first, then as the projects stand in the plan. */
export async function listOwed(tx: Tx, viewer: Actor): Promise<Owed> {
  const nothing = { owed: [], joint: [], done: [], newest: null };
  const calendar = viewer.regionCode === null ? null : await findCalendar(tx, viewer.regionCode);
  if (calendar === null) return { live: false, ...nothing };
  const months = openedMonths(calendar, tx.today);
  const newest = months.at(-1) ?? null;
  if (newest === null) return { live: true, ...nothing };
  const rows = await listLed(tx, viewer);
  const returns = await standingsByProject(
    tx,
    rows.map(({ row }) => row.id),
  );
  const days = new Map<string, ReportDays>();
  const asked: OwedReturn[] = [];
  for (const month of months) {
    for (const led of rows) {
      if (asked.length === OWED_MAX) break;
      const own = returns.get(led.row.id) ?? [];
      const state = stillAsked(led.row, own, { month, newest, today: tx.today });
      if (state === null) continue;
      const at = `${month} ${led.reportingId}`;
      const unitDays = days.get(at) ?? (await reportDaysFor(tx, calendar, month, led.reportingId));
      days.set(at, unitDays);
      asked.push({ ...owedOf(led, unitDays), ...state, late: tx.today > unitDays.dueOn });
    }
  }
  const mine = ({ reportingId }: { reportingId: number }) => viewer.unitIds.includes(reportingId);
  return {
    live: true,
    newest,
    owed: asked.filter(mine),
    joint: asked.filter((row) => !mine(row)),
    done: rows
      .filter(mine)
      .flatMap(({ row }) =>
        (returns.get(row.id) ?? [])
          .filter((entry) => entry.month === newest && isSubmitted(entry))
          .map(({ id, month, state, late }) => ({ id, month, state, late, projectName: row.name })),
      ),
  };
}

type Led = { row: ProjectRow; reportingId: number; reportingName: string };

/** What stands of a return that is still to be written; null where none is asked for. `returns` newest month first. */
export function stillAsked(
  project: ProjectRow,
  returns: readonly ReturnStanding[],
  at: Omit<OwedAt, "reported">,
): Pick<OwedReturn, "state" | "returnReason"> | null {
  const known = returns.find((entry) => entry.month === at.month);
  if (known && isSubmitted(known)) return null;
  const reported = returns.filter(isSubmitted).at(-1)?.month ?? null;
  if (!owes(project, { ...at, reported }) && known?.state !== "returned") return null;
  return { state: known?.state ?? null, returnReason: known?.returnReason ?? null };
}

function owedOf({ row, reportingId, reportingName }: Led, days: ReportDays) {
  return {
    projectId: row.id,
    projectName: row.name,
    stage: row.stage,
    totalInvestmentFen: row.totalInvestmentFen,
    reportingId,
    reportingName,
    days,
    confirmation: row.stage === "planned",
  };
}

/** The projects that the viewer's units lead or report for, in the order of the ledger, with the unit that reports. */
async function listLed(tx: Tx, viewer: Actor): Promise<Led[]> {
  const { unitIds } = viewer;
  if (unitIds.length === 0) return [];
  assertCan(viewer, "return.submit", {
    regionCode: viewer.regionCode,
    reportingId: unitIds[0] ?? null,
  });
  const led = await tx
    .select({ id: projectUnits.projectId })
    .from(projectUnits)
    .where(
      and(
        inArray(projectUnits.organizationId, unitIds),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
      ),
    );
  const named = await tx
    .select({ id: reportingUnits.projectId })
    .from(reportingUnits)
    .where(inArray(reportingUnits.organizationId, unitIds));
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
  const units = await reportingUnitsOf(tx, ids);
  const names = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, [...new Set(units.values())]));
  const nameOf = new Map(names.map(({ id, name }) => [id, name]));
  return rows.flatMap((row) => {
    const reportingId = units.get(row.id);
    return reportingId === undefined
      ? []
      : [{ row, reportingId, reportingName: nameOf.get(reportingId) ?? "" }];
  });
}

function isSubmitted({ state }: Pick<ReturnStanding, "state">): boolean {
  return (SUBMITTED_STATES as readonly ReturnState[]).includes(state);
}
