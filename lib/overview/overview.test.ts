import { expect, test } from "vitest";
import { bars } from "./overview";

test("one giant is cut so that the others can be told apart", () => {
  expect(bars([330_000, 47_790, 22_390])).toEqual([
    { percent: 100, cut: true },
    { percent: 100, cut: false },
    { percent: (22_390 / 47_790) * 100, cut: false },
  ]);
});

test("ordinary amounts are drawn to scale, unknown ones not at all", () => {
  expect(bars([100, 50, null])).toEqual([
    { percent: 100, cut: false },
    { percent: 50, cut: false },
    null,
  ]);
  expect(bars([0])).toEqual([{ percent: 0, cut: false }]);
  expect(bars([])).toEqual([]);
});
