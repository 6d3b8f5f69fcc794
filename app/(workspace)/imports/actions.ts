"use server";

import { submitForm } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { abandonImport, decide, describeImport } from "@/lib/import/commands";
import { decisionInput, importDescription, importRevert, importStep } from "@/lib/import/input";
import { publishImport } from "@/lib/import/publish/commands";
import { revertImport } from "@/lib/import/publish/revert";

export async function decideAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, decisionInput, decide);
}

export async function describeImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, importDescription, describeImport);
}

export async function publishImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, importStep, publishImport);
}

export async function abandonImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, importStep, abandonImport);
}

export async function revertImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, importRevert, revertImport);
}
