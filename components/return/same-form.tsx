"use client";

import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import type { ReturnWords } from "./return-form";

type SameFormProps = {
  open: OpenReturn;
  requestKey: string;
  action: FormAction;
  words: ReturnWords;
};

/** 与上月一致 in one click; a second time running it asks why. */
export function SameForm({ open, requestKey, action, words }: SameFormProps) {
  return (
    <ActionForm action={action} signInLabel={words.signIn} className="mb-4 grid gap-2 print:hidden">
      <input type="hidden" name="projectId" value={open.project.id} readOnly />
      <input type="hidden" name="month" value={open.month} readOnly />
      <input type="hidden" name="version" value={open.version} readOnly />
      <input type="hidden" name="requestKey" value={requestKey} readOnly />
      {open.reasonNeeded && <TextField name="sameReason" label={words.sameReason} required />}
      <p>
        <SubmitButton quiet>{words.same}</SubmitButton>
      </p>
    </ActionForm>
  );
}
