import { expect, test } from "vitest";
import { read } from "@/db/client";
import { testLedger } from "@/lib/test-ledger";
import { parseFilterUrl } from "../filter/filter-url";
import { sumLedger } from "../queries";
import { type Facet, listFacet } from "./facets";

const ledger = testLedger();

async function facet(
  query: Record<string, string | string[]>,
  name: Facet,
  typed = "",
  username = "leader",
) {
  const viewer = await ledger.viewer(username);
  const options = await read((tx) => listFacet(tx, viewer, parseFilterUrl(query), name, typed));
  return Object.fromEntries(options.map((one) => [`${one.name}=${one.value}`, one.count]));
}

test("regions are counted under all other filters, not under their own", async () => {
  const all = { "region=500114": 12, "region=500229": 27, "region=500231": 9 };
  expect(await facet({}, "region")).toEqual(all);
  expect(await facet({ region: "500229" }, "region")).toEqual(all);
  expect(await facet({ overdue: "1" }, "region")).toEqual({
    "region=500114": 12,
    "region=500229": 27,
  });
  expect(await facet({}, "region", "", "reviewer")).toEqual({ "region=500229": 27 });
});

test("sectors are counted by the primary one, or by all of a project", async () => {
  const primary = await facet({}, "sector");
  expect(primary["sector=traditional_chinese_medicine"]).toBe(10);
  expect(Object.values(primary).reduce((sum, count) => sum + count, 0)).toBe(48);
  const any = await facet({ sectorRank: "any" }, "sector");
  expect(any["sector=culture_tourism"]).toBeGreaterThan(primary["sector=culture_tourism"] ?? 0);
});

test("units are found by a part of the name or by initials, in the role that is asked for", async () => {
  expect(await facet({}, "unit", "xly")).toEqual({ "unit=县林业局": 10 });
  expect(await facet({ unitRole: "owner" }, "unit", "林业局")).toEqual({ "unit=县林业局": 3 });
  expect(await facet({}, "unit", "%")).toEqual({});
  const [first] = Object.entries(await facet({ region: "500229" }, "unit"));
  expect(first).toEqual(["unit=县经济信息委（县科技局）", 17]);
});

test("years, plans, types, stages, states and amounts", async () => {
  const years = await facet({ region: "500229" }, "years");
  expect(years["yearFrom=2024"]).toBe(26);
  expect(Object.values(await facet({}, "plan"))).toEqual([27, 12, 9]);
  expect(await facet({}, "stage")).toEqual({ "stage=planned": 48 });
  expect(await facet({}, "state")).toMatchObject({
    "overdue=1": 39,
    "overdueMilestones=1": 0,
    "joint=1": 11,
    "owner=placeholder": 16,
    "lead=unstated": 9,
  });
  expect(await facet({}, "amount")).toEqual({
    "amountFrom=25000000": 39,
    "amountTo=300000000000": 39,
  });
  expect(await facet({ region: "500231" }, "amount")).toEqual({});
});

test.each<[Facet, Record<string, string>]>([
  ["region", { joint: "1" }],
  ["sector", { region: "500229", yearFrom: "2024" }],
  ["sector", { sectorRank: "any", owner: "placeholder" }],
  ["type", { unit: "县林业局", unitRole: "any" }],
  ["stage", { q: "核桃" }],
  ["plan", { overdue: "1" }],
  ["unit", { region: "500229" }],
  ["state", { region: "500229", joint: "1" }],
])("each count of %s under %o is what choosing it finds", async (name, query) => {
  const viewer = await ledger.viewer("leader");
  for (const [choice, count] of Object.entries(await facet(query, name))) {
    const [parameter = "", value = ""] = choice.split("=");
    const filters = parseFilterUrl({ ...query, [parameter]: value });
    expect([choice, (await read((tx) => sumLedger(tx, viewer, filters))).total]).toEqual([
      choice,
      count,
    ]);
  }
});
