import type { Tx } from "@/db/client";
import { STAGES, type Stage } from "@/db/vocabulary";
import { listEvents } from "@/lib/audit/history";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { listMilestones } from "@/lib/milestone/queries";
import type { ScopedProject } from "@/lib/project/project";
import { getProject, listLeaders } from "@/lib/project/queries";
import { demandsOf, type StageMove, stageMove } from "@/lib/project/stage/stage";
import type { ProjectView } from "./view";

export type ProjectPageData = Awaited<ReturnType<typeof loadPage>>;

/** Everything one view of a project's page shows, of one moment. */
export async function loadPage(tx: Tx, viewer: Viewer, id: number, view: ProjectView) {
  const project = await getProject(tx, viewer, id);
  if (view.tab === "history") assertCan(viewer, "history.read", project.subject);
  return {
    project,
    today: tx.today,
    moves: movesOf(viewer, project),
    milestones: view.tab === "milestones" ? await listMilestones(tx, viewer, id) : [],
    history:
      view.tab === "history"
        ? await listEvents(tx, viewer, { projectId: id, before: view.before ?? undefined })
        : { events: [], next: null },
    leaders: view.open === "details" ? await listLeaders(tx, project.region.code) : [],
  };
}

/** The stages the viewer may take the project to. */
function movesOf(viewer: Viewer, { row, subject }: ScopedProject) {
  return STAGES.flatMap((stage): { stage: Stage; move: StageMove }[] => {
    const move = stageMove(row.stage, stage);
    if (move === null || !can(viewer, demandsOf(move, stage).permission, subject)) return [];
    return [{ stage, move }];
  });
}
