import { FIRST_YEAR, LAST_YEAR } from "@/lib/dates";
import type { DocumentFormat, Reading } from "./document";

/**
 * A reading as it is kept: text that nobody has to take apart before it is stored, and the little that is asked of it
 * then. The reading of a large workbook has tens of megabytes.
 */
export type PackedReading = {
  format: DocumentFormat;
  /** The first and the last year that its periods name; null without periods. */
  years: { first: number; last: number } | null;
  json: string;
};

export function packReading(reading: Reading): PackedReading {
  return { format: reading.format, years: yearsOf(reading), json: JSON.stringify(reading) };
}

function yearsOf({ tables }: Reading): PackedReading["years"] {
  let [first, last] = [LAST_YEAR + 1, FIRST_YEAR - 1];
  for (const { projects } of tables)
    for (const { start, end } of projects)
      for (const date of [start, end]) {
        const year = Number(date?.slice(0, 4) ?? Number.NaN);
        if (!(year >= FIRST_YEAR && year <= LAST_YEAR)) continue;
        first = Math.min(first, year);
        last = Math.max(last, year);
      }
  return last < first ? null : { first, last };
}
