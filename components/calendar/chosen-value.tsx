"use client";

import { useForm } from "@/components/form/action-form";
import { currentSentence, HiddenField } from "@/components/form/fields";

type ChosenValueProps = { name: string; label?: string; value: string | number };

/** A value that was chosen a step before; shown again, with what stands now, only when somebody else saved meanwhile. */
export function ChosenValue({ name, label, value }: ChosenValueProps) {
  const { state } = useForm();
  const current = currentSentence(state, name);
  const fault = state.errors[name] ?? current;
  return (
    <>
      <HiddenField name={name} value={value} />
      {fault && label && (
        <p className="text-sm">
          {label}: {value} <span className="text-red">{fault}</span>
        </p>
      )}
    </>
  );
}
