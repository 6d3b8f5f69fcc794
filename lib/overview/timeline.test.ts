import { expect, test } from "vitest";
import { barOf, placeOf, yearsOf } from "./timeline";

const YEARS = [2021, 2022, 2023, 2024];

test("the axis runs from the first start to the last end or to this year", () => {
  const periods = [
    { startOn: "2021-01-01", endOn: "2023-12-31" },
    { startOn: "2022-01-01", endOn: "2022-06-30" },
  ];
  expect(yearsOf(periods, "2024-05-01")).toEqual(YEARS);
  expect(yearsOf(periods, "2020-05-01")).toEqual([2021, 2022, 2023]);
  expect(yearsOf([], "2024-05-01")).toEqual([]);
});

test("a bar covers its period, first and last day included", () => {
  expect(barOf({ startOn: "2021-01-01", endOn: "2024-12-31" }, YEARS)).toEqual({
    left: 0,
    width: 100,
  });
  const second = barOf({ startOn: "2022-01-01", endOn: "2022-12-31" }, YEARS);
  expect(second.left).toBeCloseTo(24.98, 2);
  expect(second.width).toBeCloseTo(24.99, 1);
});

test("days outside the axis are cut to its ends", () => {
  expect(placeOf("2019-01-01", YEARS)).toBe(0);
  expect(placeOf("2030-01-01", YEARS)).toBe(100);
});
