import type { Tx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { loadLedgerItems } from "@/lib/ledger/items";
import { type MilestoneRow, milestoneState } from "@/lib/milestone/milestone";
import { listMilestones, loadMilestone } from "@/lib/milestone/queries";
import { loadProgress } from "@/lib/progress/queries";
import type { Project } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import type { MilestoneJson, ProjectDetail } from "../schemas/dictionary";
import { money, projectJson } from "./project-answer";

/** Everything about one project. Throws NotFoundError out of scope. */
export async function answerProject(tx: Tx, viewer: Actor, id: number): Promise<ProjectDetail> {
  const project = await getProject(tx, viewer, id);
  const [item] = await loadLedgerItems(tx, [id]);
  if (!item) throw new Error(`Project ${id} was found, but not its ledger item.`);
  const milestones = await listMilestones(tx, viewer, id);
  return {
    ...projectJson(item, (await loadProgress(tx, viewer, [id])).get(id)),
    ...factsOf(project),
    parent: project.parent,
    subProjects: project.subProjects.map(({ id, name, totalInvestmentFen }) => ({
      id,
      name,
      ...money(totalInvestmentFen),
    })),
    units: Object.values(project.units)
      .flat()
      .map(({ role, text, entryKind, organizationId, openCount }) => ({
        role,
        text,
        entryKind,
        organizationId,
        openCount,
      })),
    sectorEvidence: project.sectors.map(({ sector, confirmed, evidence }) => ({
      sector,
      confirmed,
      words: evidence,
    })),
    sources: project.sources.map(({ plan, entry }) => ({
      plan: plan.name,
      sourceTable: entry.sourceTable,
      sourceRow: entry.sourceRow,
      name: entry.name,
      ...money(entry.totalInvestmentFen),
      start: entry.start,
      end: entry.end,
    })),
    milestones: milestones.map((row) => milestoneJson(row, tx.today)),
  };
}

/** One milestone. Throws NotFoundError out of scope. */
export async function answerMilestone(tx: Tx, viewer: Actor, id: number): Promise<MilestoneJson> {
  const { milestone } = await loadMilestone(tx, viewer, id);
  return milestoneJson(milestone, tx.today);
}

function milestoneJson(row: MilestoneRow, today: string): MilestoneJson {
  const { id, projectId, position, name, firstPlanned, revisedPlanned, forecast, version } = row;
  const { actual, actualOn, note } = row;
  const { state } = milestoneState(row, today);
  return {
    id,
    projectId,
    position,
    name,
    state,
    firstPlanned,
    revisedPlanned,
    forecast,
    actual,
    actualOn,
    note,
    version,
  };
}

function factsOf({ row, overdue }: Project) {
  const { typeConfirmed, stageOn, stageNote, field, content, sponsor } = row;
  const { responsiblePerson, contact, contactPhone } = row;
  const { investmentCode, scienceCode, approvalNumber } = row;
  return {
    typeConfirmed,
    stageOn,
    stageNote,
    overdue,
    field,
    content,
    sponsor,
    responsiblePerson,
    contact,
    contactPhone,
    investmentCode,
    scienceCode,
    approvalNumber,
  };
}
