import { expect, test } from "vitest";
import { percentOf } from "./rollup";

test("a part is told in tenths of a percent, and never rounded to nothing or to all", () => {
  expect(percentOf(491, 1_000)).toBe("49.1%");
  expect(percentOf(20, 1_000)).toBe("2.0%");
  expect(percentOf(1_000, 1_000)).toBe("100%");
  expect(percentOf(0, 1_000)).toBe("0%");
  expect(percentOf(4, 10_000)).toBe("<0.1%");
  expect(percentOf(9_999, 10_000)).toBe(">99.9%");
  expect(percentOf(null, 10_000)).toBeNull();
  expect(percentOf(1, 0)).toBeNull();
});
