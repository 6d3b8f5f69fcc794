"use server";

import { refresh } from "next/cache";
import { submitAndSay } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { write } from "@/lib/audit/write";
import { sendReminders } from "@/lib/notice/commands";
import { reminderInput } from "@/lib/notice/input";

export async function sendRemindersAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitAndSay(form, reminderInput, async (viewer, input, t) => {
    const told = await write((tx) => sendReminders(tx, viewer, input));
    refresh();
    return t("reminder.sent", told);
  });
}
