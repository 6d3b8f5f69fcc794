import { and, eq, gt, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { changeRequests, projectUnits } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { can, type Subject } from "@/lib/auth/permissions";
import { stillOwn, visibleTo } from "@/lib/auth/scope";
import { NotFoundError } from "@/lib/errors";
import { loadProject } from "@/lib/project/queries";
import type { ChangeRequestRow } from "./change-request";

/** A request with what decides the rights on it: its project's units, and who asked. Throws NotFoundError out of sight. */
export async function loadChange(
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<{ request: ChangeRequestRow; subject: Subject }> {
  const [request] = await tx
    .select()
    .from(changeRequests)
    .where(and(eq(changeRequests.id, id), visibleTo(actor, changeRequests.regionCode)));
  if (!request) throw new NotFoundError();
  const subject = await subjectOf(tx, actor, request);
  if (!can(actor, "change.read", subject)) throw new NotFoundError();
  return { request, subject };
}

export async function subjectOf(
  tx: Tx,
  actor: Actor,
  { regionCode, projectId, askedById }: ChangeRequestRow,
): Promise<Subject> {
  const userId = askedById ?? undefined;
  if (projectId === null) return { regionCode, leadIds: [], userId };
  const { subject } = await loadProject(tx, actor, projectId);
  return { ...subject, userId };
}

/** `change.read` in SQL: a manager sees requests on the own units' projects and the own ones. */
export function changesVisibleTo(actor: Actor): SQL | undefined {
  const inScope = visibleTo(actor, changeRequests.regionCode);
  if (actor.kind !== "manager") return inScope;
  const own = actor.id === null ? sql`0` : eq(changeRequests.askedById, actor.id);
  const led = and(ledByThese(actor.unitIds), stillOwn(actor, changeRequests.projectId));
  return and(inScope, or(own, led));
}

/** Requests on projects that any of these units leads. */
export function ledByThese(unitIds: number[]): SQL {
  if (unitIds.length === 0) return sql`0`;
  return sql`EXISTS (SELECT 1 FROM ${projectUnits} WHERE ${and(
    eq(projectUnits.projectId, changeRequests.projectId),
    eq(projectUnits.role, "lead"),
    gt(projectUnits.position, 0),
    inArray(projectUnits.organizationId, unitIds),
  )})`;
}
