"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/mutation/form-action";
import { guardMutation } from "@/app/mutation/guard";
import type { FormState } from "@/components/form/form-state";
import { type BatchAnswer, NO_ANSWER } from "@/components/return/draft/answer";
import { write } from "@/lib/audit/write";
import { ConflictError } from "@/lib/errors";
import { saveDraft, submitReturn, submitSameAsLast } from "@/lib/monthly-return/commands";
import { returnEntry, sameEntry } from "@/lib/monthly-return/input";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import { asTyped } from "@/lib/monthly-return/typed";
import { eachReturn } from "./batch";

const NEXT = "/updates?next=1";

/** Keeps what was typed so far, of one return or of many. */
export async function saveDraftsAction(_state: BatchAnswer, form: FormData): Promise<BatchAnswer> {
  if (!(await guardMutation())) return { ...NO_ANSWER, status: "refused" };
  return eachReturn("return.draft", form, returnEntry, saveDraft);
}

/** Hands several returns in: those that can be, each for itself. */
export async function submitReturnsAction(
  _state: BatchAnswer,
  form: FormData,
): Promise<BatchAnswer> {
  if (!(await guardMutation())) return { ...NO_ANSWER, status: "refused" };
  const answer = await eachReturn("return.submit", form, returnEntry, submitReturn);
  if (answer.status === "done") refresh();
  return answer;
}

/** 与上月一致 for several returns. */
export async function sameAsLastsAction(_state: BatchAnswer, form: FormData): Promise<BatchAnswer> {
  if (!(await guardMutation())) return { ...NO_ANSWER, status: "refused" };
  const answer = await eachReturn("return.submit", form, sameEntry, submitSameAsLast);
  if (answer.status === "done") refresh();
  return answer;
}

export async function submitReturnAction(_state: FormState, form: FormData) {
  return submit(form, returnEntry, async (viewer, entry) => {
    await inTypedWords(() => write((tx) => submitReturn(tx, viewer, entry)));
    redirect(NEXT);
  });
}

export async function sameAsLastAction(_state: FormState, form: FormData) {
  return submit(form, sameEntry, async (viewer, entry) => {
    await inTypedWords(() => write((tx) => submitSameAsLast(tx, viewer, entry)));
    redirect(NEXT);
  });
}

/** A conflict shows what stands as the form has it: amounts in 万元. */
async function inTypedWords<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof ConflictError) || !("month" in error.current)) throw error;
    const row = error.current as ReturnRow;
    throw new ConflictError({ ...asTyped(row), version: row.version });
  }
}
