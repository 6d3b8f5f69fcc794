"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { AS_OF } from "@/lib/as-of/url";

type DayFormProps = {
  label: string;
  button: string;
  /** The day that is shown; empty for none. */
  day: string;
  first: string | null;
  today: string;
};

const VIEW_ONLY = new Set([AS_OF, "page", "edit", "before"]);

/** Asks for this page on another day, everything else of its address kept. A whole new page: nothing of today stays. */
export function DayForm({ label, button, day, first, today }: DayFormProps) {
  const path = usePathname();
  const kept = [...useSearchParams()].filter(([name]) => !VIEW_ONLY.has(name));
  return (
    <form method="get" action={path} className="flex flex-wrap items-center gap-1.5">
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
      <input
        type="date"
        name={AS_OF}
        aria-label={label}
        title={label}
        required
        defaultValue={day}
        min={first ?? undefined}
        max={today}
        className="rounded-card border border-line-3 bg-surface px-2 py-0.5 text-ink max-md:min-h-11"
      />
      <button
        type="submit"
        className="rounded-card border border-line-3 bg-surface px-2.5 py-0.5 text-ink max-md:min-h-11"
      >
        {button}
      </button>
    </form>
  );
}
