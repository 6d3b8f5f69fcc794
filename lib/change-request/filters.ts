import { z } from "zod";
import {
  CHANGE_KINDS,
  CHANGE_STATES,
  type ChangeKind,
  type ChangeState,
} from "@/db/change-vocabulary";

export const CHANGES_PER_PAGE = 50;

/** What the list of requests is asked. Null is “no matter”. */
export type ChangeFilters = {
  kind: ChangeKind | null;
  state: ChangeState | null;
  /** A unit that leads the project: name, other name or id. */
  unit: string | null;
  project: number | null;
  /** Only what waits for the viewer. */
  mine: boolean;
  page: number;
};

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const tolerant = <Value>(schema: z.ZodType<Value>, fallback: Value) =>
  z.preprocess(one, schema).catch(fallback);

const query = z.object({
  kind: tolerant(z.enum(CHANGE_KINDS).nullable(), null),
  state: tolerant(z.enum(CHANGE_STATES).nullable(), null),
  unit: tolerant(z.string().trim().min(1).max(100).nullable(), null),
  project: tolerant(z.coerce.number().int().positive().nullable(), null),
  mine: tolerant(
    z.literal("1").transform(() => true),
    false,
  ),
  page: tolerant(z.coerce.number().int().min(1).max(100_000), 1),
});

/** Reads the filters from a page address: what is unknown or wrong is “no matter”. */
export function parseChangeUrl(
  search: Record<string, string | string[] | undefined>,
): ChangeFilters {
  return query.parse(search);
}

/** The filters as the query of an address, with other values; the first page unless `page` is among them. */
export function changeQuery(
  filters: ChangeFilters,
  values: Partial<ChangeFilters> = {},
): Record<string, string> {
  const { kind, state, unit, project, mine, page } = { ...filters, page: 1, ...values };
  return {
    ...(kind ? { kind } : {}),
    ...(state ? { state } : {}),
    ...(unit ? { unit } : {}),
    ...(project ? { project: String(project) } : {}),
    ...(mine ? { mine: "1" } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}

/** The same strictly, for machines: an unknown name or value is refused. */
export const changeQuestion = z.strictObject({
  kind: z.enum(CHANGE_KINDS).optional(),
  state: z.enum(CHANGE_STATES).optional(),
  /** Name or id of a unit that leads the project. */
  unit: z.string().trim().min(1).max(100).optional(),
  /** Id of a project. */
  project: z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number)
    .optional(),
  page: z
    .string()
    .regex(/^\d{1,6}$/)
    .transform(Number)
    .pipe(z.number().min(1))
    .default(1),
});
export type ChangeQuestion = z.output<typeof changeQuestion>;
