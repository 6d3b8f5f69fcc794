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

const thresholdText = requiredText(8).regex(/^\d{1,4}(\.\d{1,2})?$/, { error: "threshold" });

/** The same as a form sends it: thresholds in 个百分点, per cent or days. */
export const lightRuleForm = lightRuleInput
  .extend({ yellowAt: thresholdText, redAt: thresholdText })
  .refine(({ measure, yellowAt }) => measure !== "milestones" || !yellowAt.includes("."), {
    error: "threshold",
    path: ["yellowAt"],
  })
  .refine(({ measure, redAt }) => measure !== "milestones" || !redAt.includes("."), {
    error: "threshold",
    path: ["redAt"],
  })
  .transform((typed): LightRuleInput => {
    const scale = typed.measure === "milestones" ? 1 : 100;
    return {
      ...typed,
      yellowAt: Math.round(Number(typed.yellowAt) * scale),
      redAt: Math.round(Number(typed.redAt) * scale),
    };
  });

/** A threshold as the form has it. */
export function thresholdTyped(measure: LightRuleInput["measure"], at: number): string {
  return String(measure === "milestones" ? at : at / 100);
}

/** A leader says why a proposed rule shall not decide. */
export const ruleDeclining = z.strictObject({
  id: idInput,
  version: versionInput,
  reason: requiredText(500),
});
export type RuleDeclining = z.infer<typeof ruleDeclining>;

export const ruleWithdrawal = z.strictObject({ id: idInput, version: versionInput });
export type RuleWithdrawal = z.infer<typeof ruleWithdrawal>;

export const ruleActivation = z.strictObject({ id: idInput, version: versionInput });
export type RuleActivation = z.infer<typeof ruleActivation>;
