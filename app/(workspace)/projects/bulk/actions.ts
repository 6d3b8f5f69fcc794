"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { submit } from "@/app/mutation/form-action";
import { guardMutation } from "@/app/mutation/guard";
import { currentViewer } from "@/app/session";
import { type BulkState, NO_WORKBOOK } from "@/components/bulk-edit/bulk-state";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { applyBulkEdit } from "@/lib/bulk-edit/commands";
import { bulkEdit } from "@/lib/bulk-edit/input";
import { translator } from "@/lib/language/translator";
import { compared } from "./compared";

export async function compareWorkbookAction(_state: BulkState, form: FormData): Promise<BulkState> {
  if (!(await guardMutation())) return { ...NO_WORKBOOK, status: "refused" };
  const viewer = await currentViewer();
  if (!viewer) return { ...NO_WORKBOOK, status: "signedOut" };
  return compared(viewer, form.get("file"));
}

export async function applyBulkAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, bulkEdit, async (viewer, input) => {
    const t = translator(viewer.locale);
    const { batchId, requests } = await write((tx) => applyBulkEdit(tx, viewer, input, t));
    // What is controlled was only asked for: its batch, or the list of requests, says what waits.
    if (batchId !== null) redirect(`/changes/batches/${batchId}` as "/");
    if (requests > 0) redirect("/changes");
    refresh();
  });
}
