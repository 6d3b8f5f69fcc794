import { and, asc, eq, isNotNull, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { problems, projects } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { NotFoundError } from "@/lib/errors";
import { loadReporting } from "@/lib/monthly-return/reporting";
import { type Problem, type ProblemRow, withDelay } from "./problem";

/** The problems of a project, open ones first. Throws NotFoundError out of scope, ForbiddenError for other units. */
export async function listProblems(tx: Tx, viewer: Actor, projectId: number): Promise<Problem[]> {
  const { subject } = await loadReporting(tx, viewer, projectId);
  assertCan(viewer, "return.read", subject);
  const rows = await tx
    .select()
    .from(problems)
    .where(eq(problems.projectId, projectId))
    .orderBy(asc(problems.id));
  return rows
    .map((row) => withDelay(row, tx.today))
    .sort((one, other) => Number(one.state === "closed") - Number(other.state === "closed"));
}

/** Open problems past their day in the viewer's region, the longest first; at most `limit`. Not for managers. */
export async function listOverdueProblems(
  tx: Tx,
  viewer: Actor,
  limit = 200,
): Promise<(Problem & { projectName: string })[]> {
  assertCan(viewer, "return.read", { regionCode: viewer.regionCode });
  const rows = await tx
    .select({ problem: problems, projectName: projects.name })
    .from(problems)
    .innerJoin(projects, eq(projects.id, problems.projectId))
    .where(
      and(
        eq(problems.state, "open"),
        isNotNull(problems.dueOn),
        lt(problems.dueOn, tx.today),
        visibleTo(viewer, projects.regionCode),
      ),
    )
    .orderBy(asc(problems.dueOn))
    .limit(limit);
  return rows.map(({ problem, projectName }) => ({
    ...withDelay(problem, tx.today),
    projectName,
  }));
}

/** A problem with its project and rights. Throws NotFoundError out of scope. */
export async function loadProblem(tx: Tx, actor: Actor, id: number) {
  const [problem] = await tx.select().from(problems).where(eq(problems.id, id));
  if (!problem) throw new NotFoundError();
  const { row: project, subject } = await loadReporting(tx, actor, problem.projectId);
  return { problem: problem satisfies ProblemRow, project, subject };
}
