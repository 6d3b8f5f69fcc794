import { z } from "zod";
import { DIMENSIONS, type Dimension, isShared, LENSES } from "@/lib/group/group";
import { filterPairs, parseFilterUrl, type Query } from "@/lib/ledger/filter/filter-url";
import {
  BASES,
  completeFilters,
  type LedgerFilters,
  ORDERS,
  PARAMETERS,
  VIEW_PARAMETERS,
} from "@/lib/ledger/filter/filters";
import { RETURN_SORTS } from "./returns/returns";

/** `returns`: planned, completed, in place and paid of the year that is reported, with their rates. */
export const MEASURES = ["total", "projects", "returns"] as const;
/** Reported figures are sorted by where they are what is measured. */
export const ROLLUP_SORTS = ["amount", "projects", "label", ...RETURN_SORTS] as const;
export type RollupSort = (typeof ROLLUP_SORTS)[number];
const TOP_MAX = 5_000;

const flag = z
  .enum(["1", "true", "0", "false"])
  .transform((text) => text === "1" || text === "true");

/** One or two dimensions: `by=lead,sector`, or the parameter twice. */
const by = z
  .union([z.string().max(60), z.array(z.string().max(60)).max(2)])
  .transform((given) =>
    [given]
      .flat()
      .flatMap((text) => text.split(","))
      .filter(Boolean),
  )
  .pipe(z.array(z.enum(DIMENSIONS)).min(1).max(2))
  .refine((dimensions) => new Set(dimensions).size === dimensions.length, { error: "invalid" });

/** What a rollup is asked besides the filters, by the names that URL, API and (kebab-case) command line use. */
export const ROLLUP_PARAMETERS = {
  by,
  lens: z.enum(LENSES),
  measure: z.enum(MEASURES),
  /** Also count amounts that are derived by an even split over the years. */
  derived: flag,
  /** 剔除最大项目. */
  excludeLargest: flag,
  /** How many groups are listed, the largest first. */
  top: z
    .string()
    .regex(/^\d{1,4}$/)
    .transform(Number)
    .pipe(z.number().min(1).max(TOP_MAX)),
  sort: z.enum(ROLLUP_SORTS),
  order: z.enum(ORDERS),
} as const;
export type RollupParameterName = keyof typeof ROLLUP_PARAMETERS;
const OWN = Object.keys(ROLLUP_PARAMETERS) as RollupParameterName[];

/** What only the ledger is asked: how it is shown, and which group of a rollup it opens. */
const LEDGER_ONLY = [...VIEW_PARAMETERS, "group", "lens", "without"] as const;
type FilterName = Exclude<keyof typeof PARAMETERS, (typeof LEDGER_ONLY)[number]>;
/** The ledger's filters that apply to rollups too. */
export const ROLLUP_FILTERS = Object.fromEntries(
  Object.entries(PARAMETERS).filter(([name]) => !(LEDGER_ONLY as readonly string[]).includes(name)),
) as Pick<typeof PARAMETERS, FilterName>;

type GivenRollup = {
  [Name in RollupParameterName]?: z.output<(typeof ROLLUP_PARAMETERS)[Name]> | undefined;
};

/** The strict reading, for API and command line: unknown names and bad values are errors. All values are text. */
export const rollupInput = z
  .strictObject({ ...ROLLUP_PARAMETERS, ...ROLLUP_FILTERS })
  .partial()
  .transform(({ by, lens, measure, derived, excludeLargest, top, sort, order, ...filters }) =>
    completeRollup(
      { by, lens, measure, derived, excludeLargest, top, sort, order },
      completeFilters(filters),
    ),
  );

/** What is rolled up, and how: `filters.basis` is always given, 规划口径 unless asked otherwise. */
export type RollupQuestion = ReturnType<typeof completeRollup>;

/** The tolerant reading, for page addresses: unknown names are left out, bad values fall back. */
export function parseRollupUrl(query: Query): RollupQuestion {
  const given: Record<string, unknown> = {};
  for (const name of OWN) {
    const value = query[name];
    const read = ROLLUP_PARAMETERS[name].safeParse(name === "by" ? value : [value].flat()[0]);
    if (read.success) given[name] = read.data;
  }
  const filters = Object.fromEntries(
    Object.entries(query).filter(([name]) => name in ROLLUP_FILTERS),
  );
  const across = z.enum(DIMENSIONS).safeParse(query.across);
  if (across.success) given.by = acrossRows(given.by as Dimension[] | undefined, across.data);
  return completeRollup(given as GivenRollup, parseFilterUrl(filters));
}

/** The form of the page asks for the columns apart from the rows. */
function acrossRows([rows = "lead"]: Dimension[] = [], columns: Dimension): Dimension[] {
  return rows === columns ? [rows] : [rows, columns];
}

/** The question as pairs of parameter and text; what is at its default is left out, `by` never. */
export function rollupPairs(asked: RollupQuestion): [string, string][] {
  const filters = filterPairs(asked.filters).filter(
    ([name, value]) => !(name === "basis" && value === BASES[0]),
  );
  return [...ownPairs(asked), ...filters];
}

/** What the address says besides the filters. */
export function ownPairs(asked: RollupQuestion): [string, string][] {
  const pairs: [string, string | false][] = [
    ["by", asked.by.join(",")],
    ["lens", asked.lens !== "first" && asked.lens],
    ["measure", asked.measure !== "total" && asked.measure],
    ["derived", asked.derived && "1"],
    ["excludeLargest", asked.excludeLargest && "1"],
    ["top", asked.top !== null && String(asked.top)],
    ["sort", asked.sort !== naturalRollupSort(asked) && asked.sort],
    ["order", asked.order !== naturalRollupOrder(asked.sort) && asked.order],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== false);
}

export function rollupQuery(asked: RollupQuestion): string {
  return new URLSearchParams(rollupPairs(asked)).toString();
}

const TIMES: readonly Dimension[] = ["startYear", "endYear", "activeYear", "period", "stage"];

/** What has an order of its own stands in it; everything else by what is measured. */
export function naturalRollupSort({
  by,
  measure,
}: {
  by: Dimension[];
  measure: (typeof MEASURES)[number];
}): RollupSort {
  if (by[0] && TIMES.includes(by[0])) return "label";
  if (measure === "returns") return "planned";
  return measure === "projects" ? "projects" : "amount";
}

/** Names from their beginning, numbers from the largest. */
export function naturalRollupOrder(sort: RollupSort): (typeof ORDERS)[number] {
  return sort === "label" ? "asc" : "desc";
}

function completeRollup(given: GivenRollup, filters: LedgerFilters) {
  const dimensions: Dimension[] = given.by ?? ["lead"];
  const measure = given.measure ?? "total";
  const reported = RETURN_SORTS.some((one) => one === given.sort);
  const sort =
    given.sort && (measure === "returns" || !reported)
      ? given.sort
      : naturalRollupSort({ by: dimensions, measure });
  return {
    by: dimensions,
    /** Without a shared dimension the lens does not matter. */
    lens: dimensions.some(isShared) ? (given.lens ?? "first") : ("first" as const),
    measure,
    derived: given.derived ?? false,
    excludeLargest: given.excludeLargest ?? false,
    top: given.top ?? null,
    sort,
    order: given.order ?? naturalRollupOrder(sort),
    filters: { ...filters, basis: filters.basis ?? BASES[0] },
  };
}
