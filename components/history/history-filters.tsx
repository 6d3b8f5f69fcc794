import { HISTORY_TABLES } from "@/lib/audit/history/history-fields";
import { HISTORY_FIELDS, type HistoryFilters } from "@/lib/history/input";
import { SOURCES } from "@/lib/history/source";
import { historyFieldName, historyTableName } from "@/lib/history/words";
import type { Translator } from "@/lib/language/translator";
import { FILTER_FIELD, FilterSelect, FilterSubmit } from "../ui/filter-select";

type HistoryFilterProps = {
  t: Translator;
  filters: HistoryFilters;
  people: { id: number; name: string }[];
  today: string;
};

/** By unit, person, field, source, period and project: a GET form, so that the answer has an address. */
export function HistoryFilterForm({ t, filters, people, today }: HistoryFilterProps) {
  return (
    <search aria-label={t("historyPage.filters")}>
      <form
        method="get"
        action="/audit/history"
        className="mb-3 flex flex-wrap items-center gap-2 print:hidden"
      >
        <input
          name="unit"
          defaultValue={filters.unit ?? ""}
          aria-label={t("historyPage.unit")}
          placeholder={t("historyPage.unitHint")}
          maxLength={100}
          className={`${FILTER_FIELD} max-sm:w-full w-44`}
        />
        <FilterSelect
          name="person"
          label={t("historyPage.person")}
          any={t("historyPage.person")}
          className="max-w-52"
          chosen={filters.person}
          options={people.map(({ id, name }) => [id, name])}
        />
        <FilterSelect
          name="field"
          label={t("historyPage.field")}
          any={t("historyPage.field")}
          className="max-w-52"
          chosen={filters.field}
          options={[]}
          groups={HISTORY_TABLES.map((table) => ({
            label: historyTableName(t, table),
            options: HISTORY_FIELDS.filter((field) => field.split(".")[0] === table).map(
              (field) => [field, historyFieldName(t, field)],
            ),
          }))}
        />
        <FilterSelect
          name="source"
          label={t("historyPage.source")}
          any={t("historyPage.source")}
          className="max-w-52"
          chosen={filters.source}
          options={SOURCES.map((source) => [source, t(`historyPage.sources.${source}`)])}
        />
        {(["from", "to"] as const).map((name) => (
          <label key={name} className="flex items-center gap-1 text-ink-2 text-sm">
            {t(`historyPage.${name}`)}
            <input
              type="date"
              name={name}
              defaultValue={filters[name] ?? ""}
              max={today}
              className={`${FILTER_FIELD} max-sm:w-full`}
            />
          </label>
        ))}
        <input
          name="project"
          inputMode="numeric"
          defaultValue={filters.project ?? ""}
          aria-label={t("historyPage.project")}
          placeholder={t("historyPage.project")}
          maxLength={15}
          className={`${FILTER_FIELD} max-sm:w-full w-28`}
        />
        <FilterSubmit label={t("common.find")} />
        <a
          href="/audit/history"
          className="inline-flex min-h-6 items-center px-1 text-accent hover:underline max-sm:min-h-11"
        >
          {t("ledger.clear")}
        </a>
      </form>
    </search>
  );
}
