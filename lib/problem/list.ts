import { and, asc, count, eq, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, problems, projects } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { ForbiddenError } from "@/lib/errors";
import { readableReturns } from "@/lib/progress/queries";
import { PROBLEMS_PER_PAGE, type ProblemFilters } from "./filters";
import { type ListedProblem, withDelay } from "./problem";

/** One page of the problems the viewer may read: overdue ones first, then by due day, then as they were raised. */
export async function listProblemsFor(
  tx: Tx,
  viewer: Actor,
  filters: ProblemFilters,
): Promise<{ total: number; items: ListedProblem[] }> {
  const where = and(problemsVisibleTo(viewer), matches(filters, tx.today));
  const [counted] = await tx.select({ n: count() }).from(problems).where(where);
  const order = [
    sql`${problems.state} <> 'open'`,
    sql`${problems.dueOn} IS NULL`,
    asc(problems.dueOn),
    asc(problems.id),
  ];
  // First which ones, then what is said of them: names are looked up for one page, not for all that is found.
  const page = await tx
    .select({ id: problems.id })
    .from(problems)
    .where(where)
    .orderBy(...order)
    .limit(PROBLEMS_PER_PAGE)
    .offset((filters.page - 1) * PROBLEMS_PER_PAGE);
  const ids = page.map(({ id }) => id);
  const rows = await selectListed(tx)
    .where(inArray(problems.id, ids))
    .orderBy(...order);
  return { total: counted?.n ?? 0, items: rows.map((row) => listed(row, tx.today)) };
}

/** Open problems that these units have to solve; for the dossier of a unit. */
export async function listUnitProblems(
  tx: Tx,
  viewer: Actor,
  unitIds: number[],
): Promise<ListedProblem[]> {
  if (unitIds.length === 0 || !canEver(viewer, "return.read")) return [];
  const rows = await selectListed(tx)
    .where(
      and(problemsVisibleTo(viewer), eq(problems.state, "open"), inArray(unitOfProblem, unitIds)),
    )
    .orderBy(sql`${problems.dueOn} IS NULL`, asc(problems.dueOn), asc(problems.id))
    .limit(PROBLEMS_PER_PAGE);
  return rows.map((row) => listed(row, tx.today));
}

/** `return.read` in SQL, over `problems`: where every list and count of problems starts. Throws ForbiddenError. */
export function problemsVisibleTo(viewer: Actor): SQL | undefined {
  if (!canEver(viewer, "return.read")) throw new ForbiddenError(viewer, "return.read");
  return and(
    ofProject(visibleTo(viewer, projects.regionCode)),
    readableReturns(viewer, problems.projectId),
  );
}

/** Asked of the project only where there is something to ask: reading the wide rows of projects is what takes time. */
function ofProject(condition: SQL | undefined): SQL | undefined {
  return (
    condition &&
    sql`EXISTS (SELECT 1 FROM ${projects} WHERE ${projects.id} = ${problems.projectId} AND ${condition})`
  );
}

export function matches(
  { state, level, overdue, unit, project, region }: ProblemFilters,
  today: string,
): SQL | undefined {
  return and(
    state === null ? undefined : eq(problems.state, state),
    level === null ? undefined : eq(problems.level, level),
    overdue ? and(eq(problems.state, "open"), lt(problems.dueOn, today)) : undefined,
    unit === null ? undefined : eq(unitOfProblem, unit),
    project === null ? undefined : eq(problems.projectId, project),
    region === null ? undefined : ofProject(eq(projects.regionCode, region)),
  );
}

/** Who has to solve it: the unit that was named, else the project's first-named lead. */
export const unitOfProblem = sql<number | null>`coalesce(problems.organization_id,
  (SELECT organization_id FROM project_units WHERE project_id = problems.project_id
    AND role = 'lead' AND position > 0 AND organization_id IS NOT NULL ORDER BY position LIMIT 1))`;

function selectListed(tx: Tx) {
  return tx
    .select({
      problem: problems,
      projectName: projects.name,
      regionCode: projects.regionCode,
      unitId: organizations.id,
      unitName: organizations.name,
    })
    .from(problems)
    .innerJoin(projects, eq(projects.id, problems.projectId))
    .leftJoin(organizations, eq(organizations.id, unitOfProblem))
    .$dynamic();
}

function listed(
  { problem, ...names }: Awaited<ReturnType<typeof selectListed>>[number],
  today: string,
): ListedProblem {
  return { ...withDelay(problem, today), ...names };
}
