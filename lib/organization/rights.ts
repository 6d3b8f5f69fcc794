import { and, eq, gt, inArray } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { organizations, projects, projectUnits, regions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import { inScopeOf } from "@/lib/ledger/match/units";

export type OrganizationRow = typeof organizations.$inferSelect;

/** The row of a unit the actor may see: one of the own region, or one from outside all. Throws NotFoundError. */
export async function loadOrganization(tx: Tx, actor: Actor, id: number): Promise<OrganizationRow> {
  const [row] = await tx
    .select()
    .from(organizations)
    .where(and(eq(organizations.id, id), inScopeOf(actor)));
  if (!row) throw new NotFoundError();
  return row;
}

/**
 * The row of a unit the actor may manage, at the version that was read. A body from outside the counties belongs to no
 * region: what it is may be said by the reviewer of any whose projects name it, and by all while none does. Throws
 * ConflictError with what stands now.
 */
export async function loadManaged(
  tx: WriteTx,
  actor: Actor,
  { id, version }: { id: number; version: number },
): Promise<OrganizationRow> {
  const row = await loadOrganization(tx, actor, id);
  assertCan(actor, "organization.manage", { regionCode: homeOf(actor, row) });
  if (row.version !== version) throw new ConflictError(row);
  if (row.regionCode === null && actor.regionCode !== null) {
    const naming = await regionsNaming(tx, [id]);
    if (naming.length > 0 && !naming.some(({ code }) => code === actor.regionCode))
      throw ofOtherRegions(naming);
  }
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
  if (others.length > 0) throw ofOtherRegions(others);
}

async function regionsNaming(tx: Tx, unitIds: number[]) {
  return tx
    .selectDistinct({ code: regions.code, name: regions.name })
    .from(projectUnits)
    .innerJoin(projects, eq(projects.id, projectUnits.projectId))
    .innerJoin(regions, eq(regions.code, projects.regionCode))
    .where(and(inArray(projectUnits.organizationId, unitIds), gt(projectUnits.position, 0)));
}

function ofOtherRegions(others: { name: string }[]): RuleError {
  const names = others.map(({ name }) => name).join("、");
  return new RuleError("unitOfOtherRegions", { regions: names });
}

/** A merged unit is changed by undoing the merge, and by nothing else. Throws RuleError. */
export function assertStands(row: OrganizationRow): void {
  if (row.mergedIntoId !== null) throw new RuleError("unitMerged", { name: row.name });
}
