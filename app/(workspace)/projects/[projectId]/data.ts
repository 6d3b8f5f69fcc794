import type { Tx } from "@/db/client";
import { STAGES, type Stage } from "@/db/vocabulary";
import { listEvents } from "@/lib/audit/history/history";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan, can, canEver, type Subject } from "@/lib/auth/permissions";
import { changesOfProject } from "@/lib/change-request/drift/queries";
import { listFindingsOf } from "@/lib/finding/queries";
import { listMilestones } from "@/lib/milestone/queries";
import { getProjectMoney } from "@/lib/money-plan/queries";
import { listOwed } from "@/lib/monthly-return/owed";
import {
  getReportingUnit,
  listReportingChoices,
} from "@/lib/monthly-return/project/reporting-unit";
import { listUnreported } from "@/lib/monthly-return/project/unreported";
import { listProjectReturns } from "@/lib/monthly-return/queries";
import { reportingUnitOf } from "@/lib/monthly-return/reporting";
import type { ScopedProject } from "@/lib/project/project";
import { getProject, listLeaders } from "@/lib/project/queries";
import { demandsOf, type StageMove, stageMove } from "@/lib/project/stage/stage";
import type { ProjectView } from "./view";

export type ProjectPageData = Awaited<ReturnType<typeof loadPage>>;

/** Everything one view of a project's page shows, of one moment. */
export async function loadPage(tx: Tx, viewer: Viewer, id: number, view: ProjectView) {
  const project = await getProject(tx, viewer, id);
  if (view.tab === "history") assertCan(viewer, "history.read", project.subject);
  const money = await loadMoney(tx, viewer, project);
  if (view.tab === "returns" || view.tab === "money")
    assertCan(viewer, "return.read", money.subject);
  // A sub-project is reported with its umbrella project.
  const reports = project.row.parentId === null;
  return {
    project,
    today: tx.today,
    findings: canEver(viewer, "finding.read") ? await listFindingsOf(tx, viewer, id) : [],
    moves: movesOf(viewer, project),
    milestones: view.tab === "milestones" ? await listMilestones(tx, viewer, id) : [],
    history:
      view.tab === "history"
        ? await listEvents(tx, viewer, { projectId: id, before: view.before ?? undefined })
        : { events: [], next: null },
    money,
    owedMonth: await owedMonth(tx, viewer, id, money.subject),
    returns:
      reports && (view.tab === "returns" || view.tab === "money")
        ? await listProjectReturns(tx, viewer, id)
        : [],
    unreported: reports && view.tab === "returns" ? await listUnreported(tx, viewer, id) : [],
    reporting: reports ? await getReportingUnit(tx, viewer, id) : null,
    reporters:
      reports && view.open === "reporting" && can(viewer, "reporting_unit.assign", project.subject)
        ? await listReportingChoices(tx, viewer, id)
        : null,
    changes: await changesOfProject(tx, viewer, id),
    leaders: view.open === "details" ? await listLeaders(tx, project.region.code) : [],
  };
}

/** What the viewer may see of plan and opening balance: null for those who may not read returns. */
async function loadMoney(tx: Tx, viewer: Viewer, { row, subject }: ScopedProject) {
  const full = { ...subject, reportingId: await reportingUnitOf(tx, row.id) };
  const seen = can(viewer, "return.read", full) ? await getProjectMoney(tx, viewer, row.id) : null;
  return { subject: full, seen };
}

/** The oldest month whose return the viewer still owes for the project, or null. */
async function owedMonth(
  tx: Tx,
  viewer: Viewer,
  id: number,
  subject: Subject,
): Promise<string | null> {
  if (viewer.kind !== "manager" || !can(viewer, "return.submit", subject)) return null;
  const { owed } = await listOwed(tx, viewer);
  return owed.find(({ projectId }) => projectId === id)?.days.month ?? null;
}

/** The stages the viewer may take the project to. */
function movesOf(viewer: Viewer, { row, subject }: ScopedProject) {
  return STAGES.flatMap((stage): { stage: Stage; move: StageMove }[] => {
    const move = stageMove(row.stage, stage);
    if (move === null || !can(viewer, demandsOf(move, stage).permission, subject)) return [];
    return [{ stage, move }];
  });
}
