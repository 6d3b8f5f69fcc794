"use client";

import { useId } from "react";
import { useForm } from "../form/action-form";

type FileFieldProps = { name: string; label: string; accept: string; hint?: string };

/** One file to choose. */
export function FileField({ name, label, accept, hint }: FileFieldProps) {
  const { state } = useForm();
  const id = useId();
  const fault = state.errors[name];
  const note = fault ?? hint;
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-ink-2 text-sm">
        {label}
      </label>
      <input
        id={id}
        type="file"
        name={name}
        accept={accept}
        aria-invalid={fault !== undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="max-w-full rounded-card border border-line-3 bg-surface px-2.5 py-1.5 aria-[invalid=true]:border-red max-sm:min-h-11"
      />
      {note && (
        <p id={`${id}-note`} className={`mt-1 text-xs ${fault ? "text-red" : "text-ink-3"}`}>
          {note}
        </p>
      )}
    </div>
  );
}
