import { filterQuery } from "@/lib/ledger/filter/filter-url";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";

/** The address of the ledger with these filters. */
export function ledgerHref(filters: LedgerFilters): string {
  const query = filterQuery(filters);
  return query ? `/projects?${query}` : "/projects";
}
