import { getTableColumns, sql } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { progressSums } from "@/db/schema";
import type { MonthPart, progressYears } from "@/db/schema/progress";
import { insertRows } from "@/db/sql/prepared";

const MONTHS = 12;
/** What is summed of a month, in the order in which `addPart()` adds it. */
const [, , ...SUMS] = Object.keys(getTableColumns(progressSums));

/** Of each region and year, what its twelve months sum to, in the order of `SUMS`. */
export type MonthSums = Map<string, Float64Array>;
type Year = Pick<
  typeof progressYears.$inferSelect,
  "regionCode" | "year" | "inCurrentBasis" | "months"
>;

/** Adds those years of projects that are in 现行口径. */
export function addYears(sums: MonthSums, years: readonly Year[]): void {
  for (const { regionCode, year, inCurrentBasis, months } of years)
    if (inCurrentBasis) addMonths(sums, `${regionCode} ${year}`, months);
}

/** Adds all that stand in `progress_years`. */
export async function addStoredYears(tx: Tx, sums: MonthSums): Promise<void> {
  const rows = (await tx.values(
    sql`SELECT region_code || ' ' || year, months FROM progress_years WHERE in_current_basis`,
  )) as [string, string][];
  for (const [key, months] of rows) addMonths(sums, key, JSON.parse(months));
}

/** Writes them as the triggers of `progress_years` keep them: for a state of the past, where there are none. */
export function insertSums(tx: WriteTx, sums: MonthSums): void {
  for (const [key, sum] of sums) insertRows(tx, progressSums, rowsOf(key, sum));
}

function addMonths(sums: MonthSums, key: string, months: readonly MonthPart[]): void {
  const known = sums.get(key) ?? new Float64Array(MONTHS * SUMS.length);
  sums.set(key, known);
  for (let at = 0; at < months.length; at += 1) addPart(known, at * SUMS.length, months[at]);
}

function addPart(sums: Float64Array, from: number, part: MonthPart | undefined): void {
  if (!part) return;
  const [planned, completed, inPlace, paid, returns, plans] = part;
  if (returns === 0 && plans === 0) return;
  const add = (at: number, value: number) => {
    sums[from + at] = (sums[from + at] ?? 0) + value;
  };
  add(0, planned);
  add(1, completed);
  add(2, inPlace);
  add(3, paid);
  add(4, returns);
  add(5, plans);
  add(6, completed * plans);
  add(7, inPlace * plans);
  add(8, paid * plans);
}

function rowsOf(key: string, sums: Float64Array) {
  const [regionCode, year] = key.split(" ");
  return Array.from({ length: MONTHS }, (_, month) => ({
    regionCode,
    month: `${year}-${String(month + 1).padStart(2, "0")}`,
    ...Object.fromEntries(SUMS.map((name, at) => [name, sums[month * SUMS.length + at]])),
  }));
}
