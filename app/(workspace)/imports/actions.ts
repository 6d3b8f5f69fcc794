"use server";

import { refresh } from "next/cache";
import { refusalSentence } from "@/app/answers/refusal";
import { submit, submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { read } from "@/db/client";
import type { Viewer } from "@/lib/auth/actor";
import { abandonImport, decide, describeImport } from "@/lib/import/commands";
import { decisionInput, importDescription, importRevert, importStep } from "@/lib/import/input";
import { publishImport } from "@/lib/import/publish/commands";
import { runBatch } from "@/lib/import/publish/in-background";
import { revertImport } from "@/lib/import/publish/revert";
import { loadImport } from "@/lib/import/queries";
import { translator } from "@/lib/language/translator";

export async function decideAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, decisionInput, decide);
}

export async function describeImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, importDescription, describeImport);
}

export async function publishImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, importStep, async (viewer, input) => {
    const row = await read((tx) => loadImport(tx, viewer, input.importId));
    await runBatch(
      "publishing",
      row,
      (tx, onProgress) => publishImport(tx, viewer, input, onProgress),
      sentences(viewer),
    );
    refresh();
  });
}

export async function abandonImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, importStep, abandonImport);
}

export async function revertImportAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, importRevert, async (viewer, input) => {
    const row = await read((tx) => loadImport(tx, viewer, input.importId));
    await runBatch(
      "reverting",
      row,
      (tx, onProgress) => revertImport(tx, viewer, input, onProgress),
      sentences(viewer),
    );
    refresh();
  });
}

const sentences = (viewer: Viewer) => (error: unknown) =>
  refusalSentence(translator(viewer.locale), error);
