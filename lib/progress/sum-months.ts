import { getTableColumns, sql } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { progressSums } from "@/db/schema";
import type { MonthPart } from "@/db/schema/progress";
import { insertRows } from "@/db/sql/prepared";

const MONTHS = 12;
/** What is summed of a month, in the order in which `addPart()` adds it. */
const [, , ...SUMS] = Object.keys(getTableColumns(progressSums));

/**
 * The sums of all months of 现行口径, as the triggers of `progress_years` keep them: for a state of the past, where there
 * are none.
 */
export async function sumMonths(tx: WriteTx): Promise<void> {
  const rows = (await tx.values(
    sql`SELECT region_code || ' ' || year, months FROM progress_years WHERE in_current_basis`,
  )) as [string, string][];
  const sums = new Map<string, Float64Array>();
  for (const [key, months] of rows) {
    const known = sums.get(key) ?? new Float64Array(MONTHS * SUMS.length);
    sums.set(key, known);
    const parts = JSON.parse(months) as MonthPart[];
    for (let at = 0; at < parts.length; at += 1) addPart(known, at * SUMS.length, parts[at]);
  }
  for (const [key, sum] of sums) insertRows(tx, progressSums, rowsOf(key, sum));
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
