import { and, desc, eq, exists, gt, inArray, lt, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { events, projects, projectUnits } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { stillOwn } from "@/lib/auth/scope";
import { ForbiddenError } from "@/lib/errors";
import type { EventPayload } from "../event";

/** One event as it was hashed, with the name its project carries today. */
export type HistoryEvent = EventPayload & { hash: string; projectName: string | null };

export type EventFilters = {
  projectId?: number;
  action?: EventAction;
  actorId?: number;
  /** Events on projects that these units take part in, and on the units themselves: names, kinds, links, merges. */
  unitIds?: number[];
  /** Only events before this sequence number: the `next` of the page before. */
  before?: number;
  /** At most EVENTS_MAX. */
  limit?: number;
};

export const EVENTS_MAX = 200;
const PAGE = 30;

/**
 * Events the viewer may read, newest first; `next` is the cursor of the following page, null on the last one.
 * Throws ForbiddenError for roles without history. Events out of scope are simply not there: ask `can()` first
 * where a whole project's history is meant.
 */
export async function listEvents(
  tx: Tx,
  viewer: Actor,
  filters: EventFilters = {},
): Promise<{ events: HistoryEvent[]; next: number | null }> {
  if (!canEver(viewer, "history.read")) throw new ForbiddenError(viewer, "history.read");
  const limit = Math.min(filters.limit ?? PAGE, EVENTS_MAX);
  const rows = await tx
    .select({ payload: events.payload, hash: events.hash, projectName: projects.name })
    .from(events)
    .leftJoin(projects, eq(projects.id, events.projectId))
    .where(and(historyVisibleTo(viewer), matches(filters)))
    .orderBy(desc(events.seq))
    .limit(limit + 1);
  const page = rows.slice(0, limit).map(({ payload, hash, projectName }) => ({
    ...(JSON.parse(payload) as EventPayload),
    hash,
    projectName,
  }));
  return { events: page, next: rows.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** `history.read` in SQL: a manager reads the history of projects that the own units lead, and nothing else. */
export function historyVisibleTo(actor: Actor): SQL | undefined {
  if (actor.kind === "operator") return undefined;
  const seesAll = actor.scope === "all" && (actor.kind === "leader" || actor.kind === "auditor");
  if (seesAll) return undefined;
  if (actor.regionCode === null || !canEver(actor, "history.read")) return sql`0`;
  const inRegion = eq(events.regionCode, actor.regionCode);
  return actor.kind === "manager"
    ? and(inRegion, ledBy(actor.unitIds), stillOwn(actor, events.projectId))
    : inRegion;
}

function ledBy(unitIds: number[]): SQL {
  if (unitIds.length === 0) return sql`0`;
  return exists(
    sql`(SELECT 1 FROM ${projectUnits} WHERE ${and(
      eq(projectUnits.projectId, events.projectId),
      eq(projectUnits.role, "lead"),
      gt(projectUnits.position, 0),
      inArray(projectUnits.organizationId, unitIds),
    )})`,
  );
}

function matches({ projectId, action, actorId, unitIds, before }: EventFilters): SQL | undefined {
  return and(
    unitIds === undefined ? undefined : aboutUnits(unitIds),
    projectId === undefined ? undefined : eq(events.projectId, projectId),
    action === undefined ? undefined : eq(events.action, action),
    actorId === undefined ? undefined : eq(events.actorId, actorId),
    before === undefined ? undefined : lt(events.seq, before),
  );
}

/** Events on projects that these units take part in, and on the units themselves. */
export function aboutUnits(ids: number[]): SQL {
  if (ids.length === 0) return sql`0`;
  const { organizationId, position } = projectUnits;
  const places = and(inArray(organizationId, ids), gt(position, 0));
  return sql`${events.seq} IN (
    SELECT seq FROM events WHERE project_id IN (SELECT ${projectUnits.projectId} FROM ${projectUnits} WHERE ${places})
    UNION SELECT from_seq FROM organizations_history WHERE id IN ${ids}
    UNION SELECT from_seq FROM organization_links_history WHERE organization_id IN ${ids} OR target_id IN ${ids})`;
}
