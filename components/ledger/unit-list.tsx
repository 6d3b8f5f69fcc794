import { Fragment } from "react";
import type { Translator } from "@/lib/language/translator";
import type { LedgerUnit } from "@/lib/ledger/items";

type UnitListProps = { t: Translator; units: LedgerUnit[]; matched: ReadonlySet<number> };

/** Units in the order of the document; bodies that a filter matched are marked, placeholders never look like bodies. */
export function UnitList({ t, units, matched }: UnitListProps) {
  return units.map((unit, at) => {
    const text = unitText(t, unit);
    const hit = unit.organizationId !== null && matched.has(unit.organizationId);
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
