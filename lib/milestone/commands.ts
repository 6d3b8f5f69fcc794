import type { WriteTx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { added, change, changed, differs, type RowChange } from "@/lib/audit/change";
import type { JsonFields } from "@/lib/audit/event";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { lastDayOf } from "@/lib/dates";
import { ConflictError, RuleError } from "@/lib/errors";
import { periodDays, type ScopedProject } from "@/lib/project/project";
import { loadProject } from "@/lib/project/queries";
import type {
  MilestoneCancellation,
  MilestoneCompletion,
  MilestoneMove,
  MilestoneReopening,
  MilestoneReplan,
  MilestoneUpdate,
  NewMilestone,
  TemplateUse,
} from "./input";
import {
  assertOpen,
  assertRunning,
  MILESTONES_MAX,
  type MilestoneRow,
  metOn,
  revisedPlan,
} from "./milestone";
import { listMilestones, loadMilestone } from "./queries";
import { templateSteps } from "./templates";

/** Adds a milestone behind the others; its planned date stays visible for good. Returns its id. */
export async function addMilestone(
  tx: WriteTx,
  actor: Actor,
  input: NewMilestone,
): Promise<number> {
  const project = await projectToEnter(tx, actor, input.projectId);
  const row = await newRow(tx, await nextPosition(tx, actor, input.projectId, 1), 0, input);
  await change(tx, actor, { ...on(project, "milestone.added", input.name), rows: [row] });
  return row.id;
}

/** Adds the usual milestones of the project's type, spread over the period, behind those that are there. */
export async function applyTemplate(tx: WriteTx, actor: Actor, input: TemplateUse): Promise<void> {
  const project = await projectToEnter(tx, actor, input.projectId);
  periodDays(input.start, input.end);
  const steps = templateSteps(project.row.type, input.start, input.end);
  const position = await nextPosition(tx, actor, input.projectId, steps.length);
  const rows: RowChange[] = [];
  for (const [at, { name, planned }] of steps.entries()) {
    const values = {
      projectId: project.row.id,
      name,
      firstPlanned: planned,
      forecast: null,
      note: null,
    };
    rows.push(await newRow(tx, position + at, at, values));
  }
  await change(tx, actor, { ...on(project, "milestones.template_applied"), rows });
}

/** Changes name, note and forecast: what moves freely. */
export async function updateMilestone(
  tx: WriteTx,
  actor: Actor,
  { id, version, ...values }: MilestoneUpdate,
): Promise<void> {
  const { milestone, project } = await milestoneToEnter(tx, actor, { id, version });
  await changeOne(tx, actor, project, milestone, "milestone.updated", values);
}

/** Registers a milestone as met. The date may be a month or a year, but not in the future. */
export async function completeMilestone(
  tx: WriteTx,
  actor: Actor,
  { id, version, actual, note }: MilestoneCompletion,
): Promise<void> {
  const { milestone, project } = await milestoneToEnter(tx, actor, { id, version });
  assertOpen(milestone);
  const values = { ...metOn(actual, tx.today), note: note ?? milestone.note };
  await changeOne(tx, actor, project, milestone, "milestone.met", values);
}

/** Takes a completion or a cancellation back. */
export async function reopenMilestone(
  tx: WriteTx,
  actor: Actor,
  { id, version, reason }: MilestoneReopening,
): Promise<void> {
  const { milestone, project } = await milestoneToEnter(tx, actor, { id, version });
  if (milestone.state === "scheduled") throw new RuleError("milestoneOpen");
  const values = { state: "scheduled", actual: null, actualOn: null } as const;
  await changeOne(tx, actor, project, milestone, "milestone.reopened", values, reason);
}

/** Gives a milestone up, with a reason; it stays in the list. */
export async function cancelMilestone(
  tx: WriteTx,
  actor: Actor,
  { id, version, reason }: MilestoneCancellation,
): Promise<void> {
  const { milestone, project } = await milestoneToEnter(tx, actor, { id, version });
  assertOpen(milestone);
  await changeOne(
    tx,
    actor,
    project,
    milestone,
    "milestone.cancelled",
    { state: "cancelled" },
    reason,
  );
}

/** Revises the planned date, with a reason. The first planned date stays, and overdue goes on counting from it. */
export async function replanMilestone(
  tx: WriteTx,
  actor: Actor,
  { id, version, revisedPlanned, reason }: MilestoneReplan,
): Promise<void> {
  const { milestone, project } = await milestoneToEnter(tx, actor, { id, version });
  assertOpen(milestone);
  const values = { revisedPlanned: revisedPlan(milestone, revisedPlanned) };
  await changeOne(tx, actor, project, milestone, "milestone.replanned", values, reason);
}

/** Changes places with the milestone before or behind. Throws RuleError at the ends of the list. */
export async function moveMilestone(
  tx: WriteTx,
  actor: Actor,
  { id, version, direction }: MilestoneMove,
): Promise<void> {
  const { milestone, project } = await milestoneToEnter(tx, actor, { id, version });
  const all = await listMilestones(tx, actor, project.row.id);
  const at = all.findIndex((row) => row.id === id);
  const neighbour = all[direction === "up" ? at - 1 : at + 1];
  if (!neighbour) throw new RuleError("milestoneAtEnd");
  const { standing: _, ...other } = neighbour;
  await change(tx, actor, {
    ...on(project, "milestone.moved", milestone.name),
    rows: [
      changed("milestones", milestone, { position: other.position }),
      changed("milestones", other, { position: milestone.position }),
    ],
  });
}

async function projectToEnter(
  tx: WriteTx,
  actor: Actor,
  projectId: number,
): Promise<ScopedProject> {
  const project = await loadProject(tx, actor, projectId);
  assertCan(actor, "milestone.enter", project.subject);
  assertRunning(project.row);
  return project;
}

async function milestoneToEnter(
  tx: WriteTx,
  actor: Actor,
  { id, version }: { id: number; version: number },
) {
  const loaded = await loadMilestone(tx, actor, id);
  assertCan(actor, "milestone.enter", loaded.project.subject);
  if (loaded.milestone.version !== version) throw new ConflictError(loaded.milestone);
  assertRunning(loaded.project.row);
  return loaded;
}

async function changeOne(
  tx: WriteTx,
  actor: Actor,
  project: ScopedProject,
  milestone: MilestoneRow,
  action: EventAction,
  values: Partial<Omit<MilestoneRow, "id" | "version">>,
  reason: string | null = null,
): Promise<void> {
  const after = changed("milestones", milestone, values);
  if (!differs(after)) return;
  await change(tx, actor, { ...on(project, action, milestone.name), reason, rows: [after] });
}

function on(project: ScopedProject, action: EventAction, name?: string) {
  const details: JsonFields = name === undefined ? {} : { name };
  return {
    action,
    regionCode: project.row.regionCode,
    projectId: project.row.id,
    details,
  };
}

async function nextPosition(
  tx: WriteTx,
  actor: Actor,
  projectId: number,
  count: number,
): Promise<number> {
  const all = await listMilestones(tx, actor, projectId);
  if (all.length + count > MILESTONES_MAX)
    throw new RuleError("milestonesMax", { max: MILESTONES_MAX });
  return Math.max(0, ...all.map(({ position }) => position)) + 1;
}

function newRow(tx: WriteTx, position: number, offset: number, input: NewMilestone) {
  return added(
    tx,
    "milestones",
    {
      ...input,
      position,
      state: "scheduled",
      firstPlannedOn: lastDayOf(input.firstPlanned),
      revisedPlanned: null,
      actual: null,
      actualOn: null,
    },
    offset,
  );
}
