"use client";

import { INPUT } from "./input";
import { useCounts } from "./panel";

export type Choice = { value: string; label: string };

type ChoicesProps = {
  name: string;
  label: string;
  labelHidden?: boolean;
  choices: Choice[];
  chosen: readonly string[];
  /** One of them instead of several. */
  radio?: boolean;
  /** The words of the first choice, “no matter”. */
  none?: string;
  /** Parameter and value are counted when the panel opens. */
  counted?: boolean;
};

/**
 * Tick boxes, or radio buttons, with the number of projects behind each. Drawn from plain data like the rows of the
 * ledger: a page has more than a hundred of them.
 */
export function Choices({
  name,
  label,
  labelHidden,
  choices,
  chosen,
  radio,
  none,
  counted,
}: ChoicesProps) {
  const found = useCounts();
  const counts = counted && found.size > 0 ? found : null;
  const all = none ? [{ value: "", label: none }, ...choices] : choices;
  return (
    <fieldset className="mb-3">
      <legend className={labelHidden ? "sr-only" : "mb-1 text-ink-2 text-sm"}>{label}</legend>
      {all.map(({ value, label: words }) => (
        <label key={value} className="ledger-choice">
          <input
            type={radio ? "radio" : "checkbox"}
            name={name}
            value={value}
            defaultChecked={value === "" ? chosen.length === 0 : chosen.includes(value)}
          />
          {words}
          {counts && value !== "" && (
            <span className="ml-auto pl-2 text-ink-3 text-xs">
              {counts.get(`${name}=${value}`) ?? 0}
            </span>
          )}
        </label>
      ))}
    </fieldset>
  );
}

/** From and to, side by side. */
export function Range({
  label,
  names,
  values,
  inputMode,
}: {
  label: string;
  names: [string, string];
  values: [string | number | null, string | number | null];
  inputMode: "numeric" | "decimal";
}) {
  return (
    <fieldset className="mb-3">
      <legend className="mb-1 text-ink-2 text-sm">{label}</legend>
      <div className="flex items-center gap-2">
        {names.map((name, at) => (
          <input
            key={name}
            name={name}
            aria-label={`${label} ${at === 0 ? "≥" : "≤"}`}
            defaultValue={values[at] ?? ""}
            inputMode={inputMode}
            autoComplete="off"
            maxLength={20}
            className={`${INPUT} text-right`}
          />
        ))}
      </div>
    </fieldset>
  );
}
