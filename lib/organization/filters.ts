import { z } from "zod";
import { ORGANIZATION_KINDS, type OrganizationKind } from "@/db/vocabulary";

export const ORGANIZATION_SORTS = ["name", "kind", "region"] as const;
export type OrganizationSort = (typeof ORGANIZATION_SORTS)[number];
export const ORGANIZATIONS_PER_PAGE = 50;

/** What the list of units is asked. Null is “no matter”. */
export type OrganizationFilters = {
  /** Part of a name, of another name of the same body, or of its pinyin initials. */
  q: string | null;
  kind: OrganizationKind | null;
  /** GB/T 2260 code; `none` for bodies from outside the counties. */
  region: string | null;
  sort: OrganizationSort;
  page: number;
};

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const tolerant = <Value>(schema: z.ZodType<Value>, fallback: Value) =>
  z.preprocess(one, schema).catch(fallback);

const query = z.object({
  q: tolerant(z.string().trim().min(1).max(100).nullable(), null),
  kind: tolerant(z.enum(ORGANIZATION_KINDS).nullable(), null),
  region: tolerant(
    z
      .string()
      .regex(/^(\d{6}|none)$/)
      .nullable(),
    null,
  ),
  sort: tolerant(z.enum(ORGANIZATION_SORTS), "name"),
  page: tolerant(z.coerce.number().int().min(1).max(100_000), 1),
});

/** Reads the filters from a page address: what is unknown or wrong is “no matter”. */
export function parseOrganizationUrl(
  search: Record<string, string | string[] | undefined>,
): OrganizationFilters {
  return query.parse(search);
}

/** The filters as the query of an address, with other values; the first page unless `page` is among them. */
export function organizationQuery(
  filters: OrganizationFilters,
  values: Partial<OrganizationFilters> = {},
): Record<string, string> {
  const { q, kind, region, sort, page } = { ...filters, page: 1, ...values };
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(region ? { region } : {}),
    ...(sort === "name" ? {} : { sort }),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}
