import { expect, test } from "vitest";
import {
  holidaysKnown,
  isWorkingDay,
  monthAfter,
  openedMonths,
  reportDays,
  USUAL_CALENDAR,
} from "./calendar";

const RULES = { ...USUAL_CALENDAR, startsMonth: "2026-01" };

test.each([
  // 5 October 2026 lies in the National Day week: the first working day after it is the 8th.
  ["2026-09", "2026-09-25", "2026-10-08", "2026-10-10"],
  // 10 October is a working Saturday; 5 November a Thursday, 10 November a Tuesday.
  ["2026-10", "2026-10-25", "2026-11-05", "2026-11-10"],
  // 5 May is the last day of the holiday.
  ["2026-04", "2026-04-25", "2026-05-06", "2026-05-11"],
  // 5 and 6 December are a weekend.
  ["2026-11", "2026-11-25", "2026-12-07", "2026-12-10"],
  ["2025-09", "2025-09-25", "2025-10-09", "2025-10-10"],
])("the return of %s opens %s, is due %s and locks %s", (month, opensOn, dueOn, locksOn) => {
  expect(reportDays(month, RULES)).toEqual({ month, opensOn, dueOn, locksOn });
});

test("a lock never comes before its due day, and a later notice moves both", () => {
  const rules = { ...RULES, dueDay: 5, locksDay: 6 };
  expect(reportDays("2026-09", rules)).toMatchObject({
    dueOn: "2026-10-08",
    locksOn: "2026-10-09",
  });
  const changes = new Map([["2026-10-08", false]]);
  expect(reportDays("2026-09", rules, changes)).toMatchObject({ dueOn: "2026-10-09" });
});

test("weekends worked and days off are the State Council's; a year without a list says so", () => {
  expect(isWorkingDay("2026-02-28")).toBe(true);
  expect(isWorkingDay("2026-02-23")).toBe(false);
  expect(isWorkingDay("2026-11-23")).toBe(true);
  expect(isWorkingDay("2026-11-22")).toBe(false);
  expect([holidaysKnown("2026"), holidaysKnown("2027")]).toEqual([true, false]);
});

test("months open on their 25th, from the month of going live, January with February where joined", () => {
  expect(openedMonths(RULES, "2026-03-24")).toEqual(["2026-01", "2026-02"]);
  expect(openedMonths({ ...RULES, joinsJanuary: true }, "2026-03-25")).toEqual([
    "2026-02",
    "2026-03",
  ]);
  expect(openedMonths(RULES, "2026-01-24")).toEqual([]);
  expect([monthAfter("2026-12", 1), monthAfter("2026-01", -1)]).toEqual(["2027-01", "2025-12"]);
});
