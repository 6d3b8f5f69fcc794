import type { Translator } from "@/lib/language/translator";
import { withFilters, withoutAnyFilter } from "@/lib/ledger/filter/filter-url";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import { ledgerHref } from "./href";

/** What one filter keeps out: its words, and what there would be without it. */
export type Excluding = { words: string; count: number; filters: LedgerFilters };

type EmptyLedgerProps = {
  t: Translator;
  filters: LedgerFilters;
  /** Empty when nothing is filtered. */
  excluding: Excluding[];
  /** Units that may have been meant, where the filter's unit is unknown. */
  units: { name: string; count: number }[];
  unitUnknown: boolean;
  addLabel: string | null;
};

/** Nothing found: which filter keeps what out, and the way on. */
export function EmptyLedger({
  t,
  filters,
  excluding,
  units,
  unitUnknown,
  addLabel,
}: EmptyLedgerProps) {
  return (
    <div className="rounded-card border border-line bg-surface px-5 py-8">
      <p className="text-md">{t(excluding.length > 0 ? "ledger.nothing" : "ledger.empty")}</p>
      {unitUnknown && (
        <p className="mt-2 text-ink-2">
          {t("ledger.unitUnknown", { unit: filters.unit ?? "" })}{" "}
          {units.length > 0 && t("ledger.unitMeant")}
        </p>
      )}
      {units.length > 0 && (
        <Links
          links={units.map(({ name, count }) => ({
            href: ledgerHref(withFilters(filters, { unit: name })),
            words: t("ledger.unitOption", { name, count }),
          }))}
        />
      )}
      <Links
        links={[
          ...excluding
            .filter(({ count }) => count > 0)
            .map(({ words, count, filters: without }) => ({
              href: ledgerHref(without),
              words: t("ledger.without", { filter: words, count }),
            })),
          ...(excluding.length > 1
            ? [{ href: ledgerHref(withoutAnyFilter(filters)), words: t("ledger.clearAll") }]
            : []),
        ]}
      />
      {addLabel && (
        <a href="/projects/new" className="mt-3 inline-block text-accent underline">
          {addLabel}
        </a>
      )}
    </div>
  );
}

function Links({ links }: { links: { href: string; words: string }[] }) {
  return (
    <ul className="mt-2">
      {links.map(({ href, words }) => (
        <li key={href}>
          <a href={href} className="inline-block py-1 text-accent underline">
            {words}
          </a>
        </li>
      ))}
    </ul>
  );
}
