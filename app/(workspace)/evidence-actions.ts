"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { removeEvidence } from "@/lib/evidence/commands";
import { evidenceRemoval } from "@/lib/evidence/input";

export async function removeEvidenceAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, evidenceRemoval, removeEvidence);
}
