import { and, getTableColumns, inArray, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, ledgerSums } from "@/db/schema";
import { inOrderOf } from "@/db/sql/ledger-walk";
import { prepared } from "@/db/sql/prepared";
import type { Actor } from "@/lib/auth/actor";
import { visibleRegion, visibleTo } from "@/lib/auth/scope";
import { loadProgress } from "@/lib/progress/queries";
import { factsAtHand } from "./facts/kept";
import { type Selected, selectInMemory } from "./facts/selection";
import { COUNTED, countUp, pageInOrder, whole } from "./facts/totals";
import { isFiltered, withoutFilters } from "./filter/filter-url";
import { type Column, type LedgerFilters, RETURN_COLUMNS } from "./filter/filters";
import { loadLedgerItems } from "./items";
import { type LedgerMatch, matchLedger } from "./match/match";
import { orderTerms, sortKey } from "./order";
import type { LedgerPage, LedgerTotals, Sum } from "./page";

/** One page of the ledger with count and totals of all that was found, from one `where`. Amounts in 分. */
export async function listLedger(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
): Promise<LedgerPage> {
  const match = await matchLedger(tx, viewer, filters);
  const found = await findInMemory(tx, filters, match);
  const { total, totals } = await sumUp(tx, viewer, filters, match, found);
  const ids = await pageOfIds(tx, viewer, filters, match, total, found);
  return {
    total,
    totals,
    page: filters.page,
    pageSize: filters.pageSize,
    items: await loadLedgerItems(tx, ids),
    progress: filters.columns.some(isOfReturns) ? await loadProgress(tx, viewer, ids) : new Map(),
    units: match.units,
  };
}

function isOfReturns(column: Column): boolean {
  return (RETURN_COLUMNS as readonly Column[]).includes(column);
}

/** Count and totals of what the filters find. */
export async function sumLedger(tx: Tx, viewer: Actor, filters: LedgerFilters) {
  const match = await matchLedger(tx, viewer, filters);
  return sumUp(tx, viewer, filters, match, await findInMemory(tx, filters, match));
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
    .orderBy(
      ...orderTerms(sortKey(viewer, filters.sort), filters.order, { from: "start", walk: true }),
    );
  return rows.map(({ id }) => id);
}

/** Null where the columns in memory cannot say it, or are not at hand, or kept sums are quicker still. */
async function findInMemory(
  tx: Tx,
  filters: LedgerFilters,
  { inMemory }: LedgerMatch,
): Promise<Selected[] | null> {
  if (!inMemory || asksForRegionsOnly(filters)) return null;
  const facts = await factsAtHand(tx);
  return facts && selectInMemory(tx, facts, null, inMemory);
}

function asksForRegionsOnly(filters: LedgerFilters): boolean {
  return !isFiltered(withoutFilters(filters, ["region"]));
}

async function sumUp(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
  { where, from }: LedgerMatch,
  found: Selected[] | null,
) {
  const [row] = found
    ? [countUp(found)]
    : asksForRegionsOnly(filters)
      ? keptSumsOf(tx, viewer, filters.region)
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

const { regionCode: keptRegion, ...keptSums } = getTableColumns(ledgerSums);
const KEPT = Object.fromEntries(
  Object.entries(keptSums).map(([name, column]) => [
    name,
    sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number),
  ]),
) as { [Name in keyof typeof keptSums]: SQL<number> };

/** Of some regions, or of all that the viewer may see. */
function keptSumsOf(tx: Tx, viewer: Actor, regions: string[]) {
  const visible = visibleTo(viewer, keptRegion);
  if (regions.length > 0) {
    const where = and(inArray(keptRegion, regions), visible);
    return tx.select(KEPT).from(ledgerSums).where(where).all();
  }
  const query = prepared(tx, `sums of ${visibleRegion(viewer)}`, () =>
    tx.select(KEPT).from(ledgerSums).where(visible).prepare(),
  );
  return query.all();
}

/** Walking the order may read about this many rows for nothing before sorting what the filter finds is quicker. */
const WALK_MAX = 4_000;
/** Looking up the words of a row costs as much as a hundredth of all that a common word finds. */
const LOOKED_UP_MAX = 500;

async function pageOfIds(
  tx: Tx,
  viewer: Actor,
  filters: LedgerFilters,
  { where, whereOfRow, from }: LedgerMatch,
  total: number,
  found: Selected[] | null,
): Promise<number[]> {
  const { order, page, pageSize } = filters;
  const skipped = (page - 1) * pageSize;
  const size = Math.min(pageSize, total - skipped);
  if (size <= 0) return [];
  const left = total - skipped - size;
  const end = left < skipped ? "end" : "start";
  const offset = Math.min(left, skipped);
  const key = sortKey(viewer, filters.sort);
  const rowsToWalk = ((offset + size) * countAll(tx)) / total;
  const walk =
    key.indexed &&
    (where === undefined || rowsToWalk < WALK_MAX + (key.sort === "plan" ? 0 : total));
  if (found && !walk && key.sort === "plan") return pageInOrder(found, order, { skipped, size });
  const build = () =>
    tx
      .select({ id: sql<number>`${ledgerEntries.projectId}` })
      .from(walk ? inOrderOf(key.sort) : from)
      .where(walk && rowsToWalk < LOOKED_UP_MAX ? whereOfRow : where)
      .orderBy(...orderTerms(key, order, { from: end, walk }))
      .limit(sql.placeholder("size"))
      .offset(sql.placeholder("offset"))
      .prepare();
  // Without a filter there are few questions, and all that see the same regions ask the same ones.
  const query =
    isFiltered(filters) || !key.indexed
      ? build()
      : prepared(
          tx,
          `page of ${visibleRegion(viewer)} by ${key.sort} ${order} ${end} ${walk}`,
          build,
        );
  const ids = query.values({ size, offset }).map(([id]) => id as number);
  return end === "start" ? ids : ids.reverse();
}

function countAll(tx: Tx): number {
  const query = prepared(tx, "all projects", () =>
    tx
      .select({ n: whole(ledgerSums.projects) })
      .from(ledgerSums)
      .prepare(),
  );
  return query.get()?.n ?? 0;
}
