import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, plans } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { listRegions } from "@/lib/region/queries";
import type { FilterNames } from "./chips";

import type { LedgerFilters } from "./filters";
import { inScopeOf } from "./match/units";

/** The names behind the codes and ids of the filters, as far as the viewer may see them. */
export async function loadFilterNames(
  tx: Tx,
  viewer: Actor,
  { plan, unit }: LedgerFilters,
): Promise<FilterNames> {
  return {
    regions: await listRegions(tx, viewer),
    plan: plan === null ? null : await planName(tx, viewer, plan),
    unit: unit !== null && /^\d{1,9}$/.test(unit) ? await unitName(tx, viewer, Number(unit)) : unit,
  };
}

async function planName(tx: Tx, viewer: Actor, id: number): Promise<string | null> {
  const [plan] = await tx
    .select({ name: plans.name })
    .from(plans)
    .where(and(eq(plans.id, id), visibleTo(viewer, plans.regionCode)));
  return plan?.name ?? null;
}

async function unitName(tx: Tx, viewer: Actor, id: number): Promise<string | null> {
  const [unit] = await tx
    .select({ name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.id, id), inScopeOf(viewer)));
  return unit?.name ?? null;
}
