import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { moneyPlans, openingBalances } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { reportingUnitOf } from "@/lib/monthly-return/reporting";
import { loadProject } from "@/lib/project/queries";
import {
  type MoneyPlanRow,
  type OpeningBalance,
  type PlanLine,
  type PlanWarning,
  planLines,
  planWarnings,
} from "./money-plan";

export type ProjectMoney = {
  /** The figures with their versions, those taken out again included. */
  rows: MoneyPlanRow[];
  lines: PlanLine[];
  warnings: PlanWarning[];
  /** Null until somebody entered it: then amounts to date are unknown. */
  opening: OpeningBalance | null;
};

/** The plan and the opening balance of a project. Throws NotFoundError out of scope. */
export async function getProjectMoney(
  tx: Tx,
  viewer: Actor,
  projectId: number,
): Promise<ProjectMoney> {
  const { row, subject } = await loadProject(tx, viewer, projectId);
  const reportingId = await reportingUnitOf(tx, projectId);
  assertCan(viewer, "return.read", { ...subject, reportingId });
  const rows = await listPlanRows(tx, projectId);
  const lines = planLines(rows);
  return {
    rows,
    lines,
    warnings: planWarnings(lines, row.totalInvestmentFen),
    opening: await findOpening(tx, projectId),
  };
}

/** Every figure of a plan, those taken out again included. Ask for rights first. */
export async function listPlanRows(tx: Tx, projectId: number): Promise<MoneyPlanRow[]> {
  return tx
    .select()
    .from(moneyPlans)
    .where(eq(moneyPlans.projectId, projectId))
    .orderBy(asc(moneyPlans.year), asc(moneyPlans.month), asc(moneyPlans.id));
}

/** The opening balance, or null. Ask for rights first. */
export async function findOpening(tx: Tx, projectId: number): Promise<OpeningBalance | null> {
  const [row] = await tx
    .select()
    .from(openingBalances)
    .where(eq(openingBalances.projectId, projectId));
  return row ?? null;
}
