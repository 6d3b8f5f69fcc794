import { expect, test } from "vitest";
import { barsOf } from "./bars";

test("one giant is cut so that the others can be told apart", () => {
  expect(barsOf([330_000, 47_790, 22_390])).toEqual([
    { percent: 100, cut: true },
    { percent: 100, cut: false },
    { percent: (22_390 / 47_790) * 100, cut: false },
  ]);
});

test("ordinary amounts are drawn to scale, unknown ones not at all", () => {
  expect(barsOf([100, 50, null])).toEqual([
    { percent: 100, cut: false },
    { percent: 50, cut: false },
    null,
  ]);
  expect(barsOf([50, null, 500, 100])).toEqual([
    { percent: 10, cut: false },
    null,
    { percent: 100, cut: false },
    { percent: 20, cut: false },
  ]);
  expect(barsOf([0])).toEqual([{ percent: 0, cut: false }]);
  expect(barsOf([])).toEqual([]);
});
