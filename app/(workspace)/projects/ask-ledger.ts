import type { Excluding } from "@/components/ledger/empty-ledger";
import type { Tx } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import type { Translator } from "@/lib/language/translator";
import { listFacet } from "@/lib/ledger/facet/facets";
import { type FilterNames, filterChips } from "@/lib/ledger/filter/chips";
import { loadFilterChoices } from "@/lib/ledger/filter/choices";
import { withFilters, withoutAnyFilter, withoutFilters } from "@/lib/ledger/filter/filter-url";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import { loadFilterNames } from "@/lib/ledger/filter/names";
import type { LedgerPage } from "@/lib/ledger/page";
import { listLedger, sumLedger } from "@/lib/ledger/queries";
import { lensFigure } from "@/lib/rollup/figure";
import { listViews } from "@/lib/view/queries";

/** Everything the ledger page shows, from one snapshot; `opened` says that a panel is open from the start. */
export async function askLedger(
  tx: Tx,
  viewer: Viewer,
  filters: LedgerFilters,
  t: Translator,
  opened: boolean,
) {
  const ledger = await listLedger(tx, viewer, filters);
  const names = await loadFilterNames(tx, viewer, filters);
  const offered = (ledger.units?.bracketed.length ?? 0) > 0;
  return {
    ledger,
    names,
    lensFigure: await lensFigure(tx, viewer, filters),
    choices: await loadFilterChoices(tx, viewer, { regions: names.regions, plans: opened }),
    views: await listViews(tx, viewer),
    /** How many there would be with the bracketed names; null where there is none. */
    withBracketed: offered
      ? (await sumLedger(tx, viewer, withFilters(filters, { bracketed: true }))).total
      : null,
    nothing: ledger.total === 0 ? await whyNothing(tx, viewer, filters, t, ledger, names) : null,
  };
}

/** Which filter keeps what out, and which units may have been meant. */
async function whyNothing(
  tx: Tx,
  viewer: Viewer,
  filters: LedgerFilters,
  t: Translator,
  { units }: LedgerPage,
  names: FilterNames,
) {
  const excluding: Excluding[] = [];
  for (const { names: parameters, label, value } of filterChips(t, filters, names)) {
    const without = withoutFilters(filters, parameters);
    const { total } = await sumLedger(tx, viewer, without);
    excluding.push({ words: t("ledger.chip", { label, value }), count: total, filters: without });
  }
  const unitUnknown = units !== null && units.units.length === 0;
  const meant = unitUnknown
    ? await listFacet(tx, viewer, withoutAnyFilter(filters), "unit", filters.unit ?? "")
    : [];
  return {
    excluding,
    unitUnknown,
    units: meant.map(({ value, count }) => ({ name: value, count })),
  };
}
