/** How the text fields of the panels look. */
export const INPUT =
  "w-full rounded-card border border-line-3 bg-surface px-2.5 py-1.5 max-sm:min-h-11 max-sm:text-[16px]";
