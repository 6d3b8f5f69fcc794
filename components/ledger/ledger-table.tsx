import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter-url";
import type { Column, LedgerFilters, Sort } from "@/lib/ledger/filters";
import type { LedgerItem } from "@/lib/ledger/items";
import type { LedgerPage } from "@/lib/ledger/page";
import { CELLS, sourceText } from "./cells";
import { ledgerHref } from "./href";
import { type BasisTexts, LedgerFooter } from "./ledger-footer";
import { LedgerRows } from "./ledger-rows";

type LedgerTableProps = {
  t: Translator;
  filters: LedgerFilters;
  ledger: LedgerPage;
  footer: BasisTexts;
};

const CLASSES: Partial<Record<Column, string>> = {
  owner: "ledger-unit",
  lead: "ledger-unit",
  period: "ledger-period",
  amount: "ledger-amount",
};

/** The rows of the ledger: a table, on a phone a list of cards, on paper a table with its header on every sheet. */
export function LedgerTable({ t, filters, ledger, footer }: LedgerTableProps) {
  const ids = new Set(ledger.units?.units.map(({ id }) => id));
  const matched = { ids, role: filters.unitRole };
  const largestFen = Math.max(...ledger.items.map((item) => item.totalInvestmentFen ?? 0));
  return (
    <div className="rounded-card border border-line bg-surface md:overflow-x-auto print:border-0">
      <table className="w-full border-collapse max-md:block">
        <caption className="sr-only">{t("ledger.title")}</caption>
        <thead className="max-md:sr-only">
          <tr className="border-line border-b text-left">
            <SortHeader t={t} filters={filters} sort="name" />
            {filters.columns.map((column) => (
              <SortHeader key={column} t={t} filters={filters} sort={column} />
            ))}
          </tr>
        </thead>
        <tbody className="ledger-rows">
          <LedgerRows
            columns={filters.columns.map((column) => ({
              label: t(`ledger.column.${column}`),
              className: CLASSES[column],
            }))}
            rows={ledger.items.map((item) => [
              item.id,
              item.name,
              subLine(t, item),
              filters.columns.map((column) => CELLS[column]({ t, item, matched, largestFen })),
            ])}
          />
        </tbody>
        <LedgerFooter t={t} filters={filters} texts={footer} />
      </table>
    </div>
  );
}

/** 城口县 · 重点项目表第 16 项 · 特色农林. */
function subLine(t: Translator, item: LedgerItem): string {
  const { primary } = item.sectors;
  const sector = primary ? t(`sector.${primary.sector}`) : t("ledger.noSector");
  return [
    item.region.name,
    sourceText(t, item),
    primary && !primary.confirmed ? t("ledger.unconfirmed", { text: sector }) : sector,
  ].join(t("ledger.filter.dot"));
}

function SortHeader({ t, filters, sort }: { t: Translator; filters: LedgerFilters; sort: Sort }) {
  const sorted = filters.sort === sort;
  const turned = filters.order === "asc" ? "desc" : "asc";
  const href = ledgerHref(withFilters(filters, sorted ? { sort, order: turned } : { sort }));
  return (
    <th
      scope="col"
      aria-sort={sorted ? (filters.order === "asc" ? "ascending" : "descending") : undefined}
      className={`whitespace-nowrap px-3 py-1 font-medium text-ink-3 text-xs ${sort === "amount" ? "text-right" : ""}`}
    >
      <a href={href} className="inline-block py-0.75 hover:text-ink">
        {t(`ledger.column.${sort}`)}
        {sorted && <span aria-hidden>{filters.order === "asc" ? " ↑" : " ↓"}</span>}
      </a>
    </th>
  );
}
