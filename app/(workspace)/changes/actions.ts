"use server";

import { redirect } from "next/navigation";
import { submit, submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import {
  askAddition,
  askChange,
  checkChange,
  refuseChange,
  withdrawChange,
} from "@/lib/change-request/commands";
import { approveChange, recordDecision } from "@/lib/change-request/decide";
import {
  additionAsked,
  changeAsked,
  changeChecked,
  changeRecorded,
  changeRefused,
  changeStep,
} from "@/lib/change-request/input";

export async function askChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, changeAsked, async (viewer, input) => {
    const id = await write((tx) => askChange(tx, viewer, input));
    redirect(`/changes/${id}` as "/");
  });
}

export async function askAdditionAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, additionAsked, async (viewer, input) => {
    const id = await write((tx) => askAddition(tx, viewer, input));
    redirect(`/changes/${id}` as "/");
  });
}

export async function checkChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeChecked, checkChange);
}

export async function approveChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeChecked, approveChange);
}

export async function recordChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeRecorded, recordDecision);
}

/** The reviewer, when checking. */
export async function returnChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeRefused, (tx, viewer, input) =>
    refuseChange(tx, viewer, input, "change.check"),
  );
}

/** The leader, when deciding. */
export async function refuseChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeRefused, (tx, viewer, input) =>
    refuseChange(tx, viewer, input, "change.decide"),
  );
}

export async function withdrawChangeAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, changeStep, withdrawChange);
}
