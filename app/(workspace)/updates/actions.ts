"use server";

import { redirect } from "next/navigation";
import { submit, submitAndSay } from "@/app/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { ConflictError } from "@/lib/errors";
import { saveDraft, submitReturn, submitSameAsLast } from "@/lib/monthly-return/commands";
import { returnEntry, sameEntry } from "@/lib/monthly-return/input";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";
import { asTyped } from "@/lib/monthly-return/typed";

const NEXT = "/updates?next=1";

/** Keeps what was typed; a success answers with the next version instead of a sentence. */
export async function saveDraftAction(_state: FormState, form: FormData) {
  return submitAndSay(form, returnEntry, async (viewer, entry) => {
    const saved = await inTypedWords(() => write((tx) => saveDraft(tx, viewer, entry)));
    return String(saved.version);
  });
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
