import { foundFields, HISTORY_TABLES } from "@/lib/audit/history/history-fields";
import { isDay } from "@/lib/dates";
import type { Query } from "@/lib/ledger/filter/filter-url";
import { SOURCES, type Source } from "./source";

/** What can be asked for: a table, for any change of its rows, or one of its fields, as `projects.start`. */
export const HISTORY_FIELDS: readonly string[] = HISTORY_TABLES.flatMap((table) => [
  table,
  ...foundFields(table).map((field) => `${table}.${field}`),
]);

/** What the history is asked. Null is “no matter”. */
export type HistoryFilters = {
  /** A unit's exact name or id. */
  unit: string | null;
  /** Id of the user who acted. */
  person: number | null;
  /** One of `HISTORY_FIELDS`. */
  field: string | null;
  source: Source | null;
  from: string | null;
  to: string | null;
  /** Id of a project. */
  project: number | null;
  /** Only events before this sequence number: the next page. */
  before: number | null;
};

const PARAMETERS = [
  "unit",
  "person",
  "field",
  "source",
  "from",
  "to",
  "project",
  "before",
] as const;

/** The tolerant reading of an address. */
export function parseHistoryUrl(query: Query): HistoryFilters {
  const text = (name: (typeof PARAMETERS)[number]) => [query[name]].flat()[0]?.trim() ?? "";
  const whole = (name: (typeof PARAMETERS)[number]) =>
    /^[1-9]\d{0,14}$/.test(text(name)) ? Number(text(name)) : null;
  const day = (name: "from" | "to") => (isDay(text(name)) ? text(name) : null);
  return {
    unit: text("unit").slice(0, 100) || null,
    person: whole("person"),
    field: HISTORY_FIELDS.find((field) => field === text("field")) ?? null,
    source: SOURCES.find((source) => source === text("source")) ?? null,
    from: day("from"),
    to: day("to"),
    project: whole("project"),
    before: whole("before"),
  };
}

/** The filters as the query of an address, with some of them changed. */
export function historyQuery(
  filters: HistoryFilters,
  values: Partial<HistoryFilters> = {},
): Record<string, string> {
  const given = { ...filters, before: null, ...values };
  return Object.fromEntries(
    PARAMETERS.flatMap((name) => (given[name] === null ? [] : [[name, String(given[name])]])),
  );
}
