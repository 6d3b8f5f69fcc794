import { and, asc, count, eq, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, problems, projects } from "@/db/schema";
import type { ProblemLevel } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import type { ProblemFilters } from "./filters";
import { matches, problemsVisibleTo, unitOfProblem } from "./list";

/** How many problems there are of each state; those past their day are among the open ones. */
export type ProblemStates = { open: number; overdue: number; closed: number; all: number };

export type ProblemCounts = {
  states: ProblemStates;
  levels: Map<ProblemLevel, number>;
  /** Only what has a problem under the other filters, or is chosen. */
  units: { id: number; name: string; count: number }[];
  regions: Map<string, number>;
};

/** What each choice of the filters would find, counted under all others. Throws ForbiddenError as the list does. */
export async function countProblems(
  tx: Tx,
  viewer: Actor,
  filters: ProblemFilters,
): Promise<ProblemCounts> {
  const found = (value: Partial<ProblemFilters>) =>
    and(problemsVisibleTo(viewer), matches({ ...filters, ...value }, tx.today));
  const levels = await tx
    .select({ level: problems.level, n: count() })
    .from(problems)
    .where(found({ level: null }))
    .groupBy(problems.level);
  const units = await tx
    .select({ id: organizations.id, name: organizations.name, count: count() })
    .from(problems)
    .innerJoin(organizations, eq(organizations.id, unitOfProblem))
    .where(found({ unit: null }))
    .groupBy(organizations.id)
    .orderBy(asc(organizations.id))
    .limit(500);
  const regions = await tx
    .select({ code: projects.regionCode, n: count() })
    .from(problems)
    .innerJoin(projects, eq(projects.id, problems.projectId))
    .where(found({ region: null }))
    .groupBy(projects.regionCode);
  return {
    states: await countStates(tx, viewer, filters),
    levels: new Map(levels.map(({ level, n }) => [level, n])),
    units: await withChosen(tx, filters.unit, units),
    regions: new Map(regions.map(({ code, n }) => [code, n])),
  };
}

/** How many of each state, whatever state is asked for. */
export async function countStates(
  tx: Tx,
  viewer: Actor,
  filters: ProblemFilters,
): Promise<ProblemStates> {
  const any = { ...filters, state: null, overdue: false };
  const open = sql`${problems.state} = 'open'`;
  const [row] = await tx
    .select({
      open: sql<number>`coalesce(sum(${open}), 0)`,
      overdue: sql<number>`coalesce(sum(${open} AND ${problems.dueOn} < ${tx.today}), 0)`,
      all: count(),
    })
    .from(problems)
    .where(and(problemsVisibleTo(viewer), matches(any, tx.today)));
  const { open: opened, overdue, all } = row ?? { open: 0, overdue: 0, all: 0 };
  return { open: opened, overdue, closed: all - opened, all };
}

/** A unit that is chosen stays on offer where nothing of it is found. */
async function withChosen(tx: Tx, chosen: number | null, units: ProblemCounts["units"]) {
  if (chosen === null || units.some(({ id }) => id === chosen)) return units;
  const [unit] = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, chosen));
  return unit ? [...units, { ...unit, count: 0 }] : units;
}
