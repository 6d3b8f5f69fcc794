/** A sheet with a heading of its own, which stays whole on paper where a page has room for it. */
export const CARD =
  "min-w-0 rounded-card border border-line bg-surface px-4.5 py-3.5 print:break-inside-avoid";
