import { and, between, eq, inArray, isNull } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { events, organizationsHistory, projects, projectUnits } from "@/db/schema";
import { change, changed } from "@/lib/audit/change";
import type { EventPayload } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { RuleError } from "@/lib/errors";
import type { Unmerging } from "../input";
import {
  assertOnlyOwnProjects,
  homeOf,
  loadManaged,
  loadOrganization,
  type OrganizationRow,
} from "../rights";
import { byProject, movePlaces, type Place } from "./commands";

const NAMED_MAX = 3;
const IDS_AT_ONCE = 500;

/**
 * Takes a merge back: exactly the places that went over return. Throws RuleError, naming the projects, when one of them
 * has meanwhile gone on to a third unit; then that has to be undone first.
 */
export async function unmergeUnits(tx: WriteTx, actor: Actor, input: Unmerging): Promise<void> {
  const source = await loadManaged(tx, actor, input);
  if (source.mergedIntoId === null) throw new RuleError("unitNotMerged");
  const target = await loadOrganization(tx, actor, source.mergedIntoId);
  await assertOnlyOwnProjects(tx, actor, [source.id, target.id]);
  const places = await placesNow(tx, await placesMoved(tx, source));
  assertStillThere(places, target);
  const groups = byProject(places);
  await change(tx, actor, {
    action: "organization.merge_undone",
    regionCode: homeOf(actor, source),
    reason: input.reason,
    details: { name: source.name, other: target.name, projects: groups.length },
    rows: [changed("organizations", source, { mergedIntoId: null })],
  });
  for (const group of groups) {
    await movePlaces(tx, actor, group, source.id, {
      action: "project.unit_merge_undone",
      reason: input.reason,
      details: { name: source.name, other: target.name },
    });
  }
}

/**
 * The ids of the places that the merge moved. A merged unit never changes but by undoing, so its newest version was
 * made by the merge, and the events of its projects follow that one immediately.
 */
async function placesMoved(tx: Tx, source: OrganizationRow): Promise<number[]> {
  const [version] = await tx
    .select({ payload: events.payload })
    .from(organizationsHistory)
    .innerJoin(events, eq(events.seq, organizationsHistory.fromSeq))
    .where(and(eq(organizationsHistory.id, source.id), isNull(organizationsHistory.toSeq)));
  if (!version) throw new Error(`Unit ${source.id} has no history.`);
  const merge = JSON.parse(version.payload) as EventPayload;
  const following = await tx
    .select({ payload: events.payload })
    .from(events)
    .where(between(events.seq, merge.seq + 1, merge.seq + Number(merge.details.projects)));
  return following
    .flatMap(({ payload }) => (JSON.parse(payload) as EventPayload).rows)
    .filter(({ table }) => table === "project_units")
    .map(({ id }) => id);
}

async function placesNow(tx: Tx, ids: number[]): Promise<Place[]> {
  const places: Place[] = [];
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const rows = await tx
      .select({ unit: projectUnits, project: projects })
      .from(projectUnits)
      .innerJoin(projects, eq(projects.id, projectUnits.projectId))
      .where(inArray(projectUnits.id, ids.slice(at, at + IDS_AT_ONCE)));
    places.push(...rows);
  }
  return places;
}

function assertStillThere(places: Place[], target: OrganizationRow): void {
  const gone = places.filter(({ unit }) => unit.organizationId !== target.id);
  if (gone.length === 0) return;
  throw new RuleError("unitsMovedOn", {
    name: target.name,
    count: gone.length,
    projects: gone
      .slice(0, NAMED_MAX)
      .map(({ project }) => `“${project.name}”`)
      .join("、"),
  });
}
