import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { fenToWan } from "@/lib/money";
import { inPlaceSum } from "@/lib/monthly-return/monthly-return";
import {
  listReturnsFor,
  RETURNS_PER_PAGE,
  type ReturnQuestion,
} from "@/lib/monthly-return/review/listed";
import { countStates } from "@/lib/problem/counts";
import {
  PROBLEMS_PER_PAGE,
  type ProblemFilters,
  type ProblemQuestion,
} from "@/lib/problem/filters";
import { listProblemsFor } from "@/lib/problem/list";
import type { ProblemList, ReturnList } from "../schemas/return";

/** One page of returns as the API and `--json` show them. Throws ForbiddenError. */
export async function answerReturns(
  tx: Tx,
  viewer: Actor,
  asked: ReturnQuestion,
): Promise<ReturnList> {
  const { total, items } = await listReturnsFor(tx, viewer, asked);
  return {
    total,
    page: asked.page,
    pageSize: RETURNS_PER_PAGE,
    items: items.map(({ row, projectName, regionCode }) => ({
      id: row.id,
      version: row.version,
      project: { id: row.projectId, name: projectName, regionCode },
      month: row.month,
      state: row.state,
      stage: row.stage,
      progressText: row.progressText,
      progressPercent: row.progressPercent,
      completed: amount(row.completedFen),
      inPlace: amount(inPlaceSum(row.inPlaceFen)),
      paid: amount(row.paidFen),
      issues: row.issues,
      nextPlan: row.nextPlan,
      lights: { system: row.systemLight, self: row.selfLight, reviewer: row.reviewerLight },
      reviewerComment: row.reviewerComment,
      sameAsLast: row.sameAsLast,
      late: row.late,
      submittedAt: row.submittedAt,
      submittedBy: row.submittedByName,
      reviewedAt: row.reviewedAt,
      reviewedBy: row.reviewedByName,
      returnReason: row.returnReason,
    })),
  };
}

/** One page of problems likewise. Throws ForbiddenError. */
export async function answerProblems(
  tx: Tx,
  viewer: Actor,
  asked: ProblemQuestion,
): Promise<ProblemList> {
  const filters: ProblemFilters = {
    state: asked.state === "all" ? null : asked.state,
    level: asked.level ?? null,
    overdue: asked.overdue === "1" || asked.overdue === "true",
    unit: asked.unit ?? null,
    project: asked.project ?? null,
    region: asked.region ?? null,
    page: asked.page,
  };
  const { total, items } = await listProblemsFor(tx, viewer, filters);
  return {
    total,
    page: asked.page,
    pageSize: PROBLEMS_PER_PAGE,
    counts: await countStates(tx, viewer, filters),
    items: items.map((one) => ({
      id: one.id,
      version: one.version,
      project: { id: one.projectId, name: one.projectName, regionCode: one.regionCode },
      text: one.text,
      level: one.level,
      unit: one.unitId === null ? null : { id: one.unitId, name: one.unitName ?? "" },
      person: one.person,
      dueOn: one.dueOn,
      overdueDays: one.overdueDays,
      steps: one.steps,
      raisedOn: one.raisedOn,
      state: one.state,
      closedOn: one.closedOn,
      closingNote: one.closingNote,
    })),
  };
}

function amount(fen: number | null) {
  return { fen, wan: fenToWan(fen) };
}
