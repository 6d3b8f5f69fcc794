/** What the list of lights shows. */
export const STANDING_CHOICES = ["disagree", "red", "overdue", "all"] as const;

export type StandingFilters = {
  show: (typeof STANDING_CHOICES)[number];
  region: string | null;
  unit: number | null;
  page: number;
};

export const STANDINGS_PER_PAGE = 30;

type Query = Record<string, string | string[] | undefined>;

/** Reads the address of the list; what it does not understand falls back. */
export function parseStandingUrl(query: Query): StandingFilters {
  const one = (name: string) => [query[name]].flat()[0] ?? "";
  const region = one("region");
  const number = (text: string) => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : null);
  return {
    show: STANDING_CHOICES.find((choice) => choice === one("show")) ?? "disagree",
    region: /^\d{6}$/.test(region) ? region : null,
    unit: number(one("unit")),
    page: Math.min(number(one("page")) ?? 1, 10_000),
  };
}

/** The filters as an address has them. */
export function standingQuery(
  filters: StandingFilters,
  changes: Partial<StandingFilters> = {},
): Record<string, string> {
  const { show, region, unit, page } = { ...filters, page: 1, ...changes };
  return {
    show,
    ...(region !== null && { region }),
    ...(unit !== null && { unit: String(unit) }),
    ...(page > 1 && { page: String(page) }),
  };
}
