import { and, count, desc, eq, inArray } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { monthlyReturns, problems, progressEntries } from "@/db/schema";
import { annualPlanFen, planLines } from "@/lib/money-plan/money-plan";
import { findOpening, listPlanRows } from "@/lib/money-plan/queries";
import { runningAmounts } from "./amounts";
import { SUBMITTED_STATES } from "./monthly-return";

/** The tables whose rows a progress entry is made of. */
export const PROGRESS_TABLES: readonly string[] = [
  "monthly_returns",
  "money_plans",
  "opening_balances",
  "problems",
];

/** Brings the narrow row of one project up to date with its returns. Called by `change()`. */
export async function refreshProgress(tx: WriteTx, projectId: number): Promise<void> {
  const returns = await tx
    .select()
    .from(monthlyReturns)
    .where(
      and(
        eq(monthlyReturns.projectId, projectId),
        inArray(monthlyReturns.state, [...SUBMITTED_STATES]),
      ),
    )
    .orderBy(desc(monthlyReturns.month));
  const [last] = returns;
  const month = last?.month ?? `${tx.today.slice(0, 7)}`;
  const amounts = runningAmounts(month, returns, await findOpening(tx, projectId));
  const lines = planLines(await listPlanRows(tx, projectId));
  const [open] = await tx
    .select({ n: count() })
    .from(problems)
    .where(and(eq(problems.projectId, projectId), eq(problems.state, "open")));
  await tx.delete(progressEntries).where(eq(progressEntries.projectId, projectId));
  await tx.insert(progressEntries).values({
    projectId,
    lastMonth: last?.month ?? null,
    lastState: last?.state ?? null,
    selfLight: last?.selfLight ?? null,
    systemLight: last?.systemLight ?? null,
    reviewerLight: last?.reviewerLight ?? null,
    annualPlanFen: annualPlanFen(lines, Number(month.slice(0, 4))),
    yearCompletedFen: amounts.completed.yearFen,
    completedFen: amounts.completed.totalFen,
    paidFen: amounts.paid.totalFen,
    inPlaceFen: amounts.inPlace.totalFen,
    openProblems: open?.n ?? 0,
  });
}

/** Makes the narrow rows of all projects anew. */
export async function rebuildProgress(tx: WriteTx): Promise<void> {
  const rows = await tx.selectDistinct({ id: progressEntries.projectId }).from(progressEntries);
  for (const { id } of rows) await refreshProgress(tx, id);
}
