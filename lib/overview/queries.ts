import { and, asc, count, desc, eq, isNotNull, lt, type SQL, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, plans, regions } from "@/db/schema";
import type { Sector } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";

/** Projects and their money. `totalInvestmentFen` is null when no amount is known: unknown is not zero. */
export type Sum = {
  projects: number;
  /** How many of the projects have an amount. */
  known: number;
  totalInvestmentFen: number | null;
};

export type Overview = {
  total: Sum;
  /** The same by the plans as published, without projects that were added later. */
  planned: Sum;
  /** How many projects have left 现行口径: terminated or withdrawn. */
  ended: number;
  plans: number;
  bySector: (Sum & {
    sector: Sector | null;
    largest: { name: string; totalInvestmentFen: number } | null;
  })[];
  byRegion: (Sum & { code: string; name: string })[];
  overdue: Sum;
  ownerUndetermined: Sum;
  ownerUnstated: Sum;
  leadUnstated: Sum;
  amountUnknown: Sum;
};

const SUM = {
  projects: count(),
  known: count(ledgerEntries.totalInvestmentFen),
  totalInvestmentFen: sum(ledgerEntries.totalInvestmentFen).mapWith(Number),
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
  const seen = and(
    visibleTo(actor),
    filter.region === null ? undefined : eq(ledgerEntries.regionCode, filter.region),
  );
  const current = and(seen, eq(ledgerEntries.inCurrentBasis, 1));
  const sumOf = async (condition?: SQL) => {
    const [row] = await tx.select(SUM).from(ledgerEntries).where(and(current, condition));
    return row ?? { projects: 0, known: 0, totalInvestmentFen: null };
  };
  return {
    total: await sumOf(),
    planned: await plannedSum(tx, seen),
    ended: await tx.$count(ledgerEntries, and(seen, eq(ledgerEntries.inCurrentBasis, 0))),
    plans: await tx.$count(
      plans,
      filter.region === null
        ? visibleTo(actor, plans.regionCode)
        : and(visibleTo(actor, plans.regionCode), eq(plans.regionCode, filter.region)),
    ),
    bySector: await bySector(tx, current),
    byRegion: await tx
      .select({ ...SUM, code: regions.code, name: regions.name })
      .from(ledgerEntries)
      .innerJoin(regions, eq(regions.code, ledgerEntries.regionCode))
      .where(current)
      .groupBy(regions.code)
      .orderBy(desc(SUM.projects)),
    overdue: await sumOf(and(eq(ledgerEntries.open, 1), lt(ledgerEntries.endOn, tx.today))),
    ownerUndetermined: await sumOf(eq(ledgerEntries.ownerState, "placeholder")),
    ownerUnstated: await sumOf(eq(ledgerEntries.ownerState, "unstated")),
    leadUnstated: await sumOf(eq(ledgerEntries.leadState, "unstated")),
    amountUnknown: await sumOf(sql`${ledgerEntries.totalInvestmentFen} IS NULL`),
  };
}

async function plannedSum(tx: Tx, seen: SQL | undefined): Promise<Sum> {
  const [row] = await tx
    .select({
      projects: count(),
      known: count(ledgerEntries.planInvestmentFen),
      totalInvestmentFen: sum(ledgerEntries.planInvestmentFen).mapWith(Number),
    })
    .from(ledgerEntries)
    .where(and(seen, eq(ledgerEntries.planned, 1)));
  return row ?? { projects: 0, known: 0, totalInvestmentFen: null };
}

/** Largest sum first, sectors without any known amount last, in the order of their counts. */
async function bySector(tx: Tx, current: SQL | undefined): Promise<Overview["bySector"]> {
  const rows = await tx
    .select({ ...SUM, sector: ledgerEntries.primarySector })
    .from(ledgerEntries)
    .where(current)
    .groupBy(ledgerEntries.primarySector)
    .orderBy(
      desc(sql`${SUM.totalInvestmentFen} IS NOT NULL`),
      desc(SUM.totalInvestmentFen),
      desc(SUM.projects),
    );
  const [largest] = await tx
    .select({
      sector: ledgerEntries.primarySector,
      name: ledgerEntries.name,
      totalInvestmentFen: ledgerEntries.totalInvestmentFen,
    })
    .from(ledgerEntries)
    .where(and(current, isNotNull(ledgerEntries.totalInvestmentFen)))
    .orderBy(desc(ledgerEntries.totalInvestmentFen), asc(ledgerEntries.projectId))
    .limit(1);
  return rows.map((row) => ({
    ...row,
    largest:
      largest && largest.sector === row.sector && largest.totalInvestmentFen !== null
        ? { name: largest.name, totalInvestmentFen: largest.totalInvestmentFen }
        : null,
  }));
}
