import { FIRST_YEAR, LAST_YEAR } from "@/lib/dates";
import type { Reading } from "@/lib/document/document";

const FIVE_YEAR_PLANS: [RegExp, number][] = [
  [/十三五/, 2016],
  [/十四五/, 2021],
  [/十五五/, 2026],
];

/** What a document's plan is probably called and which years it covers: by its file name, else by the periods found. */
export function proposedPlan(fileName: string, reading: Reading) {
  const planName = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "").trim() || fileName;
  const five = FIVE_YEAR_PLANS.find(([pattern]) => pattern.test(planName))?.[1];
  if (five !== undefined) return { planName, startYear: five, endYear: five + 4 };
  const years = reading.tables
    .flatMap(({ projects }) => projects)
    .flatMap(({ start, end }) => [start, end])
    .flatMap((date) => (date === null ? [] : [Number(date.slice(0, 4))]))
    .filter((year) => year >= FIRST_YEAR && year <= LAST_YEAR);
  const first = years.reduce((least, year) => Math.min(least, year), LAST_YEAR + 1);
  const last = years.reduce((most, year) => Math.max(most, year), 0);
  return {
    planName,
    startYear: years.length === 0 ? null : first,
    endYear: years.length === 0 ? null : last,
  };
}
