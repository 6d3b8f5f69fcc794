"use client";

import { useEffect, useState } from "react";
import type { PanelKey } from "../filter-panels";
import { ApplyButton } from "./apply-button";
import { Choices } from "./choices";
import type { Field, RangeField, TextField } from "./fields";
import { INPUT } from "./input";
import { loadFields } from "./load";
import { useOpened } from "./panel";
import { UnitPicker } from "./unit-picker";

export type PanelFieldsProps = {
  /** Which panel's controls they are, and under which filters. */
  panel: PanelKey;
  query: string;
  /** `Field[]` as JSON where the page has them: of the panel that its address opens. Others are asked for on opening. */
  fields: string | null;
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
 * The controls of a panel, asked for when it opens: those of ten closed panels were an eighth of the page. Until they are
 * there the form keeps their values, and a link leads to the page that has them: without JavaScript, and where the
 * answer does not come.
 */
export function PanelFields(props: PanelFieldsProps) {
  const { kept, href, show, apply, form } = props;
  const fields = useFields(props, useOpened());
  if (!fields)
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
      {fields.map((field) => (
        <Drawn key={keyOf(field)} field={field} form={form} />
      ))}
      <ApplyButton form={form}>{apply}</ApplyButton>
    </>
  );
}

/** Null until the panel was open and its controls have come. */
function useFields({ panel, query, fields }: PanelFieldsProps, opened: boolean): Field[] | null {
  const [loaded, setLoaded] = useState<Field[] | null>(null);
  const known = loaded !== null || fields !== null;
  useEffect(() => {
    if (!opened || known) return;
    const asked = new AbortController();
    loadFields(panel, query, asked.signal).then(setLoaded, () => {});
    return () => asked.abort();
  }, [opened, known, panel, query]);
  if (!opened) return null;
  return fields === null ? loaded : (JSON.parse(fields) as Field[]);
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
