"use client";

import { useActionState } from "react";
import type { FormAction } from "@/components/form/form-state";
import { BulkChanges, type BulkWords } from "./bulk-changes";
import { type BulkState, NO_WORKBOOK } from "./bulk-state";

type BulkEditProps = {
  words: BulkWords;
  compare: (state: BulkState, form: FormData) => Promise<BulkState>;
  apply: FormAction;
};

/** Brings an edited workbook back: first the comparison, then what is to be written. */
export function BulkEdit({ words, compare, apply }: BulkEditProps) {
  const [state, send, pending] = useActionState(compare, NO_WORKBOOK);
  const message = state.status === "signedOut" ? words.signedOut : state.message;
  return (
    <>
      <form action={send} className="flex flex-wrap items-end gap-3">
        <label className="grid gap-1">
          <span className="text-ink-2 text-sm">{words.file}</span>
          <input
            type="file"
            name="file"
            required
            accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
            className="rounded-card border border-line-3 bg-surface px-2.5 py-1.5 max-sm:min-h-11"
          />
        </label>
        <button
          type="submit"
          disabled={pending}
          aria-busy={pending}
          className="rounded-card bg-accent px-3.5 py-1.75 text-on-accent disabled:opacity-60 max-sm:min-h-11"
        >
          {words.read}
        </button>
      </form>
      <div role={state.status === "compared" ? "status" : "alert"}>
        {message && (
          <p className="mt-3 rounded-card border border-line bg-surface px-3 py-2">{message}</p>
        )}
        {state.faults.length > 0 && (
          <ul className="mt-3 rounded-card border border-red bg-surface px-3 py-2 text-red">
            {state.faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        )}
      </div>
      {state.projects.length > 0 && (
        <BulkChanges
          key={JSON.stringify(state.projects.map(({ id, version }) => [id, version]))}
          words={words}
          projects={state.projects}
          context={state.context}
          apply={apply}
        />
      )}
    </>
  );
}
