import { z } from "zod";
import { SECTORS, type Sector } from "@/db/vocabulary";

export const SECTOR_PROJECTS_PER_PAGE = 25;
export const SECTOR_STATES = ["unconfirmed", "confirmed", "all"] as const;
export type SectorState = (typeof SECTOR_STATES)[number];

/** What the page of sectors is asked. Null is “no matter”. */
export type SectorFilters = {
  /** Whether a person has confirmed the project's sectors. */
  state: SectorState;
  /** Primary or further. */
  sector: Sector | null;
  region: string | null;
  page: number;
};

const one = (value: unknown) => (Array.isArray(value) ? value[0] : value);
const tolerant = <Value>(schema: z.ZodType<Value>, fallback: Value) =>
  z.preprocess(one, schema).catch(fallback);

const query = z.object({
  state: tolerant(z.enum(SECTOR_STATES), "unconfirmed"),
  sector: tolerant(z.enum(SECTORS).nullable(), null),
  region: tolerant(
    z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    null,
  ),
  page: tolerant(z.coerce.number().int().min(1).max(100_000), 1),
});

/** Reads the filters from a page address: what is unknown or wrong falls back to the queue of all. */
export function parseSectorUrl(
  search: Record<string, string | string[] | undefined>,
): SectorFilters {
  return query.parse(search);
}

/** The filters as the query of an address, with other values; the first page unless `page` is among them. */
export function sectorQuery(
  filters: SectorFilters,
  values: Partial<SectorFilters> = {},
): Record<string, string> {
  const { state, sector, region, page } = { ...filters, page: 1, ...values };
  return {
    ...(state === "unconfirmed" ? {} : { state }),
    ...(sector ? { sector } : {}),
    ...(region ? { region } : {}),
    ...(page === 1 ? {} : { page: String(page) }),
  };
}
