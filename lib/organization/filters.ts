import { z } from "zod";
import { ORGANIZATION_KINDS, type OrganizationKind } from "@/db/vocabulary";
import type { Part } from "./role-sums";

/** The roles that are columns of the list, and sorted by their projects or their amounts. */
export const LISTED_ROLES = [
  "first",
  "joint",
  "support",
  "owner",
  "host",
] as const satisfies Part[];
export const ROLE_MEASURES = ["projects", "amount"] as const;
export type RoleSort = `${(typeof LISTED_ROLES)[number]}.${(typeof ROLE_MEASURES)[number]}`;
const ROLE_SORTS = LISTED_ROLES.flatMap((part) =>
  ROLE_MEASURES.map((measure): RoleSort => `${part}.${measure}`),
);
export const FACT_SORTS = ["name", "kind", "region"] as const;
export const ORGANIZATION_SORTS = [...FACT_SORTS, ...ROLE_SORTS];
export type OrganizationSort = (typeof ORGANIZATION_SORTS)[number];
const ORDERS = ["asc", "desc"] as const;
export const ORGANIZATIONS_PER_PAGE = 50;

/** What the list of units is asked. Null is “no matter”. */
export type OrganizationFilters = {
  /** Part of a name, of another name of the same body, or of its pinyin initials. */
  q: string | null;
  kind: OrganizationKind | null;
  /** GB/T 2260 code; `none` for bodies from outside the counties. */
  region: string | null;
  sort: OrganizationSort;
  order: (typeof ORDERS)[number];
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
  order: tolerant(z.enum(ORDERS).nullable(), null),
  page: tolerant(z.coerce.number().int().min(1).max(100_000), 1),
});

/** Reads the filters from a page address: what is unknown or wrong is “no matter”. */
export function parseOrganizationUrl(
  search: Record<string, string | string[] | undefined>,
): OrganizationFilters {
  const { order, ...filters } = query.parse(search);
  return { ...filters, order: order ?? naturalUnitOrder(filters.sort) };
}

/** The role and the measure that a sort stands for; null for a fact of the unit itself. */
export function roleOf(sort: OrganizationSort) {
  const [role, measured] = sort.split(".");
  const part = LISTED_ROLES.find((one) => one === role);
  const measure = ROLE_MEASURES.find((one) => one === measured);
  return part && measure ? { part, measure } : null;
}

/** The most first; everything else from its beginning. */
export function naturalUnitOrder(sort: OrganizationSort): (typeof ORDERS)[number] {
  return roleOf(sort) ? "desc" : "asc";
}

/** The filters as the query of an address, with other values; the first page unless `page` is among them. */
export function organizationQuery(
  filters: OrganizationFilters,
  values: Partial<OrganizationFilters> = {},
): Record<string, string> {
  const turned = values.sort && !values.order ? { order: naturalUnitOrder(values.sort) } : {};
  const { q, kind, region, sort, order, page } = { ...filters, page: 1, ...turned, ...values };
  return {
    ...(q ? { q } : {}),
    ...(kind ? { kind } : {}),
    ...(region ? { region } : {}),
    ...(sort === "name" ? {} : { sort }),
    ...(order === naturalUnitOrder(sort) ? {} : { order }),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}
