import { asc, between, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { progressEntries, progressYears, projects } from "@/db/schema";
import { deriveProgress, reportedOf } from "@/lib/monthly-return/progress";

const BATCH = 500;
/** A month that all have left again: its row stays, and says nothing. */
const hasAnything = sql`(planned_fen OR completed_fen OR in_place_fen OR paid_fen OR returns OR plans)`;

/**
 * The first project whose narrow rows are not what its returns, plans, opening balance and problems make of them, or the
 * first region whose sums are not those of its rows; null when there is none.
 */
export async function strayProgress(tx: Tx): Promise<string | null> {
  const rows = await tx.select({ id: projects.id }).from(projects).orderBy(asc(projects.id));
  for (let from = 0; from < rows.length; from += BATCH) {
    const ids = rows.slice(from, from + BATCH).map(({ id }) => id);
    const stray = await strayAmong(tx, ids);
    if (stray !== null) return `progress of project ${stray}`;
    await new Promise((resolve) => setImmediate(resolve));
  }
  const [sums] = await tx.all<{ region: string }>(sql`
    WITH summed AS (SELECT region_code, year || '-' || substr('0' || (key + 1), -2) AS month,
        sum(value ->> 0), sum(value ->> 1), sum(value ->> 2), sum(value ->> 3), sum(value ->> 4), sum(value ->> 5),
        sum((value ->> 1) * (value ->> 5)), sum((value ->> 2) * (value ->> 5)), sum((value ->> 3) * (value ->> 5))
      FROM progress_years, json_each(progress_years.months) WHERE in_current_basis GROUP BY 1, 2),
      kept AS (SELECT * FROM progress_sums)
    SELECT region_code AS region FROM (SELECT * FROM summed EXCEPT SELECT * FROM kept)
    UNION ALL SELECT region_code FROM (SELECT * FROM kept
      WHERE ${hasAnything}
      EXCEPT SELECT * FROM summed) LIMIT 1`);
  return sums ? `progress of region ${sums.region}` : null;
}

async function strayAmong(tx: Tx, ids: number[]): Promise<number | null> {
  const [first = 0, last = 0] = [ids[0], ids.at(-1)];
  const reported = await reportedOf(tx, ids);
  const derived =
    reported.length > 0 ? await deriveProgress(tx, reported) : { entries: [], years: [] };
  const entries = await tx
    .select()
    .from(progressEntries)
    .where(between(progressEntries.projectId, first, last));
  const years = await tx
    .select()
    .from(progressYears)
    .where(between(progressYears.projectId, first, last));
  return differing(derived.entries, entries) ?? differing(derived.years, years);
}

/** The project of the first row that stands on one side only. */
function differing<Row extends { projectId: number }>(one: Row[], other: Row[]): number | null {
  const text = (row: Row) =>
    JSON.stringify(Object.entries(row).sort(([key], [next]) => (key < next ? -1 : 1)));
  const [ours, theirs] = [new Set(one.map(text)), new Set(other.map(text))];
  const stray =
    one.find((row) => !theirs.has(text(row))) ?? other.find((row) => !ours.has(text(row)));
  return stray?.projectId ?? null;
}
