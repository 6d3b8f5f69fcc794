"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { renameOrganization, setKind } from "@/lib/organization/edit/commands";
import * as input from "@/lib/organization/input";
import { decideLink, linkUnits } from "@/lib/organization/link/commands";
import { mergeUnits } from "@/lib/organization/merge/commands";
import { unmergeUnits } from "@/lib/organization/merge/undo";

export async function decideLinkAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, input.linkDecision, decideLink);
}

export async function linkUnitsAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, input.newLink, linkUnits);
}

export async function setKindAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, input.kindChange, setKind);
}

export async function renameAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, input.renaming, renameOrganization);
}

export async function mergeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, input.merging, mergeUnits);
}

export async function unmergeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, input.unmerging, unmergeUnits);
}
