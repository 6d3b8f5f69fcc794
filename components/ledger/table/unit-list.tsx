import { Fragment } from "react";
import type { Translator } from "@/lib/language/translator";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import type { LedgerUnit } from "@/lib/ledger/items";
import type { Part } from "./ledger-rows";

/** The bodies that the unit filter matched, and in which role. */
export type Matched = { ids: ReadonlySet<number>; role: LedgerFilters["unitRole"] };

type UnitListProps = { t: Translator; units: LedgerUnit[]; matched: Matched };

/** Units in the order of the document; bodies that a filter matched are marked, placeholders never look like bodies. */
export function UnitList({ t, units, matched }: UnitListProps) {
  return unitParts(t, units, matched).map((part, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: The place in the document is what a unit is known by.
    <Fragment key={at}>
      {typeof part === "string" ? part : <mark className="ledger-mark">{part[1]}</mark>}
    </Fragment>
  ));
}

/** The same for the rows of the ledger: words in one piece, marked bodies apart. */
export function unitParts(t: Translator, units: LedgerUnit[], matched: Matched): Part[] {
  const parts: Part[] = [];
  let words = "";
  for (const [at, unit] of units.entries()) {
    if (at > 0) words += t("ledger.filter.comma");
    const text = unitText(t, unit);
    if (!isMatched(unit, matched)) {
      words += text;
      continue;
    }
    if (words !== "") parts.push(words);
    parts.push(["mark", text]);
    words = "";
  }
  if (words !== "") parts.push(words);
  return parts;
}

function isMatched({ role, organizationId }: LedgerUnit, matched: Matched): boolean {
  const asked = matched.role === "any" || matched.role === role;
  return asked && organizationId !== null && matched.ids.has(organizationId);
}

function unitText(t: Translator, { entryKind, text, openCount }: LedgerUnit): string {
  if (entryKind === "placeholder") return t("common.undetermined", { text });
  if (entryKind === "named") return text;
  return openCount === null
    ? t("common.openListUncounted", { text })
    : t("common.openList", { text, count: openCount });
}
