"use client";

import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SelectField, SubmitButton, TextAreaField, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { BUTTON } from "@/components/ui/button";
import { formatWan } from "@/lib/money";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import type { ContentField } from "@/lib/monthly-return/typed";
import type { Draft } from "./draft/draft";
import type { Drafts, DraftsView } from "./draft/drafts";
import { FormDraft } from "./draft/form-draft";
import { fill } from "./fill";
import { LightChoice } from "./light-choice";
import { MoneyFields, totalsOf } from "./money-fields";
import type { ReturnWords } from "./words";

type ReturnFormProps = {
  open: OpenReturn;
  maySubmit: boolean;
  requestKey: string;
  words: ReturnWords;
  drafts: Drafts;
  view: DraftsView;
  draft: Draft;
  submit: FormAction;
  /** The files of the return, with forms of their own. */
  children: ReactNode;
};

const FORM = "return";

/** One return, made for a thumb: what changes each month on top, the rest folded away. */
export function ReturnForm(props: ReturnFormProps) {
  const { open, words, draft, submit } = props;
  const of = (name: ContentField) => ({
    name,
    label: words.fields[name],
    defaultValue: open.values[name],
  });
  return (
    <ActionForm
      id={FORM}
      action={submit}
      signInLabel={words.signIn}
      className="grid gap-3"
      behind={<Foot {...props} />}
    >
      <input type="hidden" name="projectId" value={open.project.id} readOnly />
      <input type="hidden" name="month" value={open.month} readOnly />
      <TextField
        {...of("completedFen")}
        inputMode="decimal"
        hint={toDate(open, draft, words)}
        focused
      />
      <LightChoice {...of("selfLight")} options={words.lights} />
      <TextAreaField {...of("progressText")} rows={3} />
      <TextAreaField {...of("issues")} hint={words.none} rows={2} />
      <SelectField {...of("stage")} options={words.stages} />
      <details className="rounded-card border border-line px-3 py-1">
        <summary className="min-h-11 content-center">{words.more}</summary>
        <div className="grid gap-3 pb-3">
          <TextField {...of("stageOn")} type="date" />
          <TextField {...of("progressPercent")} inputMode="numeric" />
          <MoneyFields open={open} values={draft.values} words={words} />
          <TextField {...of("amountNote")} />
          <TextAreaField {...of("nextPlan")} rows={2} />
          <TextField {...of("headOfUnit")} />
        </div>
      </details>
    </ActionForm>
  );
}

/** The files, and below everything, where a thumb reaches it: how saving goes and what can be done. */
function Foot(props: ReturnFormProps) {
  const { maySubmit, requestKey, words, drafts, view, draft, children } = props;
  return (
    <>
      {children}
      <div className="sticky bottom-0 mt-4 grid gap-2 border-line border-t bg-paper py-3 print:hidden">
        <FormDraft
          form={FORM}
          drafts={drafts}
          view={view}
          draft={draft}
          requestKey={requestKey}
          words={words}
        />
        <div className="grid grid-cols-[2fr_3fr] gap-2.5">
          <button type="button" onClick={() => drafts.flush()} className={BUTTON}>
            {words.save}
          </button>
          {maySubmit && <SubmitButton form={FORM}>{words.submit}</SubmitButton>}
        </div>
      </div>
    </>
  );
}

/** 自开工累计 with what is typed, and its share; nothing while the opening balance is unknown. */
function toDate(open: OpenReturn, draft: Draft, words: ReturnWords): string | undefined {
  const { totalFen } = totalsOf("completed", open, draft.values);
  if (totalFen === null) return undefined;
  const total = formatWan(totalFen);
  const whole = open.project.totalInvestmentFen;
  if (whole === null || whole === 0) return fill(words.toDate, { total });
  return fill(words.toDateOf, { total, share: `${((totalFen / whole) * 100).toFixed(1)}%` });
}
