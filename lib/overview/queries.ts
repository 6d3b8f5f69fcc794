import { and, asc, count, desc, eq, isNotNull, type SQL, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, plans, regions } from "@/db/schema";
import type { Sector } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { withFilters } from "@/lib/ledger/filter-url";
import { NO_FILTERS } from "@/lib/ledger/filters";
import { isOverdueOn } from "@/lib/ledger/match/match";
import { sumLedger } from "@/lib/ledger/queries";
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
 * terminated and withdrawn projects. One pass over the ledger gives every sum, so they belong together.
 */
export async function getOverview(
  tx: Tx,
  actor: Actor,
  filter: { region: string | null },
): Promise<Overview> {
  const inRegion = filter.region === null ? undefined : eq(ledgerEntries.regionCode, filter.region);
  const seen = and(visibleTo(actor), inRegion);
  const groups = await tx
    .select({
      regionCode: ledgerEntries.regionCode,
      sector: ledgerEntries.primarySector,
      total: sumWhere(eq(ledgerEntries.inCurrentBasis, 1)),
      planned: {
        projects: sum(ledgerEntries.planned).mapWith(Number),
        known: count(ledgerEntries.planInvestmentFen),
        totalInvestmentFen: sum(ledgerEntries.planInvestmentFen).mapWith(Number),
      },
      ended: sumWhere(eq(ledgerEntries.inCurrentBasis, 0)),
      overdue: sumWhere(isOverdueOn(tx.today)),
      notReported: sumWhere(eq(ledgerEntries.stage, "planned")),
      ownerUndetermined: sumWhere(currently(eq(ledgerEntries.ownerState, "placeholder"))),
      ownerUnstated: sumWhere(currently(eq(ledgerEntries.ownerState, "unstated"))),
      leadUnstated: sumWhere(currently(eq(ledgerEntries.leadState, "unstated"))),
      amountUnknown: sumWhere(currently(sql`${ledgerEntries.totalInvestmentFen} IS NULL`)),
    })
    .from(ledgerEntries)
    .where(seen)
    .groupBy(ledgerEntries.regionCode, ledgerEntries.primarySector);
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
    milestonesOverdue: await sumMilestonesOverdue(tx, actor, filter.region),
    notReported: addUp(groups.map(({ notReported }) => notReported)),
    ownerUndetermined: addUp(groups.map(({ ownerUndetermined }) => ownerUndetermined)),
    ownerUnstated: addUp(groups.map(({ ownerUnstated }) => ownerUnstated)),
    leadUnstated: addUp(groups.map(({ leadUnstated }) => leadUnstated)),
    amountUnknown: addUp(groups.map(({ amountUnknown }) => amountUnknown)),
    largest: await largestProjects(tx, currently(seen)),
  };
}

function currently(condition: SQL | undefined): SQL | undefined {
  return and(eq(ledgerEntries.inCurrentBasis, 1), condition);
}

/** By the ledger's own question: these are the projects the number leads to. */
async function sumMilestonesOverdue(tx: Tx, actor: Actor, region: string | null): Promise<Sum> {
  const filters = withFilters(NO_FILTERS, {
    overdueMilestones: true,
    basis: "current",
    region: region === null ? [] : [region],
  });
  const { total, totals } = await sumLedger(tx, actor, filters);
  const { fen, coverage } = totals.current;
  return { projects: total, known: coverage.known, totalInvestmentFen: fen };
}

/** Counts and amounts of those rows of a group that meet the condition. */
function sumWhere(condition: SQL | undefined) {
  const when = condition ?? sql`1`;
  return {
    projects: sql<number>`count(*) FILTER (WHERE ${when})`.mapWith(Number),
    known: sql<number>`count(${ledgerEntries.totalInvestmentFen}) FILTER (WHERE ${when})`.mapWith(
      Number,
    ),
    totalInvestmentFen: sql<
      number | null
    >`sum(${ledgerEntries.totalInvestmentFen}) FILTER (WHERE ${when})`.mapWith(Number),
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
