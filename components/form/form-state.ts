/** What a form knows after it was sent. `values` keeps what was typed, so that nothing is lost. */
export type FormState = {
  status: "idle" | "done" | "invalid" | "conflict" | "refused" | "signedOut";
  /** What was typed, by field. */
  values: Record<string, string | string[]>;
  /** A sentence per field that needs correcting. */
  errors: Record<string, string>;
  /** The sentence for the whole form. */
  message: string | null;
  /** After a conflict: what stands now, by field, where it differs from what was typed. */
  current: Record<string, string>;
  /** The words around such a value, in the reader's language. */
  currentWords: { label: string; empty: string };
};

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

export const IDLE: FormState = {
  status: "idle",
  values: {},
  errors: {},
  message: null,
  current: {},
  currentWords: { label: "", empty: "" },
};
