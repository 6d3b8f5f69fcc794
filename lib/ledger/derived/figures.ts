import { and, eq, type SQL, sql } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { ledgerEntries, projects } from "@/db/schema";
import { milestoneDueOf } from "@/db/sql/milestone-due";
import { snakeCase } from "@/db/sql/raw-rows";

const e = ledgerEntries;
const p = projects;
const amount = sql<number | null>`${p.totalInvestmentFen}`;

/** What of an entry can be put right while all else in it stays. */
const FIGURES = {
  totalInvestmentFen: amount,
  currentFen: sql<number | null>`CASE WHEN ${e.inCurrentBasis} THEN ${amount} END`,
  jointFen: sql<number | null>`CASE WHEN ${e.inCurrentBasis} AND ${e.joint} THEN ${amount} END`,
  milestoneDueOn: sql<string | null>`${sql.raw(milestoneDueOf("projects.id"))}`,
};

/** The columns of an entry that they stand in, and those of projects of which nothing else is made. */
export const FIGURE_COLUMNS: readonly string[] = Object.keys(FIGURES).map(snakeCase);
export const FIGURES_OF_PROJECTS: readonly string[] = ["total_investment_fen"];

/** Puts them right in the entries of the projects in this subquery of ids. */
export async function refreshFigures(tx: WriteTx, which: SQL): Promise<void> {
  await tx
    .update(e)
    .set(FIGURES)
    .from(p)
    .where(and(eq(p.id, e.projectId), sql`${e.projectId} IN ${which}`));
}
