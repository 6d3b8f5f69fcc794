"use client";

import { BUTTON } from "@/components/ui/button";

/** Ticks every box of the form it stands in, or none. */
export function TickAll({ name, all, none }: { name: string; all: string; none: string }) {
  return (
    <button
      type="button"
      onClick={({ currentTarget }) => {
        const boxes = currentTarget.form?.querySelectorAll<HTMLInputElement>(
          `input[type=checkbox][name="${name}"]`,
        );
        const every = [...(boxes ?? [])].every((box) => box.checked);
        for (const box of boxes ?? []) box.checked = !every;
        currentTarget.textContent = every ? all : none;
      }}
      className={BUTTON}
    >
      {all}
    </button>
  );
}
