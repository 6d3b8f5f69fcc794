"use client";

import { useId } from "react";
import { useForm } from "./action-form";
import { currentSentence, type Option } from "./fields";

type CheckGroupProps = {
  name: string;
  label: string;
  hint?: string;
  options: Option[];
  defaultValues: string[];
};

/** Several of a closed list, under one name. */
export function CheckGroup({ name, label, hint, options, defaultValues }: CheckGroupProps) {
  const { state } = useForm();
  const noteId = useId();
  const sent = Object.keys(state.values).length > 0;
  const chosen = sent ? [state.values[name] ?? []].flat() : defaultValues;
  const fault = state.errors[name] ?? currentSentence(state, name, options);
  return (
    <fieldset className="min-w-0" aria-describedby={fault || hint ? noteId : undefined}>
      <legend className="mb-1 text-ink-2 text-sm">{label}</legend>
      <div className="flex flex-wrap gap-x-4 gap-y-1">
        {options.map((option) => (
          <label key={option.value} className="flex items-center gap-1.5 max-sm:min-h-11">
            <input
              type="checkbox"
              name={name}
              value={option.value}
              className="size-4 accent-accent"
              defaultChecked={chosen.includes(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
      {(fault || hint) && (
        <p id={noteId} className={`mt-1 text-xs ${fault ? "text-red" : "text-ink-3"}`}>
          {fault ?? hint}
        </p>
      )}
    </fieldset>
  );
}

/** A question that only some answers raise: shown once the server asks it. */
export function ConfirmField({ name, label }: { name: string; label: string }) {
  const { state } = useForm();
  const noteId = useId();
  const question = state.errors[name];
  const answered = state.values[name] !== undefined;
  if (!question && !answered) return null;
  return (
    <div className="rounded-card border border-line-3 bg-surface px-3 py-2">
      {question && (
        <p id={noteId} className="mb-1 text-red">
          {question}
        </p>
      )}
      <label className="flex items-center gap-2 max-sm:min-h-11">
        <input
          type="checkbox"
          name={name}
          className="size-4 accent-accent"
          defaultChecked={answered}
          aria-invalid={question !== undefined}
          aria-describedby={question ? noteId : undefined}
        />
        {label}
      </label>
    </div>
  );
}
