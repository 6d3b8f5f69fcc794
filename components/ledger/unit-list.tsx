import { Fragment } from "react";
import type { Translator } from "@/lib/language/translator";
import type { LedgerFilters } from "@/lib/ledger/filters";
import type { LedgerUnit } from "@/lib/ledger/items";

/** The bodies that the unit filter matched, and in which role. */
export type Matched = { ids: ReadonlySet<number>; role: LedgerFilters["unitRole"] };

type UnitListProps = { t: Translator; units: LedgerUnit[]; matched: Matched };

/** Units in the order of the document; bodies that a filter matched are marked, placeholders never look like bodies. */
export function UnitList({ t, units, matched }: UnitListProps) {
  return units.map((unit, at) => {
    const text = unitText(t, unit);
    const asked = matched.role === "any" || matched.role === unit.role;
    const hit = asked && unit.organizationId !== null && matched.ids.has(unit.organizationId);
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: The place in the document is what a unit is known by.
      <Fragment key={at}>
        {at > 0 && t("ledger.filter.comma")}
        {hit ? (
          <mark className="rounded-[3px] bg-accent-soft px-0.5 text-inherit">{text}</mark>
        ) : (
          text
        )}
      </Fragment>
    );
  });
}

function unitText(t: Translator, { entryKind, text, openCount }: LedgerUnit): string {
  if (entryKind === "placeholder") return t("common.undetermined", { text });
  if (entryKind === "named") return text;
  return openCount === null
    ? t("common.openListUncounted", { text })
    : t("common.openList", { text, count: openCount });
}
