import type { ReactNode } from "react";
import type { Translator } from "@/lib/language/translator";
import type { FilterChip } from "@/lib/ledger/filter/chips";
import type { FilterChoices } from "@/lib/ledger/filter/choices";
import {
  filterPairs,
  filterQuery,
  isFiltered,
  withoutAnyFilter,
  withoutFilters,
} from "@/lib/ledger/filter/filter-url";
import {
  type LedgerFilters,
  NO_FILTERS,
  naturalOrder,
  type ParameterName,
} from "@/lib/ledger/filter/filters";
import { ledgerHref } from "../href";
import { type ChipPanel, ChipPanels } from "./chip-panels";
import { FilterForm } from "./filter-form";
import { FILTER_PANELS, type FilterPanel } from "./filter-panels";

type FilterBarProps = {
  t: Translator;
  filters: LedgerFilters;
  /** The active filters in words. */
  chips: FilterChip[];
  choices: FilterChoices;
  /** The panel that the address opens. */
  opened?: string | string[] | undefined;
  /** The page around; the ledger itself where nothing else is said. */
  page?: FilteredPage;
};

export type FilteredPage = {
  path: "/projects" | "/rollups" | "/audit/compare";
  hrefOf: (filters: LedgerFilters) => string;
  /** What the address says besides the filters. */
  kept: [string, string][];
  /** Chips that stand among the filters. */
  children?: ReactNode;
};

const LEDGER: FilteredPage = { path: "/projects", hrefOf: ledgerHref, kept: [] };

/** Search and filters: one GET form whose panels are plain controls, so that it all works without JavaScript. */
export function FilterBar(props: FilterBarProps) {
  const { t, filters, chips, choices, page = LEDGER, opened } = props;
  const panels = FILTER_PANELS.filter(({ key, names }) => {
    if (key === "region") return choices.regions.length > 1 || filters.region.length > 0;
    const active = chips.some((chip) => chip.names.some((name) => names.includes(name)));
    return key !== "returns" || choices.live || active;
  });
  const drawn = FILTER_PANELS.find(({ key }) => key === opened);
  const pairs = filterPairs(filters);
  const here = page.hrefOf(filters);
  return (
    <FilterForm
      defaults={DEFAULTS}
      action={page.path}
      label={t("ledger.filters")}
      className="mb-3 flex flex-wrap items-center gap-2 print:hidden"
    >
      {page.kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {filters.sort !== NO_FILTERS.sort && <input type="hidden" name="sort" value={filters.sort} />}
      {filters.order !== naturalOrder(filters.sort) && (
        <input type="hidden" name="order" value={filters.order} />
      )}
      <label className="relative w-65 max-sm:w-full">
        <span className="sr-only">{t("ledger.searchLabel")}</span>
        <input
          type="search"
          name="q"
          id="ledger-search"
          defaultValue={filters.q ?? ""}
          placeholder={t("ledger.searchHint")}
          maxLength={100}
          autoComplete="off"
          className="w-full rounded-card border border-line-3 bg-surface py-1.25 pr-8 pl-2.5 max-sm:min-h-11 max-sm:text-[16px]"
        />
        <kbd className="pointer-events-none absolute top-1.75 right-2.5 rounded-[4px] border border-line bg-surface px-1.25 font-sans text-ink-3 text-xs max-sm:hidden">
          /
        </kbd>
      </label>
      {page.children}
      <ChipPanels
        panels={JSON.stringify(
          panels.map((panel) => chipPanel({ ...props, page, pairs, here }, panel)),
        )}
        query={filterQuery(filters)}
        opened={
          drawn
            ? { key: drawn.key, fields: JSON.stringify(drawn.fields({ t, filters, choices })) }
            : null
        }
        show={t("ledger.showChoices")}
        apply={t("ledger.apply")}
      />
      {isFiltered(filters) && (
        <a
          href={page.hrefOf(withoutAnyFilter(filters))}
          className="flex min-h-6 items-center rounded-full border border-line-3 border-dashed max-sm:min-h-11 px-3 py-0.75 text-ink-2 hover:bg-sunken"
        >
          {t("ledger.clear")}
        </a>
      )}
    </FilterForm>
  );
}

/** Radio buttons always say something: their first choice needs no word in the address. */
const DEFAULTS = {
  unitRole: NO_FILTERS.unitRole,
  sectorRank: NO_FILTERS.sectorRank,
  pageSize: String(NO_FILTERS.pageSize),
  columns: NO_FILTERS.columns.join(),
};

type AskedPanel = FilterBarProps & {
  page: FilteredPage;
  /** What the address says, and the address. */
  pairs: [ParameterName, string][];
  here: string;
};

function chipPanel(
  { t, filters, chips, page, pairs, here }: AskedPanel,
  { key, names, facet }: FilterPanel,
): ChipPanel {
  const active = chips.filter((chip) => chip.names.every((name) => names.includes(name)));
  const name = t(`ledger.panel.${key}`);
  const words = active
    .map(({ label, value }) => (label === name ? value : t("ledger.chip", { label, value })))
    .join(t("ledger.filter.comma"));
  const title = key === "more" ? words : t("ledger.chip", { label: name, value: words });
  return {
    key,
    facet,
    title: active.length > 0 ? title : name,
    remove:
      active.length > 0
        ? {
            href: page.hrefOf(withoutFilters(filters, names)),
            label: t("ledger.removeFilter", { filter: title }),
          }
        : null,
    kept: pairs.filter(([parameter]) => names.includes(parameter)),
    href: openedHref(here, key),
  };
}

/** The same page with a panel open. */
export function openedHref(href: string, key: string): string {
  return `${href}${href.includes("?") ? "&" : "?"}open=${key}`;
}
