"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { correctionInput, reviewerLightInput } from "@/lib/monthly-return/input";
import { askCorrection, setReviewerLight } from "@/lib/monthly-return/review/commands";
import {
  correctionDecision,
  decideCorrection,
  inWords,
  reviewInput,
  reviewReturns,
} from "@/lib/monthly-return/review/many";

export async function reviewReturnsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, reviewInput, reviewReturns);
}

export async function setLightAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, reviewerLightInput, (tx, viewer, input) =>
    inWords(() => setReviewerLight(tx, viewer, input)),
  );
}

export async function askCorrectionAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, correctionInput, (tx, viewer, input) =>
    inWords(() => askCorrection(tx, viewer, input)),
  );
}

export async function decideCorrectionAction(
  _state: FormState,
  form: FormData,
): Promise<FormState> {
  return submitForm(form, correctionDecision, (tx, viewer, input) =>
    inWords(() => decideCorrection(tx, viewer, input)),
  );
}
