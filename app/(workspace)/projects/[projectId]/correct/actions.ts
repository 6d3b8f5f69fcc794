"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { correctProject } from "@/lib/project/correction/commands";
import { correction } from "@/lib/project/correction/input";

export async function correctAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, correction, async (viewer, input) => {
    await write((tx) => correctProject(tx, viewer, input));
    redirect(`/projects/${input.id}?tab=history`);
  });
}
