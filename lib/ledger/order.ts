import { type SQL, sql } from "drizzle-orm";
import { ledgerEntries } from "@/db/schema";
import { sortedAfterwards } from "@/db/sql/ledger-walk";
import type { Actor } from "@/lib/auth/actor";
import { readableReturns } from "@/lib/progress/queries";
import { type LedgerFilters, naturalOrder, RETURN_COLUMNS, type Sort } from "./filter/filters";

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
  light: ledgerEntries.lightRank,
  lastReturn: ledgerEntries.lastMonth,
  completion: ledgerEntries.completionBp,
  problems: ledgerEntries.openProblems,
} as const satisfies Record<Sort, unknown>;

/** What rows are sorted by, and whether the index of that name may be walked along it. */
export type SortKey = { sort: Sort; key: SQL; indexed: boolean };

/** Where the viewer may not read a project's returns, what they say is as unknown to the order as it is to the row. */
export function sortKey(viewer: Actor, sort: Sort): SortKey {
  const key = sql`${SORT_COLUMNS[sort]}`;
  const readable = RETURN_COLUMNS.some((column) => column === sort)
    ? readableReturns(viewer)
    : undefined;
  return readable
    ? { sort, key: sql`CASE WHEN ${readable} THEN ${key} END`, indexed: false }
    : { sort, key, indexed: true };
}

/**
 * The order, or exactly its reverse for reading a late page from the end. What is unknown stands last either way; what is
 * equal stands in the order of the documents.
 */
export function orderTerms(
  { sort, key }: SortKey,
  order: LedgerFilters["order"],
  { from, walk }: { from: "start" | "end"; walk: boolean },
): SQL[] {
  const forwards = from === "start";
  const word = (ascending: boolean) => sql.raw(ascending === forwards ? "ASC" : "DESC");
  const ascending = order === "asc";
  const nulls = sql.raw(forwards ? "NULLS LAST" : "NULLS FIRST");
  const by = walk ? key : sortedAfterwards(key);
  if (sort === "plan") return [sql`${by} ${word(ascending)}`];
  const largestFirst = naturalOrder(sort) === "desc";
  const tie = sql`${ledgerEntries.sourceOrder} ${word(largestFirst ? !ascending : ascending)}`;
  return [sql`${by} ${word(ascending)} ${nulls}`, tie];
}
