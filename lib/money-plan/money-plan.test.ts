import { expect, test } from "vitest";
import {
  annualPlanFen,
  monthlyPlanFen,
  type PlanLine,
  plannedBySource,
  planWarnings,
} from "./money-plan";

const line = (
  year: number,
  amountFen: number,
  source: PlanLine["source"] = null,
  month: number | null = null,
): PlanLine => ({ year, month, source, amountFen });

test("a year's plan is its own figure, else its sources, else its months, else unknown", () => {
  expect(annualPlanFen([line(2026, 9), line(2026, 4, "central")], 2026)).toBe(9);
  expect(annualPlanFen([line(2026, 4, "central"), line(2026, 3, "county")], 2026)).toBe(7);
  expect(annualPlanFen([line(2026, 4, null, 1), line(2026, 3, null, 2)], 2026)).toBe(7);
  expect(annualPlanFen([line(2025, 4)], 2026)).toBeNull();
  expect(monthlyPlanFen([line(2026, 4, "central", 1), line(2026, 3, "county", 1)], 2026)).toEqual(
    new Map([[1, 7]]),
  );
});

test("what does not add up is explained; what is unknown is not compared", () => {
  const lines = [line(2025, 4), line(2026, 5), line(2026, 3, "central"), line(2026, 1, null, 6)];
  expect(planWarnings(lines, 10)).toEqual([
    { key: "yearsVersusTotal", year: null, sumFen: 9, totalFen: 10 },
    { key: "sourcesVersusYear", year: 2026, sumFen: 3, totalFen: 5 },
    { key: "monthsVersusYear", year: 2026, sumFen: 1, totalFen: 5 },
  ]);
  expect(planWarnings([line(2025, 4)], null)).toEqual([]);
  expect(planWarnings([], 10)).toEqual([]);
  expect(plannedBySource(lines)).toEqual([["central", 3]]);
});
