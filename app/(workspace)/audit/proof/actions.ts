"use server";

import { refresh } from "next/cache";
import { z } from "zod";
import { submitAndSay, submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { checkCheckpoint } from "@/lib/audit/checkpoint/check";
import { addCheckpointOnRequest } from "@/lib/audit/checkpoint/commands";
import { startVerification } from "@/lib/audit/checkpoint/running";
import { write } from "@/lib/audit/write";
import { formatInstant } from "@/lib/dates";
import { RuleError } from "@/lib/errors";

const nothing = z.strictObject({});
const uploaded = z.strictObject({ checkpoint: z.string().default("") });
const CHECKPOINT_BYTES_MAX = 10_000;

export async function verifyNowAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, nothing, async (viewer, _input, t) => {
    await startVerification(viewer);
    refresh();
    return t("proof.started");
  });
}

export async function addCheckpointAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, nothing, (tx, viewer) => addCheckpointOnRequest(tx, viewer));
}

export async function checkCheckpointAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, uploaded, async (viewer, _input, t) => {
    const file = form.get("checkpoint");
    const chosen = file instanceof File && file.size <= CHECKPOINT_BYTES_MAX;
    const text = chosen ? await file.text() : "";
    const { checkpoint, broken, restored } = await write((tx) => checkCheckpoint(tx, viewer, text));
    refresh();
    const { seq, head } = checkpoint;
    const at = formatInstant(checkpoint.recordedAt);
    if (broken) throw new RuleError(`checkpoint_${broken.reason}`, { seq, at });
    return t(restored > 0 ? "proof.checkedRestored" : "proof.checked", { seq, at, head });
  });
}
