import { and, asc, desc, eq, lte } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, lightRules, lightRulesHistory, milestones } from "@/db/schema";
import type { ProjectType } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { daysBetween, lastDayOf } from "@/lib/dates";
import { annualPlanFen, monthlyPlanFen, planLines } from "@/lib/money-plan/money-plan";
import { findOpening, listPlanRows } from "@/lib/money-plan/queries";
import { runningAmounts } from "@/lib/monthly-return/amounts";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import { isOverdue, type ProjectRow } from "@/lib/project/project";
import { listEveryRegion, type Region } from "@/lib/region/queries";
import type { LightFacts } from "./light";

export type LightRuleRow = typeof lightRules.$inferSelect;

/** The active rule of a region and project type for a month: of several the one that began last. Null for none. */
export async function ruleFor(
  tx: Tx,
  regionCode: string,
  type: ProjectType,
  month: string,
): Promise<LightRuleRow | null> {
  const [rule] = await tx
    .select()
    .from(lightRules)
    .where(
      and(
        eq(lightRules.regionCode, regionCode),
        eq(lightRules.type, type),
        eq(lightRules.state, "active"),
        lte(lightRules.fromMonth, month),
      ),
    )
    .orderBy(desc(lightRules.fromMonth), desc(lightRules.id))
    .limit(1);
  return rule ?? null;
}

/** A rule with when it was proposed and activated, declined or withdrawn: instants, null while it was not. */
export type DatedRule = LightRuleRow & {
  proposedAt: string | null;
  activatedAt: string | null;
  /** Declined or withdrawn. */
  endedAt: string | null;
};

/** The regions whose rules the viewer may read. */
export async function listRuleRegions(tx: Tx, viewer: Actor): Promise<Region[]> {
  const regions = await listEveryRegion(tx);
  return regions.filter(({ code }) => can(viewer, "light_rule.read", { regionCode: code }));
}

/** The same, dated: what judges a return is no secret. Throws ForbiddenError for another region. */
export async function readLightRules(
  tx: Tx,
  viewer: Actor,
  regionCode: string,
): Promise<DatedRule[]> {
  assertCan(viewer, "light_rule.read", { regionCode });
  const steps = await tx
    .select({ id: lightRulesHistory.id, state: lightRulesHistory.state, at: events.recordedAt })
    .from(lightRulesHistory)
    .innerJoin(events, eq(events.seq, lightRulesHistory.fromSeq))
    .where(eq(lightRulesHistory.regionCode, regionCode))
    .orderBy(asc(lightRulesHistory.fromSeq));
  const at = (rule: number, state: LightRuleRow["state"]) =>
    steps.find((step) => step.id === rule && step.state === state)?.at ?? null;
  return (await listLightRules(tx, regionCode)).map((rule) => ({
    ...rule,
    proposedAt: at(rule.id, "proposed"),
    activatedAt: at(rule.id, "active"),
    endedAt: at(rule.id, "declined") ?? at(rule.id, "withdrawn"),
  }));
}

/** Every rule of a region, proposed and retired ones included, oldest first. */
export async function listLightRules(tx: Tx, regionCode: string): Promise<LightRuleRow[]> {
  return tx
    .select()
    .from(lightRules)
    .where(eq(lightRules.regionCode, regionCode))
    .orderBy(asc(lightRules.id));
}

/** What a project has been through by the end of a month, from its returns (that of the month included). */
export async function lightFacts(
  tx: Tx,
  project: ProjectRow,
  month: string,
  returns: readonly ReturnRow[],
): Promise<LightFacts> {
  const year = Number(month.slice(0, 4));
  const lines = planLines(await listPlanRows(tx, project.id));
  const { completed } = runningAmounts(month, returns, await findOpening(tx, project.id));
  const lastDay = lastDayOf(month);
  const stage = returns.find((row) => row.month === month)?.stage ?? project.stage;
  return {
    month,
    overdue: isOverdue({ stage, endOn: project.endOn }, lastDay),
    startOn: project.startOn,
    endOn: project.endOn,
    totalFen: project.totalInvestmentFen,
    annualPlanFen: annualPlanFen(lines, year),
    monthlyPlanFen: monthlyPlanFen(lines, year),
    yearCompletedFen: completed.yearFen,
    completedFen: completed.totalFen,
    milestoneDelayDays: await milestoneDelay(tx, project.id, lastDay),
  };
}

async function milestoneDelay(tx: Tx, projectId: number, day: string): Promise<number | null> {
  const rows = await tx.select().from(milestones).where(eq(milestones.projectId, projectId));
  const counted = rows.filter(({ state }) => state !== "cancelled");
  if (counted.length === 0) return null;
  const delays = counted
    .filter(({ actualOn }) => actualOn === null || actualOn > day)
    .map(({ firstPlannedOn }) => daysBetween(firstPlannedOn, day));
  return Math.max(0, ...delays);
}
