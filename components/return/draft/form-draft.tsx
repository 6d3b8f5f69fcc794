"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { useForm } from "@/components/form/action-form";
import { CONTENT_FIELDS, type ContentField, type TypedContent } from "@/lib/monthly-return/typed";
import type { ReturnWords } from "../words";
import { ConflictList } from "./conflict-list";
import type { Draft } from "./draft";
import { type Drafts, type DraftsView, newKey } from "./drafts";
import { SaveLine } from "./save-line";

type FormDraftProps = {
  /** The id of the form, which this stands outside of. */
  form: string;
  drafts: Drafts;
  view: DraftsView;
  draft: Draft;
  /** The key of the first attempt to hand in; another one follows each change. */
  requestKey: string;
  words: ReturnWords;
};

/** Ties a form to its draft: every stroke goes there, and what was merged or restored comes back. */
export function FormDraft({
  form: formId,
  drafts,
  view,
  draft,
  requestKey,
  words,
}: FormDraftProps) {
  const anchor = useRef<HTMLInputElement>(null);
  const { state } = useForm();
  const [key, setKey] = useState({ values: draft.values, requestKey });
  if (key.values !== draft.values) setKey({ values: draft.values, requestKey: newKey() });
  useEffect(() => {
    const form = anchor.current?.form;
    if (!form) return;
    const typed = () => drafts.type(new Map([[draft.projectId, typedIn(form)]]));
    form.addEventListener("input", typed);
    return () => form.removeEventListener("input", typed);
  }, [drafts, draft.projectId]);
  useEffect(() => {
    if (anchor.current?.form) show(anchor.current.form, draft.values);
  }, [draft.values]);
  useWaitingSubmit(drafts, anchor);
  const conflict = state.status === "conflict" ? Number(state.values.version) : 0;
  const faults = Object.entries(draft.errors);
  return (
    <div className="grid gap-1">
      <input
        ref={anchor}
        form={formId}
        type="hidden"
        name="version"
        value={Math.max(draft.version, conflict)}
        readOnly
      />
      <input type="hidden" form={formId} name="requestKey" value={key.requestKey} readOnly />
      <ConflictList
        draft={draft}
        words={words}
        onChoose={(field, choice) => drafts.choose(draft.projectId, field, choice)}
      />
      {state.status !== "invalid" && (draft.message || faults.length > 0) && (
        <p role="alert" className="text-red text-sm">
          {draft.message}{" "}
          {faults
            .map(([field, fault]) => `${words.fields[field as ContentField] ?? field}：${fault}`)
            .join(" ")}
        </p>
      )}
      <SaveLine view={view} words={words} />
    </div>
  );
}

/** A draft that is on its way is awaited before its return is handed in: the two would meet as a conflict. */
export function useWaitingSubmit(drafts: Drafts, anchor: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const form = anchor.current?.form;
    if (!form) return;
    const wait = (event: SubmitEvent) => {
      drafts.pause();
      const { running } = drafts;
      if (!running) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      running.then(() => setTimeout(() => form.requestSubmit()));
    };
    form.addEventListener("submit", wait);
    return () => form.removeEventListener("submit", wait);
  }, [drafts, anchor]);
}

function typedIn(form: HTMLFormElement): Partial<TypedContent> {
  const data = new FormData(form);
  const typed: Partial<TypedContent> = {};
  for (const field of CONTENT_FIELDS) {
    const text = data.get(field);
    if (typeof text === "string") typed[field] = text;
  }
  return typed;
}

function show(form: HTMLFormElement, values: TypedContent): void {
  for (const field of CONTENT_FIELDS) {
    const control = form.elements.namedItem(field);
    if (control && "value" in control && control.value !== values[field])
      control.value = values[field];
  }
}
