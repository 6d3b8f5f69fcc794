import type { Tx } from "@/db/client";
import { listEvents } from "@/lib/audit/history/history";
import { eventSentence } from "@/lib/audit/history/history-sentence";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { loadProject } from "@/lib/project/queries";
import type { EventQuery } from "../input";
import type { EventList } from "../schemas/dictionary";

/**
 * One page of the history that the viewer may read. Asked about one project, throws NotFoundError out of scope and
 * ForbiddenError for a project whose history is not the viewer's.
 */
export async function answerEvents(
  tx: Tx,
  viewer: Actor,
  t: Translator,
  { project, action, actor, before, limit }: EventQuery,
): Promise<EventList> {
  if (project !== undefined) {
    const { subject } = await loadProject(tx, viewer, project);
    assertCan(viewer, "history.read", subject);
  }
  const found = await listEvents(tx, viewer, {
    projectId: project,
    action,
    actorId: actor,
    before,
    limit,
  });
  const items = found.events.map((event) => ({
    seq: event.seq,
    recordedAt: event.recordedAt,
    action: event.action,
    sentence: eventSentence(t, event),
    actor: event.actor,
    regionCode: event.regionCode,
    project:
      event.projectId === null ? null : { id: event.projectId, name: event.projectName ?? "" },
    reason: event.reason,
    details: event.details,
    rows: event.rows,
    hash: event.hash,
  }));
  return { items, next: found.next };
}
