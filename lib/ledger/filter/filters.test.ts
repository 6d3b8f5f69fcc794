import fc from "fast-check";
import { expect, test } from "vitest";
import { PROJECT_TYPES, STAGES } from "@/db/vocabulary";
import { LENSES } from "@/lib/group/group";
import {
  filterQuery,
  isFiltered,
  parseFilterUrl,
  queryOf,
  withFilters,
  withoutAnyFilter,
  withoutFilters,
} from "./filter-url";
import {
  BASES,
  COLUMNS,
  LIGHTS_ASKED,
  ledgerFilterInput,
  NO_FILTERS,
  ORDERS,
  PAGE_SIZES,
  SECTOR_RANKS_ASKED,
  SECTORS_ASKED,
  SORTS,
  UNDETERMINED,
  UNIT_ROLES_ASKED,
} from "./filters";

const words = fc
  .string({ unit: fc.constantFrom(..."核桃鸡aZ %_'\"&=+；(（）)9-"), minLength: 1, maxLength: 30 })
  .map((text) => text.trim())
  .filter((text) => text !== "");
const some = <Value>(values: readonly Value[]) => fc.subarray([...values]);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const filters = fc
  .record({
    q: maybe(words),
    region: some(["500229", "500114", "500231"]),
    sector: some(SECTORS_ASKED),
    sectorRank: fc.constantFrom(...SECTOR_RANKS_ASKED),
    type: some(PROJECT_TYPES),
    unit: maybe(words),
    unitRole: fc.constantFrom(...UNIT_ROLES_ASKED),
    bracketed: fc.boolean(),
    sponsor: maybe(words),
    mine: fc.boolean(),
    plan: maybe(fc.integer({ min: 1, max: 9_999 })),
    yearFrom: maybe(fc.integer({ min: 1990, max: 2099 })),
    yearTo: maybe(fc.integer({ min: 1990, max: 2099 })),
    amountFrom: maybe(fc.constantFrom("0", "12877.5", "300000")),
    amountTo: maybe(fc.constantFrom("0", "0.000001", "300000")),
    amount: maybe(fc.constant("unknown" as const)),
    stage: some(STAGES),
    overdue: fc.boolean(),
    overdueMilestones: fc.boolean(),
    joint: fc.boolean(),
    owner: maybe(fc.constantFrom(...UNDETERMINED)),
    lead: maybe(fc.constantFrom(...UNDETERMINED)),
    basis: maybe(fc.constantFrom(...BASES)),
    light: some(LIGHTS_ASKED),
    lastReturnFrom: maybe(fc.constantFrom("2026-01", "2026-10")),
    lastReturnTo: maybe(fc.constantFrom("2026-01", "2026-10")),
    completionFrom: maybe(fc.integer({ min: 0, max: 1_000 })),
    completionTo: maybe(fc.integer({ min: 0, max: 1_000 })),
    openProblems: fc.boolean(),
    overdueProblems: fc.boolean(),
    group: some(["lead:12", "activeYear:2023", "owner:?企业", "sector:-"]),
    lens: maybe(fc.constantFrom(...LENSES)),
    without: maybe(fc.integer({ min: 1, max: 9_999 })),
    sort: fc.constantFrom(...SORTS),
    order: fc.constantFrom(...ORDERS),
    page: fc.integer({ min: 1, max: 1_000 }),
    pageSize: fc.constantFrom(...PAGE_SIZES),
    columns: fc.subarray([...COLUMNS], { minLength: 1 }),
  })
  .map((all) => ({ ...all }));

test("filters print themselves to an address that reads back as the same filters, both ways of reading", () => {
  fc.assert(
    fc.property(filters, (given) => {
      const query = queryOf(new URLSearchParams(filterQuery(given)));
      expect(parseFilterUrl(query)).toEqual(given);
      expect(ledgerFilterInput.parse(query)).toEqual(given);
    }),
  );
});

test("an address never fails to be read, whatever stands in it", () => {
  const anything = fc.oneof(fc.string(), fc.array(fc.string()), fc.constant(undefined));
  fc.assert(
    fc.property(
      fc.dictionary(fc.oneof(fc.constantFrom(...Object.keys(NO_FILTERS)), fc.string()), anything),
      (query) => {
        const read = parseFilterUrl(query);
        expect(parseFilterUrl(queryOf(new URLSearchParams(filterQuery(read))))).toEqual(read);
      },
    ),
  );
});

test.each([
  [{ page: "0", pageSize: "x", sort: "password", sector: "moon", yearFrom: "20x4" }, {}],
  [{ q: "x".repeat(101), region: "abc", amountFrom: "-5", plan: "1e9" }, {}],
  [{ q: "", unit: "  ", stage: ["", "planned"] }, { stage: ["planned"] }],
  [
    { sort: "amount", pageSize: "60" },
    { sort: "amount", order: "desc", pageSize: 100 },
  ],
  [{ q: ["核桃", "天麻"] }, { q: "核桃" }],
])("an address with %o falls back to what makes sense", (query, expected) => {
  expect(parseFilterUrl(query)).toEqual({ ...NO_FILTERS, ...expected });
});

test.each([
  { colour: "red" },
  { sector: "moon" },
  { pageSize: "201" },
  { amountFrom: "viel" },
  { q: "" },
])("the strict reading refuses %o", (query) => {
  expect(ledgerFilterInput.safeParse(query).success).toBe(false);
});

test("each filter can be taken away, and what is left starts on its first page", () => {
  const given = parseFilterUrl({ unit: "县林业局", unitRole: "any", region: "500229", page: "3" });
  expect(filterQuery(withoutFilters(given, ["unit", "unitRole", "bracketed"]))).toBe(
    "region=500229",
  );
  expect(isFiltered(given)).toBe(true);
  const cleared = withoutAnyFilter(withFilters(given, { sort: "name", pageSize: 100 }));
  expect(filterQuery(cleared)).toBe("sort=name&pageSize=100");
  expect(isFiltered(cleared)).toBe(false);
});
