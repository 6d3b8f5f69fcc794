"use client";

import { BUTTON } from "./button";

/** Prints the page; the browser's own menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return (
    <button type="button" onClick={() => window.print()} className={BUTTON}>
      {label}
    </button>
  );
}
