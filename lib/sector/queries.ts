import { and, count, eq, inArray, isNotNull, isNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, ledgerEntries, projectSectors, projectSectorsHistory } from "@/db/schema";
import { SECTORS, type Sector } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { loadLedgerItems } from "@/lib/ledger/items";
import type { PartSum } from "@/lib/organization/role-sums";
import { SECTOR_PROJECTS_PER_PAGE, type SectorFilters } from "./filters";
import type { SectorCount, SectorProject, SectorRecord } from "./sector";

type Counted = { projects: number; known: number; fen: number | null };

/** The twelve sectors in the office's order, in one region or in all that the viewer may see. */
export async function countSectors(
  tx: Tx,
  viewer: Actor,
  region: string | null,
): Promise<SectorCount[]> {
  const seen = and(visibleTo(viewer), inRegion(region), eq(ledgerEntries.inCurrentBasis, 1));
  const counts: SectorCount[] = [];
  for (const [place, sector] of SECTORS.entries()) {
    const [row] = await tx.all<
      { [Name in keyof Counted as `any_${Name}`]: Counted[Name] } & Counted
    >(
      sql`SELECT count(*) AS any_projects, count(current_fen) AS any_known, sum(current_fen) AS any_fen,
          count(*) FILTER (WHERE primary_sector = ${place}) AS projects,
          count(current_fen) FILTER (WHERE primary_sector = ${place}) AS known,
          sum(current_fen) FILTER (WHERE primary_sector = ${place}) AS fen
        FROM ledger_entries WHERE ${and(seen, sql`(sector_bits & ${1 << place}) <> 0`)}`,
    );
    if (!row) throw new Error("A sum without GROUP BY has one row.");
    counts.push({
      sector,
      primary: sumOf(row),
      any: sumOf({ projects: row.any_projects, known: row.any_known, fen: row.any_fen }),
    });
  }
  return counts;
}

/** In how many projects, 现行口径, each sector is a further one. Sectors without any are not in the map. */
export async function countFurtherSectors(tx: Tx, viewer: Actor): Promise<Map<Sector, number>> {
  const rows = await tx
    .select({ sector: projectSectors.sector, n: count() })
    .from(projectSectors)
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, projectSectors.projectId))
    .where(
      and(
        eq(projectSectors.rank, "further"),
        eq(ledgerEntries.inCurrentBasis, 1),
        visibleTo(viewer),
      ),
    )
    .groupBy(projectSectors.sector);
  return new Map(rows.map(({ sector, n }) => [sector, n]));
}

/** One page of projects with their sectors and the evidence, in the order of the documents. */
export async function listSectorProjects(
  tx: Tx,
  viewer: Actor,
  filters: SectorFilters,
): Promise<{ total: number; items: SectorProject[] }> {
  const where = and(visibleTo(viewer), inRegion(filters.region), matches(filters));
  const [counted] = await tx.select({ n: count() }).from(ledgerEntries).where(where);
  const rows = await tx
    .select({ id: ledgerEntries.projectId })
    .from(ledgerEntries)
    .where(where)
    .orderBy(ledgerEntries.sourceOrder)
    .limit(SECTOR_PROJECTS_PER_PAGE)
    .offset((filters.page - 1) * SECTOR_PROJECTS_PER_PAGE);
  const ids = rows.map(({ id }) => id);
  return { total: counted?.n ?? 0, items: await withRecords(tx, ids) };
}

/** How many projects wait for somebody to confirm their sectors. */
export async function countUnconfirmed(
  tx: Tx,
  viewer: Actor,
  region: string | null,
): Promise<number> {
  const where = and(visibleTo(viewer), inRegion(region), inArray(ledgerEntries.projectId, waiting));
  const [counted] = await tx.select({ n: count() }).from(ledgerEntries).where(where);
  return counted?.n ?? 0;
}

/** The projects of these ids with their sectors: at most one page of them. */
export async function withRecords(tx: Tx, ids: number[]): Promise<SectorProject[]> {
  const items = await loadLedgerItems(tx, ids);
  const rows = await tx
    .select({ row: projectSectorsHistory, by: events.actorName, at: events.recordedAt })
    .from(projectSectorsHistory)
    .innerJoin(events, eq(events.seq, projectSectorsHistory.fromSeq))
    .innerJoin(projectSectors, eq(projectSectors.id, projectSectorsHistory.id))
    .where(
      and(
        inArray(projectSectors.projectId, ids),
        isNotNull(projectSectors.rank),
        isNull(projectSectorsHistory.toSeq),
      ),
    );
  return items.map((item) => ({
    ...item,
    records: rows
      .filter(({ row }) => row.projectId === item.id)
      .flatMap(({ row: { sector, rank, evidence, confirmed }, by, at }) =>
        rank === null ? [] : [{ sector, rank, evidence, confirmed, by, at }],
      )
      .sort(inOrder),
  }));
}

/** Projects of which a sector in force is not confirmed. */
const waiting = sql`(SELECT ${projectSectors.projectId} FROM ${projectSectors}
  WHERE ${projectSectors.confirmed} = 0 AND ${projectSectors.rank} IS NOT NULL)`;

function matches({ state, sector }: SectorFilters): SQL | undefined {
  const bit = sector === null ? 0 : 1 << SECTORS.indexOf(sector);
  return and(
    sector === null ? undefined : sql`(${ledgerEntries.sectorBits} & ${bit}) <> 0`,
    state === "unconfirmed" ? sql`${ledgerEntries.projectId} IN ${waiting}` : undefined,
    state === "confirmed" ? sql`${ledgerEntries.projectId} NOT IN ${waiting}` : undefined,
    state === "confirmed" ? isNotNull(ledgerEntries.primarySector) : undefined,
  );
}

function inRegion(region: string | null): SQL | undefined {
  return region === null ? undefined : eq(ledgerEntries.regionCode, region);
}

function inOrder(one: SectorRecord, other: SectorRecord): number {
  const primaryFirst = Number(other.rank === "primary") - Number(one.rank === "primary");
  return primaryFirst || SECTORS.indexOf(one.sector) - SECTORS.indexOf(other.sector);
}

function sumOf({ projects, known, fen }: Counted): PartSum {
  return { projects, fen, coverage: { known, of: projects } };
}
