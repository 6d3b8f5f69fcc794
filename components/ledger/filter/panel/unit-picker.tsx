"use client";

import { useId } from "react";
import { SuggestInput, type Suggestion } from "@/components/form/suggest-input";
import type { UnitField } from "./fields";
import { INPUT } from "./input";
import { loadFacet } from "./load";

/** A text field for a unit's name that suggests the units found by Chinese or by pinyin initials. */
export function UnitPicker({ label, hint, none, chosen }: UnitField) {
  const id = useId();
  return (
    <>
      <label htmlFor={id} className="mb-1 block text-ink-2 text-sm">
        {label}
      </label>
      <SuggestInput
        id={id}
        name="unit"
        label={label}
        placeholder={hint}
        none={none}
        defaultValue={chosen}
        suggest={unitsOfLedger}
        onPick={(form) => form?.requestSubmit()}
        className={INPUT}
      />
    </>
  );
}

/** The units of the projects that the address filters, with how many there are of each. */
async function unitsOfLedger(typed: string, signal: AbortSignal): Promise<Suggestion[]> {
  const found = await loadFacet("unit", typed, signal);
  return found.map(({ value, count }) => ({ value, note: count }));
}
