import { and, asc, desc, eq, isNotNull, type SQL } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, plans, regions } from "@/db/schema";
import type { Sector } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { sumsByGroup } from "./groups";
import { addUp, type Sum } from "./overview";

export type Overview = {
  total: Sum;
  /** The same by the plans as published, without projects that were added later. */
  planned: Sum;
  /** How many projects have left 现行口径: terminated or withdrawn. */
  ended: number;
  plans: number;
  /** Largest sum first, sectors without any known amount last. */
  bySector: (Sum & { sector: Sector | null })[];
  byRegion: (Sum & { code: string; name: string })[];
  overdue: Sum;
  /** With an open milestone past its first planned date. */
  milestonesOverdue: Sum;
  /** 未填报: the document says *planned*, and nobody has said more since. */
  notReported: Sum;
  ownerUndetermined: Sum;
  ownerUnstated: Sum;
  leadUnstated: Sum;
  amountUnknown: Sum;
  /** The largest projects, at most three. */
  largest: { id: number; name: string; sector: Sector | null; totalInvestmentFen: number }[];
};

/**
 * What leadership sees first, over the projects the actor may see, in one region or in all. 现行口径: without
 * terminated and withdrawn projects.
 */
export async function getOverview(
  tx: Tx,
  actor: Actor,
  filter: { region: string | null },
): Promise<Overview> {
  const inRegion = filter.region === null ? undefined : eq(ledgerEntries.regionCode, filter.region);
  const seen = and(visibleTo(actor), inRegion);
  const groups = await sumsByGroup(tx, actor, filter.region);
  const sectors = [...new Set(groups.map(({ sector }) => sector))];
  const names = await tx.select({ code: regions.code, name: regions.name }).from(regions);
  return {
    total: addUp(groups.map(({ total }) => total)),
    planned: addUp(groups.map(({ planned }) => planned)),
    ended: addUp(groups.map(({ ended }) => ended)).projects,
    plans: await countPlans(tx, actor, filter.region),
    bySector: sectors
      .map((sector) => ({
        sector,
        ...addUp(groups.filter((group) => group.sector === sector).map(({ total }) => total)),
      }))
      .filter(({ projects }) => projects > 0)
      .sort(largestFirst),
    byRegion: names
      .map(({ code, name }) => ({
        code,
        name,
        ...addUp(groups.filter((group) => group.regionCode === code).map(({ total }) => total)),
      }))
      .filter(({ projects }) => projects > 0)
      .sort((one, other) => other.projects - one.projects),
    overdue: addUp(groups.map(({ overdue }) => overdue)),
    milestonesOverdue: addUp(groups.map(({ milestonesOverdue }) => milestonesOverdue)),
    notReported: addUp(groups.map(({ notReported }) => notReported)),
    ownerUndetermined: addUp(groups.map(({ ownerUndetermined }) => ownerUndetermined)),
    ownerUnstated: addUp(groups.map(({ ownerUnstated }) => ownerUnstated)),
    leadUnstated: addUp(groups.map(({ leadUnstated }) => leadUnstated)),
    amountUnknown: addUp(groups.map(({ amountUnknown }) => amountUnknown)),
    largest: await largestProjects(tx, and(seen, eq(ledgerEntries.inCurrentBasis, 1))),
  };
}

function largestFirst(one: Sum, other: Sum): number {
  return (
    (other.totalInvestmentFen ?? -1) - (one.totalInvestmentFen ?? -1) ||
    other.projects - one.projects
  );
}

async function countPlans(tx: Tx, actor: Actor, region: string | null): Promise<number> {
  const inRegion = region === null ? undefined : eq(plans.regionCode, region);
  return tx.$count(plans, and(visibleTo(actor, plans.regionCode), inRegion));
}

async function largestProjects(tx: Tx, current: SQL | undefined): Promise<Overview["largest"]> {
  const rows = await tx
    .select({
      id: ledgerEntries.projectId,
      name: ledgerEntries.name,
      sector: ledgerEntries.primarySector,
      totalInvestmentFen: ledgerEntries.totalInvestmentFen,
    })
    .from(ledgerEntries)
    .where(and(current, isNotNull(ledgerEntries.totalInvestmentFen)))
    .orderBy(desc(ledgerEntries.totalInvestmentFen), asc(ledgerEntries.sourceOrder))
    .limit(3);
  return rows.map((row) => ({ ...row, totalInvestmentFen: row.totalInvestmentFen ?? 0 }));
}
