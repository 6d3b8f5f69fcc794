import { and, count, eq, isNull, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { type GroupEffect, ledgerEntries, ledgerShares, type SumBeforeAfter } from "@/db/schema";
import { SECTORS, type Sector } from "@/db/vocabulary";
import { type ChangeRequestRow, STAGE_OF } from "../change-request";
import { contributionOf, newContribution, withChange } from "./contribution";
import { afterMoves, type Contribution, type Group, groupsOf, type Move } from "./effect";

type Asked = Pick<ChangeRequestRow, "kind" | "regionCode" | "projectId" | "proposed">;

/**
 * The totals of 现行口径 that these requests together would move, before and after: of the county, of the primary
 * sectors and of the first-named leads within it. 规划口径 never moves.
 */
export async function effectOf(tx: Tx, requests: Asked[]): Promise<GroupEffect[]> {
  const standing = new Map<number, Contribution | null>();
  const moves: Move[] = [];
  for (const request of requests) moves.push(...(await movesOf(tx, request, standing)));
  const effects: GroupEffect[] = [];
  for (const group of groupsOf(moves)) {
    const before = await sumOf(tx, requests[0]?.regionCode ?? "", group);
    effects.push({ ...group, before, after: afterMoves(group, before, moves) });
  }
  return effects;
}

async function movesOf(
  tx: Tx,
  { kind, regionCode, projectId, proposed }: Asked,
  standing: Map<number, Contribution | null>,
): Promise<Move[]> {
  if (proposed.added) {
    const { primarySector, totalInvestment, leads } = proposed.added;
    const sector = SECTORS.find((known) => known === primarySector) ?? null;
    const facts = { totalInvestment: String(totalInvestment ?? ""), leads: String(leads ?? "") };
    return [{ before: null, after: await newContribution(tx, regionCode, sector, facts) }];
  }
  if (projectId === null) return [];
  const before = await standingOf(tx, projectId, standing);
  if (before === null) return [];
  const leaves = kind === "split" && Object.keys(proposed.facts).length === 0;
  const stage = leaves ? "withdrawn" : (proposed.stage ?? STAGE_OF[kind] ?? null);
  const after = await withChange(tx, before, proposed.facts, stage);
  standing.set(projectId, after);
  const moves: Move[] = [{ before, after }];
  for (const { id } of proposed.merged) {
    const other = await standingOf(tx, id, standing);
    const gone = other && { ...other, counted: false };
    standing.set(id, gone);
    moves.push({ before: other, after: gone });
  }
  for (const part of proposed.parts) {
    const facts = { totalInvestment: part.totalInvestment, leads: part.leads };
    moves.push({
      before: null,
      after: await newContribution(tx, regionCode, before.sector, facts),
    });
  }
  return moves;
}

async function standingOf(tx: Tx, id: number, standing: Map<number, Contribution | null>) {
  if (!standing.has(id)) standing.set(id, await contributionOf(tx, id));
  return standing.get(id) ?? null;
}

const SUMS = {
  projects: count(),
  known: count(ledgerEntries.currentFen),
  fen: sum(ledgerEntries.currentFen).mapWith(Number),
};

async function sumOf(tx: Tx, regionCode: string, { group, key }: Group): Promise<SumBeforeAfter> {
  const counted = and(
    eq(ledgerEntries.inCurrentBasis, 1),
    eq(ledgerEntries.regionCode, regionCode),
  );
  const ofSector =
    key === ""
      ? isNull(ledgerEntries.primarySector)
      : eq(ledgerEntries.primarySector, key as Sector);
  const [row] =
    group === "unit"
      ? await tx
          .select(SUMS)
          .from(ledgerEntries)
          .innerJoin(ledgerShares, eq(ledgerShares.projectId, ledgerEntries.projectId))
          .where(
            and(
              counted,
              eq(ledgerShares.dimension, "lead"),
              eq(ledgerShares.first, 1),
              eq(ledgerShares.key, key),
            ),
          )
      : await tx
          .select(SUMS)
          .from(ledgerEntries)
          .where(group === "sector" ? and(counted, ofSector) : counted);
  return { projects: row?.projects ?? 0, known: row?.known ?? 0, fen: row?.fen ?? null };
}
