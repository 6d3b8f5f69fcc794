import {
  DEFAULT_COLUMNS,
  type LedgerFilters,
  ledgerFilterInput,
  NO_FILTERS,
  naturalOrder,
  PAGE_SIZES,
  PARAMETER_NAMES,
  PARAMETERS,
  type ParameterName,
  REPEATABLE,
  type Repeatable,
  VIEW_PARAMETERS,
} from "./filters";

export type Query = Record<string, string | string[] | undefined>;

/** The tolerant reading, for page addresses: unknown names are left out, bad values fall back to “no matter”. */
export function parseFilterUrl(query: Query): LedgerFilters {
  const given: Record<string, string | string[]> = {};
  for (const name of PARAMETER_NAMES) {
    const texts = [query[name] ?? []].flat().filter((value) => value.trim() !== "");
    const sound = texts.filter((value) => PARAMETERS[name].safeParse(value).success).slice(0, 40);
    if (isRepeatable(name) && sound.length > 0) given[name] = sound;
    else if (sound[0] !== undefined) given[name] = sound[0];
  }
  const filters = ledgerFilterInput.parse(given);
  const pageSize = PAGE_SIZES.find((size) => size >= filters.pageSize) ?? NO_FILTERS.pageSize;
  return { ...filters, pageSize };
}

/** The parameters of an address as the readers above take them. */
export function queryOf(search: URLSearchParams): Record<string, string | string[]> {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}

/** The filters as the query of an address, without `?`; what is at its default is left out. */
export function filterQuery(filters: LedgerFilters): string {
  const pairs = filterPairs(filters);
  return pairs.length === 0 ? "" : new URLSearchParams(pairs).toString();
}

/** The filters as pairs of parameter and text, in the order of the list. */
export function filterPairs(filters: LedgerFilters): [ParameterName, string][] {
  const pairs: [ParameterName, string][] = [];
  for (const name of PARAMETER_NAMES) {
    if (isDefault(filters, name)) continue;
    const value = filters[name];
    if (Array.isArray(value)) for (const one of value) pairs.push([name, one]);
    else pairs.push([name, value === true ? "1" : String(value)]);
  }
  return pairs;
}

/** The same filters with other values; the first page of them, unless `page` is among the values. */
export function withFilters(filters: LedgerFilters, values: Partial<LedgerFilters>): LedgerFilters {
  const order = values.sort && !values.order ? { order: naturalOrder(values.sort) } : {};
  return { ...filters, page: 1, ...order, ...values };
}

/** The same filters without some of them: what the × of a chip leads to. */
export function withoutFilters(filters: LedgerFilters, names: ParameterName[]): LedgerFilters {
  const defaults = Object.fromEntries(names.map((name) => [name, NO_FILTERS[name]]));
  return { ...filters, page: 1, ...defaults };
}

/** Nothing filtered, shown as before: what 清除 leads to. */
export function withoutAnyFilter(filters: LedgerFilters): LedgerFilters {
  return withoutFilters(
    filters,
    PARAMETER_NAMES.filter((name) => !isViewParameter(name)),
  );
}

/** Whether anything is filtered. */
export function isFiltered(filters: LedgerFilters): boolean {
  return PARAMETER_NAMES.some((name) => !isViewParameter(name) && !isDefault(filters, name));
}

function isDefault(filters: LedgerFilters, name: ParameterName): boolean {
  const value = filters[name];
  if (name === "order") return value === naturalOrder(filters.sort);
  const plain = name === "columns" ? DEFAULT_COLUMNS : NO_FILTERS[name];
  if (value === plain) return true;
  if (!Array.isArray(value) || !Array.isArray(plain) || value.length !== plain.length) return false;
  return value.every((one, at) => one === plain[at]);
}

function isRepeatable(name: ParameterName): name is Repeatable {
  return (REPEATABLE as readonly string[]).includes(name);
}

function isViewParameter(name: ParameterName): boolean {
  return (VIEW_PARAMETERS as readonly string[]).includes(name);
}
