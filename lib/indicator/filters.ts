import { z } from "zod";
import { INDICATOR_ATTRIBUTES, type IndicatorAttribute } from "./indicator";

/** One row of a table of an import: what `source` in the address names, `12.0.3`. */
export type IndicatorPlace = { importId: number; table: number; row: number };

/** What the page of indicators is asked. Null is “no matter”. */
export type IndicatorFilters = {
  region: string | null;
  /** Id of a plan. */
  plan: number | null;
  attribute: IndicatorAttribute | null;
  /** Words of the indicator's name. */
  q: string | null;
};

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value) || undefined;
const tolerant = <Value>(schema: z.ZodType<Value>) =>
  z.preprocess(one, schema).catch(null as Value);

const query = z.object({
  region: tolerant(
    z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
  ),
  plan: tolerant(z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).nullable()),
  attribute: tolerant(z.enum(INDICATOR_ATTRIBUTES).nullable()),
  q: tolerant(z.string().trim().min(1).max(100).nullable()),
});

type Query = Record<string, string | string[] | undefined>;

/** Reads the filters from a page address: what is unknown or wrong is no matter. */
export function parseIndicatorUrl(search: Query): IndicatorFilters {
  return query.parse(search);
}

/** The row whose source is shown; null for none. */
export function parseIndicatorPlace(search: Query): IndicatorPlace | null {
  const found = /^([1-9]\d{0,9})\.(\d{1,4})\.(\d{1,6})$/.exec(String(one(search.source) ?? ""));
  return found && { importId: Number(found[1]), table: Number(found[2]), row: Number(found[3]) };
}

/** The filters as the query of an address. */
export function indicatorQuery({
  region,
  plan,
  attribute,
  q,
}: IndicatorFilters): Record<string, string> {
  return {
    ...(region ? { region } : {}),
    ...(plan ? { plan: String(plan) } : {}),
    ...(attribute ? { attribute } : {}),
    ...(q ? { q } : {}),
  };
}
