import { and, count, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import {
  ledgerEntries,
  problems,
  progressEntries,
  projectUnits,
  reportCalendars,
  reportingUnits,
} from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { Actor } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { stillOwn, visibleRegion, visibleTo } from "@/lib/auth/scope";
import type { Progress } from "./progress";

/**
 * `return.read` in SQL, beside what `visibleTo()` says already: a manager reads the returns of the own units' projects
 * only. Undefined where the region decides alone.
 */
export function readableReturns(
  viewer: Actor,
  projectId: AnyColumn = ledgerEntries.projectId,
): SQL | undefined {
  if (!canEver(viewer, "return.read")) return sql`0`;
  if (viewer.kind !== "manager") return undefined;
  const units = sql`(SELECT value FROM json_each(${JSON.stringify(viewer.unitIds)}))`;
  const own = sql`${projectId} IN (
    SELECT ${projectUnits.projectId} FROM ${projectUnits} WHERE ${projectUnits.organizationId} IN ${units}
      AND ${projectUnits.role} = 'lead' AND ${projectUnits.position} > 0
    UNION SELECT ${reportingUnits.projectId} FROM ${reportingUnits}
      WHERE ${reportingUnits.organizationId} IN ${units})`;
  return and(own, stillOwn(viewer, projectId));
}

/** Whether a region that the viewer may see has gone live: before that nothing speaks of returns. */
export async function isLive(tx: Tx, viewer: Actor): Promise<boolean> {
  if (!canEver(viewer, "return.read")) return false;
  const query = prepared(tx, `live of ${visibleRegion(viewer)}`, () =>
    tx
      .select({ code: reportCalendars.regionCode })
      .from(reportCalendars)
      .where(visibleTo(viewer, reportCalendars.regionCode))
      .limit(1)
      .prepare(),
  );
  return query.get() !== undefined;
}

/** What the returns say of these projects, as far as the viewer may read it; at most a few hundred ids. */
export async function loadProgress(
  tx: Tx,
  viewer: Actor,
  ids: number[],
): Promise<Map<number, Progress>> {
  if (ids.length === 0) return new Map();
  const list = sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  const rows = await tx
    .select()
    .from(progressEntries)
    .where(
      and(
        sql`${progressEntries.projectId} IN ${list}`,
        readableReturns(viewer, progressEntries.projectId),
      ),
    );
  const late = await tx
    .select({ projectId: problems.projectId, n: count() })
    .from(problems)
    .where(
      and(
        sql`${problems.projectId} IN ${list}`,
        eq(problems.state, "open"),
        lt(problems.dueOn, tx.today),
      ),
    )
    .groupBy(problems.projectId);
  const overdue = new Map(late.map(({ projectId, n }) => [projectId, n]));
  return new Map(
    rows.map(({ projectId, systemLight, ...row }) => [
      projectId,
      { ...row, light: systemLight, overdueProblems: overdue.get(projectId) ?? 0 },
    ]),
  );
}
