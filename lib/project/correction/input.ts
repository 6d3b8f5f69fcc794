import { z } from "zod";
import { checked, idInput, optionalText, requiredText, versionInput } from "@/lib/form";
import { factFields, REASON_MAX } from "../entry/input";

/** Corrected facts, with the reason without which nothing published is touched. */
export const correction = z.strictObject({
  id: idInput,
  version: versionInput,
  ...factFields,
  typeConfirmed: checked,
  sectorsConfirmed: checked,
  reason: requiredText(REASON_MAX),
  /** Under which a controlled fact is corrected; type, field and sectors need none. */
  documentNumber: optionalText(100),
});
export type Correction = z.infer<typeof correction>;
