import { expect, test } from "vitest";
import {
  daysBetween,
  firstDayOf,
  formatInstant,
  formatPeriod,
  isDay,
  isPartialDate,
  lastDayOf,
} from "./dates";

test.each([
  ["2021", true],
  ["2022-03", true],
  ["2024-02-29", true],
  ["2023-02-29", false],
  ["2022-13", false],
  ["1989", false],
  ["2100", false],
  ["2022-3", false],
  ["", false],
])("%s is a partial date: %s", (text, valid) => {
  expect(isPartialDate(text)).toBe(valid);
});

test("only a full date is a day", () => {
  expect(isDay("2022-03")).toBe(false);
  expect(isDay("2022-03-01")).toBe(true);
});

test.each([
  ["2021", "2021-01-01", "2021-12-31"],
  ["2024-02", "2024-02-01", "2024-02-29"],
  ["2024-06-15", "2024-06-15", "2024-06-15"],
])("%s runs from %s to %s", (date, first, last) => {
  expect(firstDayOf(date)).toBe(first);
  expect(lastDayOf(date)).toBe(last);
});

test("a milestone due by the end of 2025 is 327 days late on 2026-11-23", () => {
  expect(daysBetween(lastDayOf("2025-12"), "2026-11-23")).toBe(327);
});

test("periods and instants as printed", () => {
  expect(formatPeriod("2021", "2025")).toBe("2021–2025");
  expect(formatPeriod("2021", "2021")).toBe("2021");
  expect(formatPeriod(null, "2025")).toBe("?–2025");
  expect(formatPeriod(null, null)).toBeNull();
  expect(formatInstant("2026-11-22T18:30:00.000Z")).toBe("2026-11-23 02:30");
});
