"use client";

import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import type { FormAction } from "@/components/form/form-state";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import type { BatchAction } from "./draft/answer";
import { Drafts } from "./draft/drafts";
import { ReturnForm } from "./return-form";
import { SameForm } from "./same-form";
import type { ReturnWords } from "./words";

type ReturnEditorProps = {
  open: OpenReturn;
  maySubmit: boolean;
  /** Whose drafts the device keeps. */
  viewerId: number;
  requestKeys: { submit: string; same: string };
  words: ReturnWords;
  save: BatchAction;
  submit: FormAction;
  same: FormAction;
  /** The files of the return. */
  children: ReactNode;
};

/** One return: 与上月一致 in one click, or the form, around the same draft. */
export function ReturnEditor({ open, requestKeys, words, ...rest }: ReturnEditorProps) {
  const { maySubmit, viewerId, save, submit, same, children } = rest;
  const [drafts] = useState(() => {
    const { project, month, version, values } = open;
    return new Drafts([{ projectId: project.id, month, version, values }], save, viewerId);
  });
  const view = useSyncExternalStore(drafts.subscribe, drafts.view, drafts.view);
  useEffect(() => drafts.start(), [drafts]);
  const [draft] = view.drafts;
  if (!draft) return null;
  return (
    <>
      {maySubmit && open.hasPrevious && (
        <SameForm
          open={open}
          drafts={drafts}
          version={draft.version}
          requestKey={requestKeys.same}
          action={same}
          words={words}
        />
      )}
      <ReturnForm
        open={open}
        maySubmit={maySubmit}
        requestKey={requestKeys.submit}
        words={words}
        drafts={drafts}
        view={view}
        draft={draft}
        submit={submit}
      >
        {children}
      </ReturnForm>
    </>
  );
}
