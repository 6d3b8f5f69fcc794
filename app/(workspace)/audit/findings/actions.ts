"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { submit, submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import {
  answerFinding,
  closeFinding,
  raiseFinding,
  rectifyFinding,
  returnFinding,
} from "@/lib/finding/commands";
import {
  findingAnswer,
  findingClosing,
  findingRectification,
  findingReturn,
  newFinding,
} from "@/lib/finding/input";

export async function raiseFindingAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, newFinding, async (viewer, input) => {
    const id = await write((tx) => raiseFinding(tx, viewer, input));
    redirect(`/audit/findings/${id}`);
  });
}

export async function answerFindingAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, findingAnswer, answerFinding);
}

export async function rectifyFindingAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, findingRectification, async (viewer, input) => {
    const file = form.get("file");
    const chosen = file instanceof File && file.size > 0 ? file : null;
    const evidence = chosen && {
      name: chosen.name,
      content: new Uint8Array(await chosen.arrayBuffer()),
    };
    await write((tx) => rectifyFinding(tx, viewer, input, evidence));
    refresh();
  });
}

export async function returnFindingAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, findingReturn, returnFinding);
}

export async function closeFindingAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, findingClosing, closeFinding);
}
