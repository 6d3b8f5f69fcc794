import { asc, count, eq, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { planEntries, plans, regions } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { Actor } from "@/lib/auth/actor";
import { visibleRegion, visibleTo } from "@/lib/auth/scope";

const PLANS_MAX = 100;

/** The plans of the regions the actor may see, by region and name. */
export async function listPlans(
  tx: Tx,
  actor: Actor,
): Promise<{ id: number; name: string; regionCode: string }[]> {
  const query = prepared(tx, `plans of ${visibleRegion(actor)}`, () =>
    tx
      .select({ id: plans.id, name: plans.name, regionCode: plans.regionCode })
      .from(plans)
      .where(visibleTo(actor, plans.regionCode))
      .orderBy(asc(plans.regionCode), asc(plans.name))
      .limit(PLANS_MAX)
      .prepare(),
  );
  return query.all();
}

/** The same plans with how many rows their annexes have and what these add up to, as published. */
export async function listPlanSums(tx: Tx, viewer: Actor) {
  return tx
    .select({
      id: plans.id,
      name: plans.name,
      region: { code: regions.code, name: regions.name },
      documentNumber: plans.documentNumber,
      publishedOn: plans.publishedOn,
      startYear: plans.startYear,
      endYear: plans.endYear,
      rows: count(planEntries.id),
      known: count(planEntries.totalInvestmentFen),
      totalInvestmentFen: sum(planEntries.totalInvestmentFen).mapWith(Number),
    })
    .from(plans)
    .innerJoin(regions, eq(regions.code, plans.regionCode))
    .leftJoin(planEntries, eq(planEntries.planId, plans.id))
    .where(visibleTo(viewer, plans.regionCode))
    .groupBy(plans.id)
    .orderBy(asc(plans.id))
    .limit(PLANS_MAX);
}
