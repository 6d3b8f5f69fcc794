"use server";

import { redirect } from "next/navigation";
import { submit, submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { fillBatch, makeBatch } from "@/lib/change-request/batch/commands";
import { approveBatch, recordBatch, refuseBatch } from "@/lib/change-request/batch/decide";
import {
  batchApproved,
  batchMembers,
  batchRecorded,
  batchRefused,
  newBatch,
} from "@/lib/change-request/batch/input";
import { RuleError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";

export async function makeBatchAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, newBatch, async (viewer, input) => {
    if (input.request.length === 0) throw new RuleError("changesNone");
    const id = await write((tx) => makeBatch(tx, viewer, input));
    redirect(`/changes/batches/${id}` as "/");
  });
}

export async function leaveBatchAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, batchMembers, (tx, viewer, input) => fillBatch(tx, viewer, input, "out"));
}

export async function approveBatchAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, batchApproved, (tx, viewer, input) =>
    approveBatch(tx, viewer, input, translator(viewer.locale)),
  );
}

export async function recordBatchAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, batchRecorded, (tx, viewer, input) =>
    recordBatch(tx, viewer, input, translator(viewer.locale)),
  );
}

export async function refuseBatchAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, batchRefused, refuseBatch);
}
