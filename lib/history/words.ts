import type { LedgerTableName } from "@/db/ledger-tables";
import type { MessageKey, Translator } from "@/lib/language/translator";
import type { HistoryFilters } from "./input";

/** What a table or a field that can be asked for is called. */
export function historyFieldName(t: Translator, field: string): string {
  const [table = "", name] = field.split(".");
  const group = historyTableName(t, table as LedgerTableName);
  if (!name) return t("historyPage.anyOf", { group });
  return t("historyPage.fieldOf", {
    group,
    label: t(`eventField.${table}.${name}` as MessageKey),
  });
}

export function historyTableName(t: Translator, table: LedgerTableName): string {
  return t(`historyPage.table.${table}` as MessageKey);
}

/** The filters in words, for a file. */
export function historyFilterSentence(
  t: Translator,
  filters: HistoryFilters,
  people: { id: number; name: string }[],
): string {
  const { unit, person, field, source, from, to, project } = filters;
  const parts: [string, string | null][] = [
    [t("historyPage.unit"), unit],
    [
      t("historyPage.person"),
      person === null ? null : (people.find(({ id }) => id === person)?.name ?? `#${person}`),
    ],
    [t("historyPage.field"), field && historyFieldName(t, field)],
    [t("historyPage.source"), source && t(`historyPage.sources.${source}`)],
    [t("historyPage.from"), from],
    [t("historyPage.to"), to],
    [t("historyPage.project"), project === null ? null : `#${project}`],
  ];
  const given = parts.filter(([, value]) => value !== null);
  if (given.length === 0) return t("historyPage.everything");
  return given
    .map(([label, value]) => t("historyPage.part", { label, value: value ?? "" }))
    .join(" · ");
}
