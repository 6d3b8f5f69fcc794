"use server";

import { redirect } from "next/navigation";
import { submit } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { enterProject, enterSubProject } from "@/lib/project/entry/commands";
import { newProject, newSubProject } from "@/lib/project/entry/input";

export async function enterProjectAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, newProject, async (viewer, input) => {
    const id = await write((tx) => enterProject(tx, viewer, input));
    redirect(`/projects/${id}`);
  });
}

export async function enterSubProjectAction(_state: FormState, form: FormData): Promise<FormState> {
  return submit(form, newSubProject, async (viewer, input) => {
    await write((tx) => enterSubProject(tx, viewer, input));
    redirect(`/projects/${input.parentId}?tab=sub`);
  });
}
