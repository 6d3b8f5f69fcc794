import { and, asc, eq, gt } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { projects, projectUnits } from "@/db/schema";
import { change, changed, type Happening, touched } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import type { ProjectRow } from "@/lib/project/project";
import type { Merging } from "../input";
import { assertOneRegion } from "../link/commands";
import { findNamed } from "../queries";
import {
  assertOnlyOwnProjects,
  assertStands,
  homeOf,
  loadManaged,
  type OrganizationRow,
} from "../rights";

/**
 * Merges a unit into another one of the same region: its places on projects go over, each project with an event of its
 * own, and its name finds the other one from then on. What the documents say at each place stays. `unmergeUnits()`
 * puts everything back.
 */
export async function mergeUnits(tx: WriteTx, actor: Actor, input: Merging): Promise<void> {
  const source = await loadManaged(tx, actor, input);
  const target = await findNamed(tx, actor, source.regionCode, input.target, "target");
  assertStands(source);
  assertStands(target);
  if (source.id === target.id) throw new RuleError("unitItself", {}, "target");
  assertOneRegion(source, target, "target");
  await loadManaged(tx, actor, target);
  await assertOnlyOwnProjects(tx, actor, [source.id, target.id]);
  const places = await tx
    .select({ unit: projectUnits, project: projects })
    .from(projectUnits)
    .innerJoin(projects, eq(projects.id, projectUnits.projectId))
    .where(eq(projectUnits.organizationId, source.id))
    .orderBy(asc(projectUnits.projectId), asc(projectUnits.id));
  await assertNowhereTogether(tx, places, target);
  const groups = byProject(places);
  await change(tx, actor, {
    action: "organization.merged",
    regionCode: homeOf(actor, source),
    reason: input.reason,
    details: { name: source.name, other: target.name, projects: groups.length },
    rows: [changed("organizations", source, { mergedIntoId: target.id })],
  });
  for (const group of groups) {
    await movePlaces(tx, actor, group, target.id, {
      action: "project.unit_merged",
      reason: input.reason,
      details: { name: source.name, other: target.name },
    });
  }
}

export type Place = { unit: typeof projectUnits.$inferSelect; project: ProjectRow };

/** Puts the places on one project to another unit, in an event of that project. */
export async function movePlaces(
  tx: WriteTx,
  actor: Actor,
  places: Place[],
  organizationId: number,
  happening: Pick<Happening, "action" | "reason" | "details">,
): Promise<void> {
  const project = places[0]?.project;
  if (!project) return;
  await change(tx, actor, {
    ...happening,
    regionCode: project.regionCode,
    projectId: project.id,
    rows: [
      touched(changed("projects", project, {})),
      ...places.map(({ unit }) => changed("project_units", unit, { organizationId })),
    ],
  });
}

/** The places in groups, one per project, in their order. */
export function byProject(places: Place[]): Place[][] {
  const groups = new Map<number, Place[]>();
  for (const place of places) {
    const group = groups.get(place.project.id);
    if (group) group.push(place);
    else groups.set(place.project.id, [place]);
  }
  return [...groups.values()];
}

const NAMED_MAX = 3;

/** A document that names both side by side means two bodies. Throws RuleError with the first such projects. */
async function assertNowhereTogether(
  tx: WriteTx,
  places: Place[],
  target: OrganizationRow,
): Promise<void> {
  const inForce = places.filter(({ unit }) => unit.position > 0);
  const targets = await tx
    .select({ projectId: projectUnits.projectId, role: projectUnits.role })
    .from(projectUnits)
    .where(and(eq(projectUnits.organizationId, target.id), gt(projectUnits.position, 0)));
  const taken = new Set(targets.map(({ projectId, role }) => `${projectId} ${role}`));
  const both = inForce.filter(({ unit }) => taken.has(`${unit.projectId} ${unit.role}`));
  if (both.length === 0) return;
  throw new RuleError("unitsTogether", {
    name: target.name,
    count: both.length,
    projects: both
      .slice(0, NAMED_MAX)
      .map(({ project }) => `“${project.name}”`)
      .join("、"),
  });
}
