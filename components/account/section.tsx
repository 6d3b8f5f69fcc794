import type { ReactNode } from "react";
import { CARD } from "@/components/ui/card";

/** A white sheet with a heading. */
export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={CARD}>
      <h2 className="mb-2.5 text-base">{title}</h2>
      {children}
    </section>
  );
}
