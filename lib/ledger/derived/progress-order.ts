import { and, eq, type SQL, sql } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { ledgerEntries, progressEntries, projects } from "@/db/schema";
import { snakeCase } from "@/db/sql/raw-rows";
import { SYSTEM_LIGHTS } from "@/db/vocabulary";

const p = progressEntries;

/**
 * What the ledger is sorted by of the returns of a project, read where `progress_entries` is joined on the left. Null is
 * unknown: nothing was handed in, no light could be given, no rate is known. Recorded problems are a number in any case.
 */
export const PROGRESS_ORDER = {
  lightRank: lightRank(),
  lastMonth: sql<string | null>`${p.lastMonth}`,
  completionBp: sql<number | null>`CASE WHEN ${p.lastMonth} IS NOT NULL AND ${p.annualPlanFen} > 0
    THEN cast(round(${p.yearCompletedFen} * 10000.0 / ${p.annualPlanFen}) AS integer) END`,
  openProblems: sql<number>`coalesce(${p.openProblems}, 0)`,
};

/** The columns of an entry that it stands in. */
export const ORDER_COLUMNS: readonly string[] = Object.keys(PROGRESS_ORDER).map(snakeCase);

/** Brings it up to date in the ledger's narrow rows of the projects in a list or subquery of ids, after `progress_entries`. */
export async function refreshProgressOrder(tx: WriteTx, which: SQL): Promise<void> {
  await tx
    .update(ledgerEntries)
    .set(PROGRESS_ORDER)
    .from(projects)
    .leftJoin(p, eq(p.projectId, projects.id))
    .where(
      and(eq(projects.id, ledgerEntries.projectId), sql`${ledgerEntries.projectId} IN ${which}`),
    );
}

/** The better a light, the smaller; grey is no verdict. */
function lightRank() {
  const cases: SQL[] = SYSTEM_LIGHTS.flatMap((light, place) =>
    light === "grey" ? [] : [sql`WHEN ${light} THEN ${sql.raw(String(place))}`],
  );
  return sql<
    number | null
  >`CASE WHEN ${p.lastMonth} IS NOT NULL THEN CASE ${p.systemLight} ${sql.join(cases, sql` `)} END END`;
}
