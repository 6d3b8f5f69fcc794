"use client";

import { useForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/fields";
import { Light } from "@/components/ui/light";

type LightChoiceProps = {
  name: string;
  label: string;
  options: Option[];
  defaultValue: string;
};

/** 自评亮灯: three wide buttons side by side, each with its shape and its word. */
export function LightChoice({ name, label, options, defaultValue }: LightChoiceProps) {
  const { state } = useForm();
  const kept = state.values[name];
  const chosen = typeof kept === "string" ? kept : defaultValue;
  const fault = state.errors[name];
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-ink-2 text-sm">{label}</legend>
      <div className="grid grid-cols-3 overflow-hidden rounded-card border border-line-3 bg-surface">
        {options.map(({ value, label: word }) => (
          <label
            key={`${value} ${chosen}`}
            className="flex min-h-11 items-center justify-center border-line border-l first:border-l-0 has-[:checked]:bg-accent-soft has-[:checked]:font-semibold has-[:focus-visible]:outline-2"
          >
            <input
              type="radio"
              name={name}
              value={value}
              defaultChecked={value === chosen}
              aria-invalid={fault !== undefined}
              className="sr-only"
            />
            <Light colour={value as "green" | "yellow" | "red"}>{word}</Light>
          </label>
        ))}
      </div>
      {fault && <p className="mt-1 text-red text-xs">{fault}</p>}
    </fieldset>
  );
}
