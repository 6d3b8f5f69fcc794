import { asc } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { plans } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";

const PLANS_MAX = 100;

/** The plans of the regions the actor may see, by region and name. */
export async function listPlans(tx: Tx, actor: Actor): Promise<{ id: number; name: string }[]> {
  return tx
    .select({ id: plans.id, name: plans.name })
    .from(plans)
    .where(visibleTo(actor, plans.regionCode))
    .orderBy(asc(plans.regionCode), asc(plans.name))
    .limit(PLANS_MAX);
}
