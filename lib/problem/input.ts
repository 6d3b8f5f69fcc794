import { z } from "zod";
import { PROBLEM_LEVELS } from "@/db/vocabulary";
import { idInput, optionalDay, optionalText, requiredText, versionInput } from "@/lib/form";

const facts = {
  text: requiredText(2_000),
  level: z.enum(PROBLEM_LEVELS, { error: "required" }),
  organizationId: z.union([z.literal("").transform(() => null), idInput]).default(null),
  person: optionalText(50),
  dueOn: optionalDay,
  steps: optionalText(2_000),
};
const one = { id: idInput, version: versionInput };

/** A problem as a form sends it; `returnId` where a return raises it. */
export const newProblem = z.strictObject({
  projectId: idInput,
  returnId: z.union([z.literal("").transform(() => null), idInput]).default(null),
  ...facts,
});
export type NewProblem = z.infer<typeof newProblem>;

export const problemUpdate = z.strictObject({ ...one, ...facts });
export type ProblemUpdate = z.infer<typeof problemUpdate>;

export const problemClosing = z.strictObject({ ...one, closingNote: requiredText(2_000) });
export type ProblemClosing = z.infer<typeof problemClosing>;

export const problemReopening = z.strictObject({ ...one, reason: requiredText(500) });
export type ProblemReopening = z.infer<typeof problemReopening>;
