import { z } from "zod";
import { FINDING_STATES } from "@/db/vocabulary";
import { idInput, optionalText, requiredDay, requiredText, versionInput } from "@/lib/form";

const NUMBERS_MAX = 50;

/** Numbers as a person types them: `14、17`. */
const numbers = z
  .string()
  .max(500)
  .default("")
  .transform((text) => [...new Set(text.split(/[^0-9]+/).filter(Boolean))].map(Number))
  .pipe(z.array(z.number().int().positive()).max(NUMBERS_MAX));

/** A finding as the form sends it: the unit by name, projects and events by number. */
export const newFinding = z.strictObject({
  title: requiredText(100),
  text: requiredText(5_000),
  basis: optionalText(500),
  unit: requiredText(100),
  dueOn: requiredDay,
  projects: numbers,
  events: numbers,
});
export type NewFinding = z.infer<typeof newFinding>;

const one = { id: idInput, version: versionInput };

export const findingAnswer = z.strictObject({ ...one, answer: requiredText(5_000) });
export type FindingAnswer = z.infer<typeof findingAnswer>;

/** `file` is what a form without a chosen file sends; the bytes come beside it. */
export const findingRectification = z.strictObject({
  ...one,
  rectification: requiredText(5_000),
  file: z.string().default(""),
});
export type FindingRectification = z.infer<typeof findingRectification>;

export const findingReturn = z.strictObject({ ...one, reason: requiredText(1_000) });
export type FindingReturn = z.infer<typeof findingReturn>;

export const findingClosing = z.strictObject({ ...one, closingNote: requiredText(1_000) });
export type FindingClosing = z.infer<typeof findingClosing>;

export const FINDING_VIEWS = ["open", ...FINDING_STATES, "all"] as const;
export type FindingView = (typeof FINDING_VIEWS)[number];
