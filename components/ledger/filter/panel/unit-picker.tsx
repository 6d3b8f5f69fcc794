"use client";

import { type KeyboardEvent, useEffect, useId, useState } from "react";
import { type FacetAnswer, loadFacet } from "./panel";

type UnitPickerProps = { label: string; hint: string; none: string; chosen: string };

/** A text field for a unit's name that suggests the units found by Chinese or by pinyin initials. */
export function UnitPicker({ label, hint, none, chosen }: UnitPickerProps) {
  const id = useId();
  const [typed, setTyped] = useState(chosen);
  const [touched, setTouched] = useState(false);
  const [at, setAt] = useState(-1);
  const options = useSuggestions(touched ? typed : null);
  const pick = (option: FacetAnswer | undefined, input: HTMLInputElement) => {
    if (!option) return;
    input.value = option.value;
    setTyped(option.value);
    input.form?.requestSubmit();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      setTouched(true);
      setAt(Math.max(-1, Math.min(at + step, (options?.length ?? 0) - 1)));
    }
    const option = event.key === "Enter" ? meant(typed, options ?? [], at) : undefined;
    if (option) {
      event.preventDefault();
      pick(option, event.currentTarget);
    }
  };
  return (
    <>
      <label htmlFor={id} className="mb-1 block text-ink-2 text-sm">
        {label}
      </label>
      <input
        id={id}
        name="unit"
        role="combobox"
        aria-expanded={Boolean(options?.length)}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        autoComplete="off"
        maxLength={100}
        value={typed}
        placeholder={hint}
        onFocus={() => setTouched(true)}
        onChange={(event) => {
          setTyped(event.target.value);
          setTouched(true);
          setAt(-1);
        }}
        onKeyDown={onKeyDown}
        className="w-full rounded-card border border-line-3 bg-surface px-2.5 py-1.5 max-sm:min-h-11 max-sm:text-[16px]"
      />
      <div id={`${id}-list`} role="listbox" aria-label={label} className="mt-1.5">
        {options?.map((option, place) => (
          // biome-ignore lint/a11y/useFocusableInteractive: The field keeps the focus and names the active option.
          // biome-ignore lint/a11y/useKeyWithClickEvents: Arrows and Enter work in the field.
          <div
            key={option.value}
            id={`${id}-${place}`}
            role="option"
            aria-selected={place === at}
            onClick={(event) => {
              const input = event.currentTarget.closest("details")?.querySelector("input");
              if (input) pick(option, input);
            }}
            className="flex min-h-7 cursor-pointer items-center rounded-[4px] px-2 hover:bg-row aria-selected:bg-accent-soft"
          >
            {option.value}
            <span className="ml-auto pl-2 text-ink-3 text-xs">{option.count}</span>
          </div>
        ))}
      </div>
      {options?.length === 0 && typed !== "" && <p className="text-ink-3 text-xs">{none}</p>}
    </>
  );
}

/** The option the arrows point at; without arrows the first one, unless a whole name was typed. */
function meant(typed: string, options: FacetAnswer[], at: number): FacetAnswer | undefined {
  if (at >= 0) return options[at];
  const whole = typed === "" || options.some(({ value }) => value === typed);
  return whole ? undefined : options[0];
}

const PAUSE_MS = 120;

/** The units that fit what is typed, a moment after the last key; null until they are known. */
function useSuggestions(typed: string | null): FacetAnswer[] | null {
  const [options, setOptions] = useState<FacetAnswer[] | null>(null);
  useEffect(() => {
    if (typed === null) return;
    const asked = new AbortController();
    const timer = setTimeout(() => {
      loadFacet("unit", typed, asked.signal).then(setOptions, () => {});
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [typed]);
  return options;
}
