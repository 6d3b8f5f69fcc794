"use server";

import { redirect } from "next/navigation";
import { submit, submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { closeProblem, raiseProblem, reopenProblem, updateProblem } from "@/lib/problem/commands";
import { newProblem, problemClosing, problemReopening, problemUpdate } from "@/lib/problem/input";

export async function raiseProblemAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, newProblem, async (viewer, input) => {
    const id = await write((tx) => raiseProblem(tx, viewer, input));
    redirect(`/problems/${id}`);
  });
}

export async function updateProblemAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, problemUpdate, updateProblem);
}

export async function closeProblemAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, problemClosing, closeProblem);
}

export async function reopenProblemAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, problemReopening, reopenProblem);
}
