import { and, count, eq, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projects, projectUnits, reportingUnits } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { owes } from "@/lib/monthly-return/monthly-return";

/** How many projects of a region a running calendar asks: numbers only. */
export type Owing = {
  /** A return each month. */
  monthly: number;
  /** Planned ones whose period has begun: one confirmation. */
  confirmations: number;
  /** Of both: no unit that could report is named. */
  nobody: number;
};

/** What a region's projects owe once it has gone live, as their stages stand today. */
export async function countOwing(tx: Tx, viewer: Actor, regionCode: string): Promise<Owing> {
  assertCan(viewer, "project.count", { regionCode });
  const { today } = tx;
  const begun = sql<number>`coalesce(${projects.startOn} <= ${today}, 0)`;
  const reported = sql<number>`(EXISTS (SELECT 1 FROM ${reportingUnits} WHERE
    ${reportingUnits.projectId} = projects.id AND ${reportingUnits.organizationId} IS NOT NULL)
    OR EXISTS (SELECT 1 FROM ${projectUnits} WHERE ${projectUnits.projectId} = projects.id
    AND ${projectUnits.role} = 'lead' AND ${projectUnits.position} > 0
    AND ${projectUnits.organizationId} IS NOT NULL))`;
  const groups = await tx
    .select({ stage: projects.stage, begun, reported, count: count() })
    .from(projects)
    .where(and(eq(projects.regionCode, regionCode), isNull(projects.parentId)))
    .groupBy(projects.stage, begun, reported);
  const owing: Owing = { monthly: 0, confirmations: 0, nobody: 0 };
  const month = today.slice(0, 7);
  for (const group of groups) {
    const project = { stage: group.stage, startOn: group.begun ? today : null };
    if (!owes(project, { month, newest: month, today, reported: null })) continue;
    owing[group.stage === "planned" ? "confirmations" : "monthly"] += group.count;
    if (!group.reported) owing.nobody += group.count;
  }
  return owing;
}
