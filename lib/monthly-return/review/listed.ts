import { and, asc, count, desc, eq, ne } from "drizzle-orm";
import { z } from "zod";
import type { Tx } from "@/db/client";
import { monthlyReturns, projects } from "@/db/schema";
import { RETURN_STATES } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { requiredMonth } from "@/lib/calendar/input";
import { ForbiddenError } from "@/lib/errors";
import { readableReturns } from "@/lib/progress/queries";

export const RETURNS_PER_PAGE = 50;

const [, ...HANDED_IN] = RETURN_STATES;

/** What the API and the command line ask of returns: strict, each fault named. */
export const returnQuestion = z.strictObject({
  month: requiredMonth.optional(),
  state: z.enum(HANDED_IN).optional(),
  project: z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).optional(),
  region: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
});
export type ReturnQuestion = z.output<typeof returnQuestion>;

/** One page of the returns the viewer may read, drafts never among them, the newest month first. */
export async function listReturnsFor(
  tx: Tx,
  viewer: Actor,
  { month, state, project, region, page }: ReturnQuestion,
) {
  if (!canEver(viewer, "return.read")) throw new ForbiddenError(viewer, "return.read");
  const where = and(
    ne(monthlyReturns.state, "draft"),
    visibleTo(viewer, projects.regionCode),
    readableReturns(viewer, projects.id),
    month === undefined ? undefined : eq(monthlyReturns.month, month),
    state === undefined ? undefined : eq(monthlyReturns.state, state),
    project === undefined ? undefined : eq(monthlyReturns.projectId, project),
    region === undefined ? undefined : eq(projects.regionCode, region),
  );
  const [counted] = await tx
    .select({ n: count() })
    .from(monthlyReturns)
    .innerJoin(projects, eq(projects.id, monthlyReturns.projectId))
    .where(where);
  const items = await tx
    .select({ row: monthlyReturns, projectName: projects.name, regionCode: projects.regionCode })
    .from(monthlyReturns)
    .innerJoin(projects, eq(projects.id, monthlyReturns.projectId))
    .where(where)
    .orderBy(desc(monthlyReturns.month), asc(monthlyReturns.projectId))
    .limit(RETURNS_PER_PAGE)
    .offset((page - 1) * RETURNS_PER_PAGE);
  return { total: counted?.n ?? 0, items };
}
