"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import {
  activateLightRule,
  declineLightRule,
  proposeLightRule,
  withdrawLightRule,
} from "@/lib/light/commands";
import { lightRuleForm, ruleActivation, ruleDeclining, ruleWithdrawal } from "@/lib/light/input";

export async function proposeRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, lightRuleForm, proposeLightRule);
}

export async function activateRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, ruleActivation, activateLightRule);
}

export async function declineRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, ruleDeclining, declineLightRule);
}

export async function withdrawRuleAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, ruleWithdrawal, withdrawLightRule);
}
