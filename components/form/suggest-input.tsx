"use client";

import { type KeyboardEvent, useEffect, useState } from "react";

/** What is put into the field when it is picked, and what stands behind it in the list. */
export type Suggestion = { value: string; note?: string | number };

export type SuggestInputProps = {
  id: string;
  name: string;
  label: string;
  placeholder: string;
  /** The sentence where nothing fits. */
  none: string;
  defaultValue: string;
  /** What fits the typed text, best first. */
  suggest: (typed: string, signal: AbortSignal) => Promise<Suggestion[]>;
  onPick?: (form: HTMLFormElement | null) => void;
  className: string;
  required?: boolean | undefined;
  autoFocus?: boolean | undefined;
  "aria-invalid"?: boolean;
  "aria-describedby"?: string | undefined;
};

/** A text field that suggests what fits the typed text: by pointer, or by arrows and Enter. */
export function SuggestInput(props: SuggestInputProps) {
  const { label, none, defaultValue, suggest, onPick, ...field } = props;
  const { id } = field;
  const [typed, setTyped] = useState(defaultValue);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const options = useSuggestions(suggest, open ? typed : null);
  const pick = ({ value }: Suggestion) => {
    const input = document.getElementById(id) as HTMLInputElement;
    input.value = value;
    setTyped(value);
    setOpen(false);
    setAt(-1);
    onPick?.(input.form);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setOpen(true);
      setAt(Math.max(-1, Math.min(at + step, (options?.length ?? 0) - 1)));
    }
    const option = event.key === "Enter" ? meant(typed, options ?? [], at) : undefined;
    if (option) {
      event.preventDefault();
      pick(option);
    }
  };
  return (
    <>
      <input
        {...field}
        role="combobox"
        aria-expanded={Boolean(options?.length)}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onClick={() => setOpen(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          setOpen(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="mt-1.5 empty:mt-0">
        {options?.map((option, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: The field keeps the focus and names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: Arrows and Enter work in the field.
          <div
            key={option.value}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onClick={() => pick(option)}
            className="flex min-h-7 cursor-pointer items-center rounded-[4px] px-2 hover:bg-row aria-selected:bg-accent-soft max-sm:min-h-11"
          >
            {option.value}
            <span className="ml-auto pl-2 text-ink-3 text-xs">{option.note}</span>
          </div>
        ))}
      </div>
      {options?.length === 0 && typed !== "" && <p className="text-ink-3 text-xs">{none}</p>}
    </>
  );
}

/** The option the arrows point at; without arrows the first one, unless a whole name was typed. */
function meant(typed: string, options: Suggestion[], at: number): Suggestion | undefined {
  if (at >= 0) return options[at];
  const whole = typed === "" || options.some(({ value }) => value === typed);
  return whole ? undefined : options[0];
}

const PAUSE_MS = 120;

/** What fits the typed text, a moment after the last key; null until it is known, and while the list is closed. */
function useSuggestions(
  suggest: SuggestInputProps["suggest"],
  typed: string | null,
): Suggestion[] | null {
  const [options, setOptions] = useState<Suggestion[] | null>(null);
  useEffect(() => {
    if (typed === null) return setOptions(null);
    const asked = new AbortController();
    const timer = setTimeout(() => {
      suggest(typed, asked.signal).then(setOptions, () => {});
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [suggest, typed]);
  return options;
}
