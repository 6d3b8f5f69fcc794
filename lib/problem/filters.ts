import { z } from "zod";
import {
  PROBLEM_LEVELS,
  PROBLEM_STATES,
  type ProblemLevel,
  type ProblemState,
} from "@/db/vocabulary";

export const PROBLEMS_PER_PAGE = 50;

/** What the list of problems is asked. Null is “no matter”. */
export type ProblemFilters = {
  state: ProblemState | null;
  level: ProblemLevel | null;
  overdue: boolean;
  /** The unit that has to solve it; without one the project's first-named lead. */
  unit: number | null;
  project: number | null;
  region: string | null;
  page: number;
};

const id = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
const region = z.string().regex(/^\d{6}$/);
const one = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined;
const tolerant = <Value>(schema: z.ZodType<Value>, fallback: Value) =>
  z.preprocess(one, schema).catch(fallback);

const query = z.object({
  state: z.preprocess(
    (value) => (one(value) === "all" ? null : one(value)),
    z.enum(PROBLEM_STATES).nullable().catch("open"),
  ),
  level: tolerant(z.enum(PROBLEM_LEVELS).nullable(), null),
  overdue: z.preprocess((value) => one(value) === "1", z.boolean()),
  unit: tolerant(id.nullable(), null),
  project: tolerant(id.nullable(), null),
  region: tolerant(region.nullable(), null),
  page: tolerant(z.coerce.number().int().min(1).max(100_000), 1),
});

/** Reads the filters from a page address: what is unknown or wrong falls back to all open problems. */
export function parseProblemUrl(
  search: Record<string, string | string[] | undefined>,
): ProblemFilters {
  return query.parse(search);
}

/** The filters as the query of an address, with other values; the first page unless `page` is among them. */
export function problemQuery(
  filters: ProblemFilters,
  values: Partial<ProblemFilters> = {},
): Record<string, string> {
  const {
    state,
    level,
    overdue,
    unit,
    project,
    region: code,
    page,
  } = {
    ...filters,
    page: 1,
    ...values,
  };
  return {
    ...(state === "open" ? {} : { state: state ?? "all" }),
    ...(level ? { level } : {}),
    ...(overdue ? { overdue: "1" } : {}),
    ...(unit ? { unit: String(unit) } : {}),
    ...(project ? { project: String(project) } : {}),
    ...(code ? { region: code } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}

/** The same as the API and the command line ask it: strict, each fault named. */
export const problemQuestion = z.strictObject({
  state: z.enum([...PROBLEM_STATES, "all"]).default("open"),
  level: z.enum(PROBLEM_LEVELS).optional(),
  overdue: z.enum(["1", "true", "0", "false"]).optional(),
  unit: id.optional(),
  project: id.optional(),
  region: region.optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type ProblemQuestion = z.output<typeof problemQuestion>;
