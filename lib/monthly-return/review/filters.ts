import { z } from "zod";
import { requiredMonth } from "@/lib/calendar/input";

export const REVIEWED_PER_PAGE = 25;

/** Which returns of a month are listed. */
export const REVIEW_TABS = [
  "waiting",
  "missing",
  "returned",
  "approved",
  "late",
  "differ",
  "correction",
  "all",
] as const;
export type ReviewTab = (typeof REVIEW_TABS)[number];

/** What the page of returns is asked. Null is “as usual”: the newest month, the own region, every unit. */
export type ReviewFilters = {
  region: string | null;
  month: string | null;
  show: ReviewTab;
  unit: number | null;
  page: number;
};

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const tolerant = <Value>(schema: z.ZodType<Value>, fallback: Value) =>
  z.preprocess(one, schema).catch(fallback);

const query = z.object({
  region: tolerant(
    z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    null,
  ),
  month: tolerant(requiredMonth.nullable(), null),
  show: tolerant(z.enum(REVIEW_TABS), "waiting"),
  unit: tolerant(z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable(), null),
  page: tolerant(z.coerce.number().int().min(1).max(100_000), 1),
});

/** Reads the filters from a page address: what is unknown or wrong falls back to what waits in the newest month. */
export function parseReviewUrl(
  search: Record<string, string | string[] | undefined>,
): ReviewFilters {
  return query.parse({ ...search, unit: one(search.unit) || null });
}

/** The filters as the query of an address, with other values; the first page unless `page` is among them. */
export function reviewQuery(
  filters: ReviewFilters,
  values: Partial<ReviewFilters> = {},
): Record<string, string> {
  const { region, month, show, unit, page } = { ...filters, page: 1, ...values };
  return {
    ...(region ? { region } : {}),
    ...(month ? { month } : {}),
    ...(show === "waiting" ? {} : { show }),
    ...(unit ? { unit: String(unit) } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}
