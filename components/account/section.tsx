import type { ReactNode } from "react";

/** A white sheet with a heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="min-w-0 rounded-card border border-line bg-surface px-4.5 py-3.5">
      <h2 className="mb-2.5 text-base">{title}</h2>
      {children}
    </section>
  );
}
