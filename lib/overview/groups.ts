import { and, count, eq, inArray, isNotNull, type SQL, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, ledgerSums } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import {
  changedSince,
  isSameState,
  type LedgerState,
  ledgerState,
} from "@/lib/ledger/derived/changes";
import { hasOverdueMilestones, isOverdueOn } from "@/lib/ledger/match/match";

type Groups = Awaited<ReturnType<typeof readGroups>>;

/** The groups of each region as they were in one state of the ledger, on one day. */
type Kept = LedgerState & { today: string; byRegion: Map<string, Groups> };

// Next loads this module several times in one process: one copy is enough.
const shared = globalThis as { [key: symbol]: unknown };
const KEPT = Symbol.for("ledger.overview");

/**
 * What the overview sums, by region and primary sector, of the regions the actor may see. Kept in memory: after a change
 * only the regions of the projects that have changed are summed again.
 */
export async function sumsByGroup(tx: Tx, actor: Actor, region: string | null): Promise<Groups> {
  const seen = await tx
    .select({ code: ledgerSums.regionCode })
    .from(ledgerSums)
    .where(
      and(
        visibleTo(actor, ledgerSums.regionCode),
        region === null ? undefined : eq(ledgerSums.regionCode, region),
      ),
    );
  const { byRegion } = await keptGroups(tx);
  const missing = seen.map(({ code }) => code).filter((code) => !byRegion.has(code));
  if (missing.length > 0) {
    const groups = await readGroups(tx, missing);
    for (const code of missing)
      byRegion.set(
        code,
        groups.filter(({ regionCode }) => regionCode === code),
      );
  }
  return seen.flatMap(({ code }) => byRegion.get(code) ?? []);
}

/** The present alone is kept: a state of the past is read whole. */
async function keptGroups(tx: Tx): Promise<Kept> {
  const state = await ledgerState(tx);
  const fresh = { ...state, today: tx.today, byRegion: new Map() };
  if (tx.asOf !== null) return fresh;
  const kept = shared[KEPT] as Kept | undefined;
  if (kept?.today === tx.today && isSameState(kept, state)) return kept;
  const changed = kept?.today === tx.today ? await changedRegions(tx, kept) : null;
  const now =
    kept && changed
      ? { ...fresh, byRegion: new Map([...kept.byRegion].filter(([code]) => !changed.has(code))) }
      : fresh;
  shared[KEPT] = now;
  return now;
}

/** A project never moves to another region. Null where the change is not that of projects with an entry. */
async function changedRegions(tx: Tx, kept: LedgerState): Promise<Set<string> | null> {
  const ids = await changedSince(tx, kept);
  if (!ids) return null;
  const rows = await tx
    .select({ id: ledgerEntries.projectId, code: ledgerEntries.regionCode })
    .from(ledgerEntries)
    .where(
      sql`${ledgerEntries.projectId} IN (SELECT value FROM json_each(${JSON.stringify([...ids])}))`,
    );
  return rows.length === ids.size ? new Set(rows.map(({ code }) => code)) : null;
}

function readGroups(tx: Tx, regions: string[]) {
  return tx
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
      /** With a period that can be drawn. */
      drawable: sumWhere(
        currently(and(isNotNull(ledgerEntries.startOn), isNotNull(ledgerEntries.endOn))),
      ),
      overdue: sumWhere(isOverdueOn(tx.today)),
      milestonesOverdue: sumWhere(currently(hasOverdueMilestones(tx.today))),
      notReported: sumWhere(eq(ledgerEntries.stage, "planned")),
      ownerUndetermined: sumWhere(currently(eq(ledgerEntries.ownerState, "placeholder"))),
      ownerUnstated: sumWhere(currently(eq(ledgerEntries.ownerState, "unstated"))),
      leadUnstated: sumWhere(currently(eq(ledgerEntries.leadState, "unstated"))),
      amountUnknown: sumWhere(currently(sql`${ledgerEntries.totalInvestmentFen} IS NULL`)),
    })
    .from(ledgerEntries)
    .where(inArray(ledgerEntries.regionCode, regions))
    .groupBy(ledgerEntries.regionCode, ledgerEntries.primarySector);
}

function currently(condition: SQL | undefined): SQL | undefined {
  return and(eq(ledgerEntries.inCurrentBasis, 1), condition);
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
