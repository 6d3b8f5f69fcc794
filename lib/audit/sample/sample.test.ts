import fc from "fast-check";
import { expect, test } from "vitest";
import { type Candidate, drawSample, SAMPLE_WAYS } from "./sample";

const population = (n: number): Candidate[] =>
  Array.from({ length: n }, (_, at) => ({
    id: at + 1,
    unit: at % 7 === 0 ? null : `单位${at % 4}`,
    totalInvestmentFen: at % 5 === 0 ? null : at * 40_000_000_000,
  }));

test("the same population and seed give the same sample, of the size that was asked for", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 60 }),
      fc.string({ maxLength: 20 }),
      fc.constantFrom(...SAMPLE_WAYS),
      (n, size, seed, way) => {
        const all = population(n);
        const strata = drawSample(all, { way, size, seed });
        expect(drawSample([...all].reverse(), { way, size, seed })).toEqual(strata);
        const drawn = strata.flatMap((stratum) => stratum.drawn);
        expect(new Set(drawn).size).toBe(Math.min(size, n));
        for (const stratum of strata)
          expect(stratum.drawn.length).toBeLessThanOrEqual(stratum.population);
      },
    ),
  );
});

test("every stratum is drawn from while the size allows, and by its share", () => {
  const strata = drawSample(population(100), { way: "unit", size: 20, seed: "甲" });
  expect(strata.every(({ drawn }) => drawn.length >= 1)).toBe(true);
  expect(
    strata.map(({ drawn, population: of }) => Math.abs(drawn.length - of / 5) < 1),
  ).not.toContain(false);
});

test("another seed gives another sample", () => {
  const drawn = (seed: string) =>
    drawSample(population(100), { way: "random", size: 10, seed }).flatMap((one) => one.drawn);
  expect(drawn("1")).not.toEqual(drawn("2"));
});
