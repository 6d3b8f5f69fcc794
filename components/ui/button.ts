const SHAPE =
  "inline-flex items-center justify-center rounded-card border px-3 py-1.25 max-sm:min-h-11 print:hidden";

/** How a button looks, or a link that does something: one height everywhere, on a phone that of a thumb. */
export const BUTTON = `${SHAPE} border-line-3 bg-surface text-ink hover:bg-sunken`;

/** The one that the page is there for. */
export const PRIMARY_BUTTON = `${SHAPE} border-accent bg-accent text-on-accent hover:opacity-90`;
