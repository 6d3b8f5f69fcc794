import { expect, test } from "vitest";
import { moneyByYear } from "./by-year";

const PERIOD = { startOn: "2025-01-01", endOn: "2026-12-31" };
const line = (year: number, amountFen: number, more = {}) => ({
  year,
  month: null,
  source: null,
  amountFen,
  ...more,
});
const row = (month: string, completedFen: number | null) => ({
  month,
  completedFen,
  paidFen: null,
  inPlaceFen: {},
});

test("planned, completed, in place and paid stay apart, and unknown stays unknown", () => {
  const years = moneyByYear(
    PERIOD,
    [line(2026, 1_000), line(2026, 400, { source: "central" }), line(2026, 300, { month: 3 })],
    [row("2026-02", 100), row("2026-03", 50), row("2027-01", null)],
    "2026-11-23",
  );
  expect(
    years.map(({ year, plannedFen, completedFen }) => [year, plannedFen, completedFen]),
  ).toEqual([
    [2025, null, null],
    [2026, 1_000, 150],
    [2027, null, null],
  ]);
  expect(years[1]).toMatchObject({
    sources: [["central", 400]],
    months: [[3, 300]],
    inPlaceFen: null,
    paidFen: null,
  });
});

test("without a period this year and the next are offered", () => {
  const none = { startOn: null, endOn: null };
  expect(moneyByYear(none, [], [], "2026-11-23").map(({ year }) => year)).toEqual([2026, 2027]);
});
