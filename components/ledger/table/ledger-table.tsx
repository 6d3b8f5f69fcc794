import type { CSSProperties } from "react";
import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter/filter-url";
import type { Column, LedgerFilters, Sort } from "@/lib/ledger/filter/filters";
import type { LedgerItem } from "@/lib/ledger/items";
import type { LedgerPage } from "@/lib/ledger/page";
import { ledgerHref } from "../href";
import { CELLS, sourceText } from "./cells";
import { type BasisTexts, LedgerFooter } from "./ledger-footer";
import { LedgerRows, type Row } from "./ledger-rows";

type LedgerTableProps = {
  t: Translator;
  filters: LedgerFilters;
  ledger: LedgerPage;
  footer: BasisTexts;
};

/** Cells of these columns have a look of their own; a column of units is wide by its header. */
const CLASSES: Partial<Record<Column, string>> = {
  period: "ledger-period",
  amount: "ledger-amount",
  lastReturn: "ledger-period",
  problems: "ledger-period",
};

/** The rows of the ledger: a table, on a phone a list of cards, on paper a table with its header on every sheet. */
export function LedgerTable({ t, filters, ledger, footer }: LedgerTableProps) {
  const ids = new Set(ledger.units?.units.map(({ id }) => id));
  const matched = { ids, role: filters.unitRole };
  const largestFen = Math.max(...ledger.items.map((item) => item.totalInvestmentFen ?? 0));
  const rowOf = (item: LedgerItem): Row => {
    const progress = ledger.progress.get(item.id);
    const cells = filters.columns.map((column) =>
      CELLS[column]({ t, item, matched, largestFen, progress }),
    );
    return [item.id, item.name, subLine(t, item), cells];
  };
  return (
    <div className="rounded-card border border-line bg-surface md:overflow-x-auto print:border-0">
      <table className="w-full border-collapse max-md:block" style={labels(t, filters.columns)}>
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
            classes={filters.columns.map((column) => CLASSES[column] ?? "")}
            rows={JSON.stringify(ledger.items.map(rowOf))}
          />
        </tbody>
        <LedgerFooter t={t} filters={filters} texts={footer} />
      </table>
    </div>
  );
}

/** What each cell is, as the text of a style: on a phone the stylesheet writes it before the cell. */
function labels(t: Translator, columns: Column[]): CSSProperties {
  const words = columns.map((column, at) => [
    `--label-${at + 1}`,
    JSON.stringify(t(`ledger.column.${column}`)),
  ]);
  return Object.fromEntries(words) as CSSProperties;
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

const HEADER = "whitespace-nowrap px-3 py-1 font-medium text-ink-3 text-xs";
const HEADERS: Partial<Record<Sort, string>> = {
  owner: `${HEADER} md:min-w-40`,
  lead: `${HEADER} md:min-w-40`,
  amount: `${HEADER} text-right`,
};

function SortHeader({ t, filters, sort }: { t: Translator; filters: LedgerFilters; sort: Sort }) {
  const sorted = filters.sort === sort;
  const turned = filters.order === "asc" ? "desc" : "asc";
  const href = ledgerHref(withFilters(filters, sorted ? { sort, order: turned } : { sort }));
  return (
    <th
      scope="col"
      aria-sort={sorted ? (filters.order === "asc" ? "ascending" : "descending") : undefined}
      className={HEADERS[sort] ?? HEADER}
    >
      <a href={href} className="inline-block py-0.75 hover:text-ink">
        {t(`ledger.column.${sort}`)}
        {sorted && <span aria-hidden>{filters.order === "asc" ? " ↑" : " ↓"}</span>}
      </a>
    </th>
  );
}
