import { count, getTableColumns, inArray, type SQL, sql, sum } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { inOrderOf, sortedAfterwards } from "@/db/ledger-walk";
import { ledgerEntries, ledgerSums } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { isFiltered, withoutFilters } from "./filter-url";
import type { LedgerFilters, Sort } from "./filters";
import { loadLedgerItems } from "./items";
import { type LedgerMatch, matchLedger } from "./match/match";
import type { LedgerPage, LedgerTotals, Sum } from "./page";

/** One page of the ledger with count and totals of all that was found, from one `where`. Amounts in 分. */
export async function listLedger(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
): Promise<LedgerPage> {
  const match = await matchLedger(tx, viewer, filters);
  const { total, totals } = await sumUp(tx, viewer, filters, match);
  const ids = await pageOfIds(tx, match, filters, total);
  return {
    total,
    totals,
    page: filters.page,
    pageSize: filters.pageSize,
    items: await loadLedgerItems(tx, ids),
    units: match.units,
  };
}

/** Count and totals of what the filters find. */
export async function sumLedger(tx: Tx, viewer: Actor, filters: LedgerFilters) {
  return sumUp(tx, viewer, filters, await matchLedger(tx, viewer, filters));
}

/** Every id that the filters find, in their order, for exports: page and page size do not matter. */
export async function listLedgerIds(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
): Promise<number[]> {
  const { where } = await matchLedger(tx, viewer, filters);
  const rows = await tx
    .select({ id: ledgerEntries.projectId })
    .from(ledgerEntries)
    .where(where)
    .orderBy(...orderBy(filters));
  return rows.map(({ id }) => id);
}

async function sumUp(tx: Tx, viewer: Actor, filters: LedgerFilters, { where, from }: LedgerMatch) {
  const onlyRegions = !isFiltered(withoutFilters(filters, ["region"]));
  const [row] = onlyRegions
    ? await tx.select(KEPT).from(ledgerSums).where(regionsOnly(viewer, filters.region))
    : await tx.select(COUNTED).from(from).where(where);
  if (!row) throw new Error("A sum without GROUP BY has one row.");
  const sumOf = (fen: number | null, known: number, of: number): Sum => ({
    fen: known > 0 ? fen : null,
    coverage: { known, of },
  });
  const totals: LedgerTotals = {
    current: sumOf(row.currentFen, row.currentKnown, row.inCurrentBasis ?? 0),
    plan: sumOf(row.planFen, row.planKnown, row.planned ?? 0),
    joint: { projects: row.joint ?? 0, fen: row.jointKnown > 0 ? row.jointFen : null },
  };
  return { total: row.projects, totals };
}

const whole = (column: SQL | Parameters<typeof sum>[0]) => sum(column).mapWith(Number);

/** What the triggers of `ledger_sums` keep, counted from the entries. */
const COUNTED = {
  projects: count(),
  inCurrentBasis: whole(ledgerEntries.inCurrentBasis),
  currentKnown: count(ledgerEntries.currentFen),
  currentFen: whole(ledgerEntries.currentFen),
  planned: whole(ledgerEntries.planned),
  planKnown: count(ledgerEntries.planInvestmentFen),
  planFen: whole(ledgerEntries.planInvestmentFen),
  joint: whole(ledgerEntries.joint),
  jointKnown: count(ledgerEntries.jointFen),
  jointFen: whole(ledgerEntries.jointFen),
};

const { regionCode: keptRegion, ...keptSums } = getTableColumns(ledgerSums);
const KEPT = Object.fromEntries(
  Object.entries(keptSums).map(([name, column]) => [
    name,
    sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number),
  ]),
) as { [Name in keyof typeof keptSums]: SQL<number> };

function regionsOnly(viewer: Actor, regions: string[]): SQL | undefined {
  const asked = regions.length > 0 ? inArray(keptRegion, regions) : undefined;
  const visible = visibleTo(viewer, keptRegion);
  return asked && visible ? sql`${asked} AND ${visible}` : (asked ?? visible);
}

const SORT_COLUMNS = {
  plan: ledgerEntries.sourceOrder,
  region: ledgerEntries.regionCode,
  name: ledgerEntries.nameKey,
  type: ledgerEntries.type,
  sector: ledgerEntries.primarySector,
  owner: ledgerEntries.ownerKey,
  lead: ledgerEntries.leadKey,
  sponsor: ledgerEntries.sponsorKey,
  period: ledgerEntries.startOn,
  amount: ledgerEntries.totalInvestmentFen,
  stage: ledgerEntries.stage,
} as const satisfies Record<Sort, unknown>;

/** What is unknown stands last either way; what is equal stands in the order of the documents. */
function orderBy({ sort, order }: LedgerFilters): SQL[] {
  return orderTerms(sql`${SORT_COLUMNS[sort]}`, sort, order, "forwards");
}

/** The order, or exactly its reverse for reading a late page from the end. */
function orderTerms(
  key: SQL,
  sort: Sort,
  order: LedgerFilters["order"],
  reading: "forwards" | "backwards",
): SQL[] {
  const forwards = reading === "forwards";
  const word = (ascending: boolean) => sql.raw(ascending === forwards ? "ASC" : "DESC");
  const ascending = order === "asc";
  const nulls = sql.raw(forwards ? "NULLS LAST" : "NULLS FIRST");
  if (sort === "plan") return [sql`${key} ${word(ascending)}`];
  const tie = sql`${ledgerEntries.sourceOrder} ${word(sort === "amount" ? !ascending : ascending)}`;
  return [sql`${key} ${word(ascending)} ${nulls}`, tie];
}

/** Walking the order may read about this many rows for nothing before sorting what the filter finds is quicker. */
const WALK_MAX = 4_000;

async function pageOfIds(
  tx: Tx,
  { where, from }: LedgerMatch,
  { sort, order, page, pageSize }: LedgerFilters,
  total: number,
): Promise<number[]> {
  const skipped = (page - 1) * pageSize;
  const size = Math.min(pageSize, total - skipped);
  if (size <= 0) return [];
  const left = total - skipped - size;
  const reading = left < skipped ? "backwards" : "forwards";
  const offset = Math.min(left, skipped);
  const [all] = await tx.select({ n: whole(ledgerSums.projects) }).from(ledgerSums);
  const rowsToWalk = ((offset + size) * (all?.n ?? 0)) / total;
  const walk = where === undefined || rowsToWalk < WALK_MAX + (sort === "plan" ? 0 : total);
  const key = sql`${SORT_COLUMNS[sort]}`;
  const rows = await tx
    .select({ id: sql<number>`${ledgerEntries.projectId}` })
    .from(walk ? inOrderOf(sort) : from)
    .where(where)
    .orderBy(...orderTerms(walk ? key : sortedAfterwards(key), sort, order, reading))
    .limit(size)
    .offset(offset);
  const ids = rows.map(({ id }) => id);
  return reading === "forwards" ? ids : ids.reverse();
}
