import type { Translator } from "@/lib/language/translator";
import { withFilters } from "@/lib/ledger/filter/filter-url";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import type { UnitMatch } from "@/lib/ledger/match/units";
import { ledgerHref } from "./href";

type MatchedUnitsProps = {
  t: Translator;
  filters: LedgerFilters;
  match: UnitMatch;
  /** How many projects more there would be with the bracketed names. */
  more: number;
};

/** Which names the unit filter matched, where they are not just the typed one, and which others it could match. */
export function MatchedUnits({ t, filters, match, more }: MatchedUnitsProps) {
  const names = (units: UnitMatch["units"]) =>
    [...new Set(units.map(({ name }) => name))].join(t("ledger.filter.comma"));
  const asTyped = match.units.every(({ name }) => name === filters.unit);
  if (asTyped && match.bracketed.length === 0) return null;
  return (
    <p className="mb-3 text-ink-2 text-sm">
      {t.rich("ledger.matched", {
        names: names(match.units),
        mark: (words) => (
          <mark className="rounded-[3px] bg-accent-soft px-0.5 text-inherit">{words}</mark>
        ),
      })}{" "}
      {match.bracketed.length > 0 && (
        <a
          href={ledgerHref(withFilters(filters, { bracketed: true }))}
          className="text-accent underline print:hidden"
        >
          {t("ledger.alsoBracketed", { names: names(match.bracketed), count: more })}
        </a>
      )}
    </p>
  );
}
