import type { ReactNode } from "react";
import type { Translator } from "@/lib/language/translator";
import type { FilterChip } from "@/lib/ledger/chips";
import { isFiltered, withoutAnyFilter, withoutFilters } from "@/lib/ledger/filter-url";
import { type LedgerFilters, NO_FILTERS, naturalOrder } from "@/lib/ledger/filters";
import { ledgerHref } from "../href";
import { ApplyButton } from "./filter-fields";
import { FilterForm } from "./filter-form";
import { FILTER_PANELS, type FilterChoices, type FilterPanel } from "./filter-panels";
import { Panel } from "./panel";

type FilterBarProps = {
  t: Translator;
  filters: LedgerFilters;
  /** The active filters in words. */
  chips: FilterChip[];
  choices: FilterChoices;
  /** The page around; the ledger itself where nothing else is said. */
  page?: FilteredPage;
};

export type FilteredPage = {
  path: "/projects" | "/rollups";
  hrefOf: (filters: LedgerFilters) => string;
  /** What the address says besides the filters. */
  kept: [string, string][];
  /** Chips that stand among the filters. */
  children?: ReactNode;
};

const LEDGER: FilteredPage = { path: "/projects", hrefOf: ledgerHref, kept: [] };

/** Search and filters: one GET form whose panels are plain controls, so that it all works without JavaScript. */
export function FilterBar({ t, filters, chips, choices, page = LEDGER }: FilterBarProps) {
  const panels = FILTER_PANELS.filter(
    ({ key }) => key !== "region" || choices.regions.length > 1 || filters.region.length > 0,
  );
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
      {panels.map((panel) => (
        <FilterChipPanel key={panel.key} {...{ t, filters, chips, choices, page, panel }} />
      ))}
      {isFiltered(filters) && (
        <a
          href={page.hrefOf(withoutAnyFilter(filters))}
          className="flex min-h-6 items-center rounded-full border border-line-3 border-dashed px-3 py-0.75 text-ink-2 hover:bg-sunken"
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

function FilterChipPanel({
  t,
  filters,
  chips,
  choices,
  page,
  panel,
}: FilterBarProps & { page: FilteredPage; panel: FilterPanel }) {
  const active = chips.filter(({ names }) => names.every((name) => panel.names.includes(name)));
  const name = t(`ledger.panel.${panel.key}`);
  const words = active
    .map(({ label, value }) => (label === name ? value : t("ledger.chip", { label, value })))
    .join(t("ledger.filter.comma"));
  const title = panel.key === "more" ? words : t("ledger.chip", { label: name, value: words });
  const Body = panel.body;
  return (
    <div className="relative max-w-full">
      <Panel
        title={active.length > 0 ? <span className="truncate">{title}</span> : name}
        active={active.length > 0}
        facet={panel.facet}
      >
        <Body t={t} filters={filters} choices={choices} />
        <ApplyButton t={t} />
      </Panel>
      {active.length > 0 && (
        <a
          href={page.hrefOf(withoutFilters(filters, panel.names))}
          aria-label={t("ledger.removeFilter", { filter: title })}
          className="absolute top-0 right-0.5 grid h-full max-h-7.5 w-7 place-items-center text-accent"
        >
          ×
        </a>
      )}
    </div>
  );
}
