import { z } from "zod";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import { STAGES } from "@/db/vocabulary";
import { idInput, optionalDay, optionalText, versionInput } from "@/lib/form";

export const STAGE_LIMITS = { note: 500, reason: 500, documentNumber: 100 } as const;

/** A change of stage as a form sends it; what must be filled in depends on the move. */
export const stageChange = z.strictObject({
  id: idInput,
  version: versionInput,
  stage: z.enum(STAGES, { error: "required" }),
  stageOn: optionalDay,
  stageNote: optionalText(STAGE_LIMITS.note),
  /** Of what the reviewer records; a unit's own progress has none. */
  reasonCode: z.enum(CHANGE_REASONS).default("other"),
  reason: optionalText(STAGE_LIMITS.reason),
  documentNumber: optionalText(STAGE_LIMITS.documentNumber),
});
export type StageChange = z.infer<typeof stageChange>;
