"use client";

import { useRef } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import type { Drafts } from "./draft/drafts";
import { useWaitingSubmit } from "./draft/form-draft";
import type { ReturnWords } from "./words";

type SameFormProps = {
  open: OpenReturn;
  drafts: Drafts;
  version: number;
  requestKey: string;
  action: FormAction;
  words: ReturnWords;
};

/** 与上月一致 in one click; a second time running it asks why. */
export function SameForm({ open, drafts, version, requestKey, action, words }: SameFormProps) {
  const anchor = useRef<HTMLInputElement>(null);
  useWaitingSubmit(drafts, anchor);
  return (
    <ActionForm action={action} signInLabel={words.signIn} className="mb-4 grid gap-2 print:hidden">
      <input ref={anchor} type="hidden" name="projectId" value={open.project.id} readOnly />
      <input type="hidden" name="month" value={open.month} readOnly />
      <input type="hidden" name="version" value={version} readOnly />
      <input type="hidden" name="requestKey" value={requestKey} readOnly />
      {open.reasonNeeded && <TextField name="sameReason" label={words.sameReason} required />}
      <p>
        <SubmitButton quiet>{words.same}</SubmitButton>
      </p>
    </ActionForm>
  );
}
