import type { PackedReading } from "@/lib/document/packed";

const FIVE_YEAR_PLANS: [RegExp, number][] = [
  [/十三五/, 2016],
  [/十四五/, 2021],
  [/十五五/, 2026],
];

/** What a document's plan is probably called and which years it covers: by its file name, else by the periods found. */
export function proposedPlan(fileName: string, { years }: PackedReading) {
  const planName = fileName.replace(/\.[A-Za-z0-9]{1,5}$/, "").trim() || fileName;
  const five = FIVE_YEAR_PLANS.find(([pattern]) => pattern.test(planName))?.[1];
  if (five !== undefined) return { planName, startYear: five, endYear: five + 4 };
  return { planName, startYear: years?.first ?? null, endYear: years?.last ?? null };
}
