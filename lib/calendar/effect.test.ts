import { expect, test } from "vitest";
import { USUAL_CALENDAR } from "./calendar";
import { calendarEffect, comingMonths, movedByNotice, unknownYears } from "./effect";

const TODAY = "2026-11-23";
const NONE = new Map<string, boolean>();
const rules = { ...USUAL_CALENDAR, startsMonth: "2026-09" };
const keys = (lines: { key: string }[]) => lines.map(({ key }) => key);

test("going live says from when, what is open at once, and what is late at once", () => {
  expect(calendarEffect(null, rules, TODAY, NONE)).toEqual([
    { key: "goesLive", values: { month: "2026-09" } },
    { key: "openedAlready", values: { count: 2, first: "2026-09", last: "2026-10" } },
    { key: "lateAlready", values: { count: 2, last: "2026-10" } },
  ]);
  const later = { ...rules, startsMonth: "2026-12" };
  expect(calendarEffect(null, later, TODAY, NONE)).toEqual([
    { key: "goesLive", values: { month: "2026-12" } },
    { key: "opensLater", values: { month: "2026-12", on: "2026-12-25" } },
  ]);
});

test("another due day is spelled out for the months in work, past days off", () => {
  const lines = calendarEffect(rules, { ...rules, dueDay: 6 }, TODAY, NONE);
  // 5 November is a Thursday; 5 and 6 December are a weekend, so that nothing moves.
  expect(lines[0]).toEqual({
    key: "dueOn",
    values: { month: "2026-10", from: "2026-11-05", to: "2026-11-06" },
  });
  expect(lines.some(({ values }) => values.month === "2026-11")).toBe(false);
});

test("the first month earlier or later, January with February", () => {
  expect(keys(calendarEffect(rules, { ...rules, startsMonth: "2026-08" }, TODAY, NONE))).toEqual([
    "startsEarlier",
    "openedAlready",
    "lateAlready",
  ]);
  expect(keys(calendarEffect(rules, { ...rules, startsMonth: "2026-11" }, TODAY, NONE))).toEqual([
    "startsLater",
  ]);
  expect(keys(calendarEffect(rules, { ...rules, joinsJanuary: true }, TODAY, NONE))).toEqual([
    "joins",
  ]);
  expect(calendarEffect(rules, rules, TODAY, NONE)).toEqual([]);
});

test("a notice moves due days; years without a list are named; a joined January is not listed", () => {
  const notice = new Map([["2026-12-07", false]]);
  expect(movedByNotice(rules, TODAY, NONE, notice)).toEqual([
    { key: "dueOn", values: { month: "2026-11", from: "2026-12-07", to: "2026-12-08" } },
  ]);
  expect(unknownYears(["2026-12-07", "2027-01-05", "2027-02-05"])).toEqual(["2027"]);
  expect(comingMonths({ ...rules, joinsJanuary: true }, TODAY)).toEqual([
    "2026-10",
    "2026-11",
    "2026-12",
    "2027-02",
    "2027-03",
  ]);
});
