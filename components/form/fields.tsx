"use client";

import { type ReactNode, useId } from "react";
import { BUTTON, PRIMARY_BUTTON } from "../ui/button";
import { useForm } from "./action-form";
import type { FormState } from "./form-state";
import { SuggestInput, type SuggestInputProps } from "./suggest-input";

export type Option = { value: string; label: string };

type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  defaultValue?: string;
  required?: boolean;
  /** Shown for screen readers only, where the layout already says what the field is. */
  labelHidden?: boolean;
  /** Takes the focus when the form opens in the page. */
  focused?: boolean;
};

const INPUT =
  "w-full rounded-card border border-line-3 bg-surface px-2.5 py-1.5 text-ink aria-[invalid=true]:border-red max-sm:min-h-11 max-sm:text-[16px]";

/** One line of text; `type` as in HTML, `list` suggests values. */
export function TextField({
  type = "text",
  autoComplete,
  inputMode,
  placeholder,
  suggestions,
  ...field
}: FieldProps & {
  type?: "text" | "password" | "tel" | "date";
  autoComplete?: string;
  inputMode?: "text" | "decimal" | "numeric" | "tel";
  placeholder?: string;
  suggestions?: string[];
}) {
  const listId = useId();
  return (
    <Field {...field}>
      {(input) => (
        <>
          <input
            {...input}
            type={type}
            className={INPUT}
            autoComplete={autoComplete ?? "off"}
            inputMode={inputMode}
            placeholder={placeholder}
            list={suggestions ? listId : undefined}
          />
          {suggestions && (
            <datalist id={listId}>
              {suggestions.map((value) => (
                <option key={value} value={value} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export function TextAreaField({ rows = 4, ...field }: FieldProps & { rows?: number }) {
  return (
    <Field {...field}>{(input) => <textarea {...input} rows={rows} className={INPUT} />}</Field>
  );
}

/** One line of text that suggests what fits it; `none` says that nothing does. */
export function SuggestField({
  suggest,
  none,
  placeholder,
  ...field
}: FieldProps & Pick<SuggestInputProps, "suggest" | "none" | "placeholder">) {
  return (
    <Field {...field}>
      {(input) => (
        <SuggestInput
          {...input}
          label={field.label}
          className={INPUT}
          suggest={suggest}
          none={none}
          placeholder={placeholder}
        />
      )}
    </Field>
  );
}

export function SelectField({ options, ...field }: FieldProps & { options: Option[] }) {
  return (
    <Field {...field} options={options}>
      {(input) => (
        <select {...input} key={input.defaultValue} className={INPUT}>
          {options.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A tick box with its words behind it. */
export function CheckField({
  name,
  label,
  defaultChecked,
}: {
  name: string;
  label: string;
  defaultChecked?: boolean;
}) {
  const { state } = useForm();
  const sent = Object.keys(state.values).length > 0;
  return (
    <label className="flex items-center gap-2">
      <input
        type="checkbox"
        name={name}
        className="size-4 accent-accent"
        defaultChecked={sent ? state.values[name] !== undefined : defaultChecked}
      />
      {label}
    </label>
  );
}

/** A value that travels along: until a save succeeds the one last answered, so that a conflict is asked about once. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  const { state } = useForm();
  const kept = state.values[name];
  return (
    <input type="hidden" name={name} value={typeof kept === "string" ? kept : value} readOnly />
  );
}

type SubmitButtonProps = {
  children: ReactNode;
  quiet?: boolean;
  /** What is sent along, where a form has several buttons. */
  name?: string;
  value?: string;
  /** The id of the form, where the button stands outside it. */
  form?: string;
};

export function SubmitButton({ children, quiet, name, value, form }: SubmitButtonProps) {
  const { pending } = useForm();
  return (
    <button
      type="submit"
      form={form}
      name={name}
      value={value}
      aria-disabled={pending}
      onClick={(event) => pending && event.preventDefault()}
      className={`${quiet ? BUTTON : PRIMARY_BUTTON} aria-disabled:opacity-60`}
    >
      {children}
    </button>
  );
}

type InputProps = {
  id: string;
  name: string;
  defaultValue: string;
  required: boolean | undefined;
  autoFocus: boolean | undefined;
  "aria-invalid": boolean;
  "aria-describedby": string | undefined;
};

function Field({
  name,
  label,
  hint,
  defaultValue = "",
  required,
  labelHidden,
  focused,
  options,
  children,
}: FieldProps & { options?: Option[]; children: (input: InputProps) => ReactNode }) {
  const id = useId();
  const { state } = useForm();
  const kept = state.values[name];
  const error = state.errors[name];
  const current = currentSentence(state, name, options);
  const noteId = `${id}-note`;
  const hasNote = Boolean(error ?? current ?? hint);
  return (
    <div className="min-w-0">
      <label htmlFor={id} className={labelHidden ? "sr-only" : "mb-1 block text-sm text-ink-2"}>
        {label}
        {required && (
          <span aria-hidden className="text-red">
            {" "}
            *
          </span>
        )}
      </label>
      {children({
        id,
        name,
        defaultValue: typeof kept === "string" ? kept : defaultValue,
        required,
        autoFocus: focused,
        "aria-invalid": error !== undefined || current !== undefined,
        "aria-describedby": hasNote ? noteId : undefined,
      })}
      {hasNote && (
        <p id={noteId} className={`mt-1 text-xs ${error || current ? "text-red" : "text-ink-3"}`}>
          {error ?? current ?? hint}
        </p>
      )}
    </div>
  );
}

/** After a conflict, what stands now, in words: codes by the labels of the options. Undefined where nothing differs. */
export function currentSentence(
  { current, currentWords }: FormState,
  name: string,
  options?: Option[],
): string | undefined {
  const value = current[name];
  if (value === undefined) return undefined;
  const labels = options
    ? value.split(",").map((code) => options.find((option) => option.value === code)?.label ?? code)
    : [value];
  return currentWords.label + (value === "" ? currentWords.empty : labels.join("、"));
}
