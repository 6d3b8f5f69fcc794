import { and, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, organizations, plans } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { parseGroup } from "@/lib/group/group";
import { type GroupKey, namesOf } from "@/lib/group/names";
import { listRegions } from "@/lib/region/queries";
import { inScopeOf } from "../match/units";
import type { FilterNames } from "./chips";
import type { LedgerFilters } from "./filters";

/** The names behind the codes and ids of the filters, as far as the viewer may see them. */
export async function loadFilterNames(
  tx: Tx,
  viewer: Actor,
  { plan, unit, group, lens, without }: LedgerFilters,
): Promise<FilterNames> {
  return {
    regions: await listRegions(tx, viewer),
    plan: plan === null ? null : await planName(tx, viewer, plan),
    groups: await groupKeys(tx, viewer, group),
    lens,
    without: without === null ? null : await projectName(tx, viewer, without),
    unit: unit !== null && /^\d{1,9}$/.test(unit) ? await unitName(tx, viewer, Number(unit)) : unit,
  };
}

/** The names of bodies the viewer may not see stay unknown. */
async function groupKeys(tx: Tx, viewer: Actor, groups: string[]): Promise<GroupKey[]> {
  const keys: GroupKey[] = [];
  for (const { dimension, value } of groups.map(parseGroup)) {
    const names = await namesOf(tx, dimension, [value], inScopeOf(viewer));
    keys.push({ dimension, value, name: names.get(value) ?? null });
  }
  return keys;
}

async function projectName(tx: Tx, viewer: Actor, id: number): Promise<string | null> {
  const [project] = await tx
    .select({ name: ledgerEntries.name })
    .from(ledgerEntries)
    .where(and(eq(ledgerEntries.projectId, id), visibleTo(viewer)));
  return project?.name ?? null;
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
