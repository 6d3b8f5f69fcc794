import type { ReactNode } from "react";

/** Stands where a list would: that there is nothing, and why. */
export function Empty({ children }: { children: ReactNode }) {
  return (
    <p className="rounded-card border border-line bg-surface px-5 py-10 text-center text-ink-2">
      {children}
    </p>
  );
}
