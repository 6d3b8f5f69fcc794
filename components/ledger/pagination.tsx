import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter-url";
import { type LedgerFilters, PAGE_SIZES } from "@/lib/ledger/filters";
import { ledgerHref } from "./href";

type PaginationProps = { t: Translator; filters: LedgerFilters; total: number };

const LINK =
  "grid min-h-7 min-w-7 place-items-center rounded-card border border-line-3 bg-surface px-2 hover:bg-sunken max-sm:min-h-11 max-sm:min-w-11";

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
        <span className="flex flex-wrap gap-1">
          {page > 1 && (
            <a href={to(page - 1)} rel="prev" className={LINK}>
              {t("ledger.previous")}
            </a>
          )}
          {nearby(page, last).map((number) => (
            <a
              key={number}
              href={to(number)}
              aria-current={number === page ? "page" : undefined}
              className={`${LINK} aria-[current]:border-accent aria-[current]:bg-accent-soft aria-[current]:text-accent max-sm:not-aria-[current]:hidden`}
            >
              {number}
            </a>
          ))}
          {page < last && (
            <a href={to(page + 1)} rel="next" className={LINK}>
              {t("ledger.next")}
            </a>
          )}
        </span>
      )}
      {total > PAGE_SIZES[0] && (
        <span className="flex items-center gap-1">
          {t("ledger.pageSize")}
          {PAGE_SIZES.map((size) => (
            <a
              key={size}
              href={ledgerHref(withFilters(filters, { pageSize: size }))}
              aria-current={size === pageSize ? "true" : undefined}
              className={`${LINK} border-transparent bg-transparent aria-[current]:font-semibold aria-[current]:text-ink`}
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
