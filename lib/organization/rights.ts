import { and, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { organizations, projects, projectUnits, regions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can, canEver } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";

export type OrganizationRow = typeof organizations.$inferSelect;

/** The row of a unit the actor may see: one of the own region, or one from outside all. Throws NotFoundError. */
export async function loadOrganization(tx: Tx, actor: Actor, id: number): Promise<OrganizationRow> {
  const [row] = await tx
    .select()
    .from(organizations)
    .where(and(eq(organizations.id, id), unitsSeenBy(actor)));
  if (!row) throw new NotFoundError();
  return row;
}

/**
 * Where every list of units starts: bodies of the own region, and those from outside unless only projects of other
 * regions name them.
 */
export function unitsSeenBy(actor: Actor): SQL | undefined {
  const inRegion = visibleTo(actor, organizations.regionCode);
  if (inRegion === undefined) return undefined;
  if (!canEver(actor, "project.read")) return inRegion;
  const named = sql`SELECT 1 FROM ${projectUnits} JOIN ${projects} ON ${projects.id} = ${projectUnits.projectId}
    WHERE ${projectUnits.organizationId} = ${organizations.id} AND ${projectUnits.position} > 0`;
  const here = visibleTo(actor, projects.regionCode);
  const outside = sql`(EXISTS (${named} AND ${here}) OR NOT EXISTS (${named}))`;
  return or(inRegion, and(isNull(organizations.regionCode), outside));
}

/**
 * The row of a unit the actor may manage, at the version that was read. A body from outside the counties belongs to no
 * region: what it is may be said by the reviewer of any that sees it. Throws ConflictError with what stands now.
 */
export async function loadManaged(
  tx: WriteTx,
  actor: Actor,
  { id, version }: { id: number; version: number },
): Promise<OrganizationRow> {
  const row = await loadOrganization(tx, actor, id);
  assertCan(actor, "organization.manage", { regionCode: homeOf(actor, row) });
  if (row.version !== version) throw new ConflictError(row);
  return row;
}

/** Whether buttons for managing this unit are shown. */
export function canManage(actor: Actor, row: { regionCode: string | null }): boolean {
  return can(actor, "organization.manage", { regionCode: homeOf(actor, row) });
}

/** Where the events of a unit belong: its region; for a body from outside, that of whoever acts. */
export function homeOf(actor: Actor, { regionCode }: { regionCode: string | null }): string | null {
  return regionCode ?? actor.regionCode;
}

/**
 * What rewrites projects or names is only for those whose region has all of them: a body from outside that projects of
 * another county name too is not changed by one county. Throws RuleError with the other regions.
 */
export async function assertOnlyOwnProjects(
  tx: Tx,
  actor: Actor,
  unitIds: number[],
): Promise<void> {
  if (actor.kind === "operator" || actor.regionCode === null) return;
  const naming = await regionsNaming(tx, unitIds);
  const others = naming.filter(({ code }) => code !== actor.regionCode);
  if (others.length === 0) return;
  const names = others.map(({ name }) => name).join("、");
  throw new RuleError("unitOfOtherRegions", { regions: names });
}

async function regionsNaming(tx: Tx, unitIds: number[]) {
  return tx
    .selectDistinct({ code: regions.code, name: regions.name })
    .from(projectUnits)
    .innerJoin(projects, eq(projects.id, projectUnits.projectId))
    .innerJoin(regions, eq(regions.code, projects.regionCode))
    .where(and(inArray(projectUnits.organizationId, unitIds), gt(projectUnits.position, 0)));
}

/** A merged unit is changed by undoing the merge, and by nothing else. Throws RuleError. */
export function assertStands(row: OrganizationRow): void {
  if (row.mergedIntoId !== null) throw new RuleError("unitMerged", { name: row.name });
}
