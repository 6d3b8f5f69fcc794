import { z } from "zod";
import { checked, idInput, requiredText, versionInput } from "@/lib/form";
import { factFields, REASON_MAX } from "../entry/input";

/** Corrected facts, with the reason without which nothing published is touched. */
export const correction = z.strictObject({
  id: idInput,
  version: versionInput,
  ...factFields,
  typeConfirmed: checked,
  sectorsConfirmed: checked,
  reason: requiredText(REASON_MAX),
});
export type Correction = z.infer<typeof correction>;
