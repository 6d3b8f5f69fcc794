import { z } from "zod";
import { LIGHT_MEASURES, PROJECT_TYPES } from "@/db/vocabulary";
import { requiredMonth } from "@/lib/calendar/input";
import { idInput, requiredText, versionInput } from "@/lib/form";

const threshold = z.coerce.number().int().min(0).max(100_000);

/** A rule as proposed; thresholds in hundredths of 个百分点, of a per cent of 序时进度, or in days. */
export const lightRuleInput = z.strictObject({
  regionCode: z.string().regex(/^\d{6}$/, { error: "invalid" }),
  name: requiredText(60),
  measure: z.enum(LIGHT_MEASURES, { error: "required" }),
  type: z.enum(PROJECT_TYPES, { error: "required" }),
  yellowAt: threshold,
  redAt: threshold,
  fromMonth: requiredMonth,
});
export type LightRuleInput = z.infer<typeof lightRuleInput>;

export const ruleActivation = z.strictObject({ id: idInput, version: versionInput });
export type RuleActivation = z.infer<typeof ruleActivation>;
