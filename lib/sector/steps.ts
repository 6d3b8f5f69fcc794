import { and, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { events, projectSectors, projectSectorsHistory, projects } from "@/db/schema";
import type { EventPayload, RowDelta } from "@/lib/audit/event";
import { type HistoryEvent, historyVisibleTo } from "@/lib/audit/history/history";
import type { Actor } from "@/lib/auth/actor";
import { NotFoundError } from "@/lib/errors";

const STEPS = [
  "project.sectors_confirmed",
  "project.sectors_changed",
  "project.sectors_undone",
] as const satisfies readonly EventAction[];
const STEPS_LISTED = 10;
/** Every step writes a few sector rows, so the newest rows hold the newest steps. */
const ROWS_SEARCHED = 500;

/** The last steps on sectors that the viewer may read, newest first; `undoable` while the sectors are as it left them. */
export async function listSteps(
  tx: Tx,
  viewer: Actor,
): Promise<(HistoryEvent & { undoable: boolean })[]> {
  const newest = await tx
    .select({ seq: projectSectorsHistory.fromSeq })
    .from(projectSectorsHistory)
    .orderBy(desc(projectSectorsHistory.historyId))
    .limit(ROWS_SEARCHED);
  const seqs = [...new Set(newest.map(({ seq }) => seq))];
  const rows = await tx
    .select({ payload: events.payload, hash: events.hash, projectName: projects.name })
    .from(events)
    .leftJoin(projects, eq(projects.id, events.projectId))
    .where(and(inArray(events.seq, seqs), inArray(events.action, STEPS), historyVisibleTo(viewer)))
    .orderBy(desc(events.seq))
    .limit(STEPS_LISTED);
  const steps: (HistoryEvent & { undoable: boolean })[] = [];
  for (const { payload, ...rest } of rows) {
    const event = { ...(JSON.parse(payload) as EventPayload), ...rest };
    steps.push({ ...event, undoable: await stands(tx, event) });
  }
  return steps;
}

/** A step on the sectors of a project, by its sequence number, with the sector rows it wrote. Throws NotFoundError. */
export async function findStep(
  tx: Tx,
  viewer: Actor,
  seq: number,
): Promise<{ projectId: number; rows: RowDelta[] }> {
  const [event] = await tx
    .select({ payload: events.payload, projectId: events.projectId })
    .from(events)
    .where(and(eq(events.seq, seq), inArray(events.action, STEPS), historyVisibleTo(viewer)));
  if (!event || event.projectId === null) throw new NotFoundError();
  const { rows } = JSON.parse(event.payload) as EventPayload;
  return { projectId: event.projectId, rows: rows.filter(isSectorRow) };
}

/** Whether every sector row is still the version that the event made. */
async function stands(tx: Tx, { rows }: EventPayload): Promise<boolean> {
  const written = rows.filter(isSectorRow);
  const now = await tx
    .select({ id: projectSectors.id, version: projectSectors.version })
    .from(projectSectors)
    .where(
      inArray(
        projectSectors.id,
        written.map(({ id }) => id),
      ),
    );
  const versions = new Map(now.map(({ id, version }) => [id, version]));
  return written.every(({ id, version }) => versions.get(id) === version);
}

function isSectorRow({ table }: RowDelta): boolean {
  return table === "project_sectors";
}
