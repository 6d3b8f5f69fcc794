import { z } from "zod";
import {
  idInput,
  optionalPartialDate,
  optionalText,
  requiredPartialDate,
  requiredText,
  versionInput,
} from "@/lib/form";

export const MILESTONE_LIMITS = { name: 100, note: 500, reason: 500 } as const;

const one = { id: idInput, version: versionInput };
const reason = requiredText(MILESTONE_LIMITS.reason);
const note = optionalText(MILESTONE_LIMITS.note);

/** Inputs of the commands, as forms send them: text, empty for “not stated”. Dates keep their precision. */
export const newMilestone = z.strictObject({
  projectId: idInput,
  name: requiredText(MILESTONE_LIMITS.name),
  firstPlanned: requiredPartialDate,
  forecast: optionalPartialDate,
  note,
});
export type NewMilestone = z.infer<typeof newMilestone>;

export const milestoneUpdate = z.strictObject({
  ...one,
  name: requiredText(MILESTONE_LIMITS.name),
  forecast: optionalPartialDate,
  note,
});
export type MilestoneUpdate = z.infer<typeof milestoneUpdate>;

export const milestoneCompletion = z.strictObject({ ...one, actual: requiredPartialDate, note });
export type MilestoneCompletion = z.infer<typeof milestoneCompletion>;

export const milestoneReplan = z.strictObject({
  ...one,
  revisedPlanned: requiredPartialDate,
  reason,
});
export type MilestoneReplan = z.infer<typeof milestoneReplan>;

export const milestoneCancellation = z.strictObject({ ...one, reason });
export type MilestoneCancellation = z.infer<typeof milestoneCancellation>;

export const milestoneReopening = z.strictObject({
  ...one,
  reason: optionalText(MILESTONE_LIMITS.reason),
});
export type MilestoneReopening = z.infer<typeof milestoneReopening>;

export const milestoneMove = z.strictObject({ ...one, direction: z.enum(["up", "down"]) });
export type MilestoneMove = z.infer<typeof milestoneMove>;

export const templateUse = z.strictObject({
  projectId: idInput,
  start: requiredPartialDate,
  end: requiredPartialDate,
});
export type TemplateUse = z.infer<typeof templateUse>;
