"use server";

import { refresh } from "next/cache";
import { submit } from "@/app/mutation/form-action";
import { guardMutation } from "@/app/mutation/guard";
import { currentViewer } from "@/app/session";
import { type BulkState, NO_WORKBOOK } from "@/components/bulk-edit/bulk-state";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { translator } from "@/lib/language/translator";
import { applyReturnEdits } from "@/lib/monthly-return/workbook/commands";
import { returnEdits } from "@/lib/monthly-return/workbook/input";
import { taken } from "./taken";

export async function takeWorkbookAction(_state: BulkState, form: FormData): Promise<BulkState> {
  if (!(await guardMutation())) return { ...NO_WORKBOOK, status: "refused" };
  const viewer = await currentViewer();
  if (!viewer) return { ...NO_WORKBOOK, status: "signedOut" };
  const state = await taken(viewer, form.get("file"));
  if (state.status === "compared") refresh();
  return state;
}

export async function applyWorkbookAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, returnEdits, async (viewer, input) => {
    await write((tx) => applyReturnEdits(tx, viewer, input, translator(viewer.locale)));
    refresh();
  });
}
