"use client";

import { ApplyButton } from "./apply-button";
import { Choices } from "./choices";
import type { Field, RangeField, TextField } from "./fields";
import { INPUT } from "./input";
import { useOpened } from "./panel";
import { UnitPicker } from "./unit-picker";

export type PanelFieldsProps = {
  /** `Field[]` as JSON: a text until the panel opens. */
  fields: string;
  /** What the address says of this panel, kept by the form while the panel was not opened. */
  kept: readonly (readonly [name: string, value: string])[];
  /** The page with this panel drawn and open, for browsers without JavaScript. */
  href: string;
  show: string;
  apply: string;
  /** The id of the form they belong to, where that is not around them. */
  form?: string;
};

/**
 * The controls of a panel, drawn when it opens: ten closed panels were a third of the page's elements. Until then the
 * form keeps their values, and without JavaScript a link leads to the page that has them.
 */
export function PanelFields({ fields, kept, href, show, apply, form }: PanelFieldsProps) {
  if (!useOpened())
    return (
      <>
        {kept.map(([name, value]) => (
          <input key={`${name}=${value}`} type="hidden" form={form} name={name} value={value} />
        ))}
        <a href={href} className="text-accent underline">
          {show}
        </a>
      </>
    );
  return (
    <>
      {(JSON.parse(fields) as Field[]).map((field) => (
        <Drawn key={keyOf(field)} field={field} form={form} />
      ))}
      <ApplyButton form={form}>{apply}</ApplyButton>
    </>
  );
}

function keyOf(field: Field): string {
  if (field.kind === "range" || field.kind === "unit") return field.label;
  return field.kind === "hidden" ? `${field.name}=${field.value}` : field.name;
}

function Drawn({ field, form }: { field: Field; form: string | undefined }) {
  switch (field.kind) {
    case "choices":
      return <Choices {...field} form={form} />;
    case "range":
      return <Range {...field} />;
    case "unit":
      return (
        <div className="mb-3">
          <UnitPicker {...field} />
        </div>
      );
    case "text":
      return <Text {...field} />;
    case "hidden":
      return <input type="hidden" name={field.name} value={field.value} />;
  }
}

function Range({ label, names, values, inputMode }: RangeField) {
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

function Text({ name, label, value }: TextField) {
  return (
    <label className="mb-3 block">
      <span className="mb-1 block text-ink-2 text-sm">{label}</span>
      <input name={name} defaultValue={value} autoComplete="off" maxLength={50} className={INPUT} />
    </label>
  );
}
