"use client";

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
      className="rounded-card border border-line-3 bg-surface px-3 py-1 hover:bg-sunken max-sm:min-h-11"
    >
      {all}
    </button>
  );
}
