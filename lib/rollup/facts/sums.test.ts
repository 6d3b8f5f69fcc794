import fc from "fast-check";
import { expect, test } from "vitest";
import { plus, Sums } from "./sums";

const pairs = fc.array(
  fc.tuple(fc.integer({ min: -1, max: 60 }), fc.integer({ min: -1, max: 60 })),
  {
    maxLength: 6_000,
  },
);

test("each pair of keys has one place, however many there are", () => {
  fc.assert(
    fc.property(pairs, (asked) => {
      const sums = new Sums();
      const expected = new Map<string, number>();
      for (const [key, other] of asked) {
        add(sums, key, other, 1);
        expected.set(`${key} ${other}`, (expected.get(`${key} ${other}`) ?? 0) + 1);
      }
      for (const table of [sums, sums.copy()]) {
        const found = table.map((key, other, at) => [`${key} ${other}`, table.values[at]]);
        expect(new Map(found as [string, number][])).toEqual(expected);
      }
    }),
    { numRuns: 50, seed: 3 },
  );
});

test("the copy does not change with the original", () => {
  const sums = new Sums();
  for (let key = 0; key < 5_000; key += 1) add(sums, key, 20_212_025, key + 1);
  const copy = sums.copy();
  add(sums, 7, 20_212_025, 100);
  add(sums, 7, 1, 100);
  expect(copy.map((key) => key)).toHaveLength(5_000);
  expect(copy.values[copy.placeOf(7, 20_212_025)]).toBe(8);
});

/** The place comes first: it may make the array of values longer. */
function add(sums: Sums, key: number, other: number, value: number): void {
  const place = sums.placeOf(key, other);
  plus(sums.values, place, value);
}
