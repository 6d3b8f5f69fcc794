import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter/filter-url";
import { type LedgerFilters, PAGE_SIZES } from "@/lib/ledger/filter/filters";
import { ledgerHref } from "./href";

type PaginationProps = { t: Translator; filters: LedgerFilters; total: number };

/** Where in the list this is, the pages around, and how many rows a page has. */
export function Pagination({ t, filters, total }: PaginationProps) {
  const { page, pageSize } = filters;
  const last = Math.max(1, Math.ceil(total / pageSize));
  const to = (number: number) => ledgerHref(withFilters(filters, { page: number }));
  return (
    <nav
      aria-label={t("ledger.pages")}
      className="mt-3 flex flex-wrap items-center justify-between gap-3 text-ink-2 text-sm print:hidden"
    >
      <span>
        {t("ledger.range", {
          from: (page - 1) * pageSize + 1,
          to: Math.min(page * pageSize, total),
          total,
        })}
      </span>
      {last > 1 && (
        <span className="ledger-pages">
          {page > 1 && (
            <a href={to(page - 1)} rel="prev">
              {t("ledger.previous")}
            </a>
          )}
          {nearby(page, last).map((number) => (
            <a key={number} href={to(number)} aria-current={number === page ? "page" : undefined}>
              {number}
            </a>
          ))}
          {page < last && (
            <a href={to(page + 1)} rel="next">
              {t("ledger.next")}
            </a>
          )}
        </span>
      )}
      {total > PAGE_SIZES[0] && (
        <span className="ledger-sizes">
          {t("ledger.pageSize")}
          {PAGE_SIZES.map((size) => (
            <a
              key={size}
              href={ledgerHref(withFilters(filters, { pageSize: size }))}
              aria-current={size === pageSize ? "true" : undefined}
            >
              {size}
            </a>
          ))}
        </span>
      )}
    </nav>
  );
}

/** The first and the last page, and those around this one. */
function nearby(page: number, last: number): number[] {
  const pages = [1, page - 2, page - 1, page, page + 1, page + 2, last];
  return [...new Set(pages)].filter((number) => number >= 1 && number <= last);
}
