"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { removeView, saveView } from "@/lib/view/commands";
import { newView, viewRemoval } from "@/lib/view/input";

export async function saveViewAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, newView, saveView);
}

export async function removeViewAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, viewRemoval, removeView);
}
