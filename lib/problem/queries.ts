import { and, asc, eq, isNotNull, isNull, lt, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, problems, projects } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { NotFoundError } from "@/lib/errors";
import { loadReporting } from "@/lib/monthly-return/reporting";
import { readableReturns } from "@/lib/progress/queries";
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

/** A problem the viewer may read, with what the viewer may do. Throws NotFoundError, ForbiddenError. */
export async function getProblem(tx: Tx, viewer: Actor, id: number) {
  const { problem, project, subject } = await loadProblem(tx, viewer, id);
  assertCan(viewer, "return.read", subject);
  const [unit] =
    problem.organizationId === null
      ? []
      : await tx
          .select({ name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, problem.organizationId));
  return {
    problem: withDelay(problem, tx.today),
    project: { id: project.id, name: project.name, regionCode: project.regionCode },
    unitName: unit?.name ?? null,
    mayEnter: can(viewer, "problem.enter", subject),
    units: await listSolvers(tx, project.regionCode),
  };
}
export type ProblemInFull = Awaited<ReturnType<typeof getProblem>>;

/** A project on whose list the viewer may put a problem. Throws NotFoundError, ForbiddenError. */
export async function openProblemForm(tx: Tx, viewer: Actor, projectId: number) {
  const { row, subject } = await loadReporting(tx, viewer, projectId);
  assertCan(viewer, "problem.enter", subject);
  return {
    project: { id: row.id, name: row.name },
    units: await listSolvers(tx, row.regionCode),
  };
}

/** Projects on whose list the viewer may put a problem, by a word of their names; at most 20. */
export async function findProblemProjects(tx: Tx, viewer: Actor, word: string) {
  return tx
    .select({ id: projects.id, name: projects.name })
    .from(projects)
    .where(
      and(
        isNull(projects.parentId),
        visibleTo(viewer, projects.regionCode),
        readableReturns(viewer, projects.id),
        word === "" ? undefined : sql`instr(${projects.name}, ${word}) > 0`,
      ),
    )
    .orderBy(asc(projects.id))
    .limit(20);
}

/** The units of a region that take part in projects: who may have to solve a problem. */
async function listSolvers(tx: Tx, regionCode: string): Promise<{ id: number; name: string }[]> {
  return tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(and(eq(organizations.regionCode, regionCode), isNull(organizations.mergedIntoId)))
    .orderBy(asc(organizations.id))
    .limit(500);
}
