import type { z } from "zod";
import type { WriteTx } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import {
  addMilestone,
  cancelMilestone,
  completeMilestone,
  reopenMilestone,
  replanMilestone,
  updateMilestone,
} from "@/lib/milestone/commands";
import { loadMilestone } from "@/lib/milestone/queries";
import { answerMilestone } from "./answers/project-detail-answer";
import type { MilestoneChange, newMilestoneBody } from "./input";

/** Adds a milestone and answers it. Throws what `addMilestone()` throws. */
export async function postMilestone(
  tx: WriteTx,
  actor: Actor,
  projectId: number,
  { planned, ...body }: z.output<typeof newMilestoneBody>,
) {
  const id = await addMilestone(tx, actor, { projectId, firstPlanned: planned, ...body });
  return answerMilestone(tx, actor, id);
}

/** Makes one change and answers the milestone as it stands then; fields that are not sent stay as they are. */
export async function patchMilestone(
  tx: WriteTx,
  actor: Actor,
  id: number,
  change: MilestoneChange,
) {
  await apply(tx, actor, id, change);
  return answerMilestone(tx, actor, id);
}

async function apply(tx: WriteTx, actor: Actor, id: number, change: MilestoneChange) {
  const { version } = change;
  const { milestone } = await loadMilestone(tx, actor, id);
  const note = "note" in change && change.note !== undefined ? change.note : milestone.note;
  switch (change.kind) {
    case "update": {
      const { name = milestone.name, forecast = milestone.forecast } = change;
      return updateMilestone(tx, actor, { id, version, name, forecast, note });
    }
    case "complete":
      return completeMilestone(tx, actor, { id, version, actual: change.actual, note });
    case "replan": {
      const { planned: revisedPlanned, reason } = change;
      return replanMilestone(tx, actor, { id, version, revisedPlanned, reason });
    }
    case "cancel":
      return cancelMilestone(tx, actor, { id, version, reason: change.reason });
    case "reopen":
      return reopenMilestone(tx, actor, { id, version, reason: change.reason });
  }
}
