"use server";

import { submitForm } from "@/app/mutation/form-action";
import type { FormState } from "@/components/form/form-state";
import { readNotices } from "@/lib/notice/commands";
import { noticeReading } from "@/lib/notice/input";

export async function readNoticesAction(_state: FormState, form: FormData): Promise<FormState> {
  return submitForm(form, noticeReading, readNotices);
}
