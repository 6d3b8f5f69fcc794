"use client";

import type { ChoicesField } from "./fields";
import { useCounts } from "./panel";

/**
 * Tick boxes, or radio buttons, with the number of projects behind each; `form` is the id of the form they belong to,
 * where that is not around them.
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
  form,
}: ChoicesField & { form?: string | undefined }) {
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
            form={form}
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
