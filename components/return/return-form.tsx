"use client";

import { ActionForm } from "@/components/form/action-form";
import {
  type Option,
  SelectField,
  SubmitButton,
  TextAreaField,
  TextField,
} from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import { Autosave } from "./autosave";
import { LightChoice } from "./light-choice";

type Word =
  | "completed"
  | "light"
  | "progress"
  | "issues"
  | "nextPlan"
  | "stage"
  | "stageOn"
  | "paid"
  | "percent"
  | "amountNote"
  | "head"
  | "more"
  | "none"
  | "save"
  | "submit"
  | "same"
  | "sameReason"
  | "saved"
  | "kept"
  | "restored"
  | "signIn";
export type ReturnWords = Record<Word, string> & { stages: Option[]; lights: Option[] };

type ReturnFormProps = {
  open: OpenReturn;
  requestKey: string;
  words: ReturnWords;
  save: FormAction;
  submit: FormAction;
};

/** One return, made for a thumb: what changes each month on top, the rest folded away. */
export function ReturnForm({ open, requestKey, words, save, submit }: ReturnFormProps) {
  const { values, project, month } = open;
  const of = (name: string) => ({ name, defaultValue: values[name] ?? "" });
  return (
    <ActionForm action={submit} signInLabel={words.signIn} className="grid gap-3">
      <input type="hidden" name="projectId" value={project.id} readOnly />
      <input type="hidden" name="month" value={month} readOnly />
      <TextField {...of("completedFen")} label={words.completed} inputMode="decimal" focused />
      <LightChoice
        label={words.light}
        options={words.lights}
        defaultValue={values.selfLight ?? ""}
      />
      <TextAreaField {...of("progressText")} label={words.progress} rows={3} />
      <TextAreaField {...of("issues")} label={words.issues} hint={words.none} rows={2} />
      <SelectField {...of("stage")} label={words.stage} options={words.stages} />
      <details className="rounded-card border border-line px-3 py-1">
        <summary className="min-h-11 content-center">{words.more}</summary>
        <div className="grid gap-3 pb-3">
          <TextField {...of("stageOn")} label={words.stageOn} type="date" />
          <TextField {...of("progressPercent")} label={words.percent} inputMode="numeric" />
          <TextField {...of("paidFen")} label={words.paid} inputMode="decimal" />
          <TextField {...of("amountNote")} label={words.amountNote} />
          <TextAreaField {...of("nextPlan")} label={words.nextPlan} rows={2} />
          <TextField {...of("headOfUnit")} label={words.head} />
        </div>
      </details>
      <div className="sticky bottom-0 grid grid-cols-[auto_1fr] items-center gap-2 border-line border-t bg-paper py-3 [&>p]:col-span-2 print:hidden">
        <Autosave
          place={`return ${project.id} ${month}`}
          version={open.version}
          requestKey={requestKey}
          save={save}
          words={words}
        />
        <SubmitButton>{words.submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
