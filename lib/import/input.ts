import { z } from "zod";
import { SECTORS } from "@/db/vocabulary";
import { whyFields } from "@/lib/change-request/why";
import { READING_FIELDS } from "@/lib/document/document";
import {
  checked,
  idInput,
  optionalDay,
  optionalText,
  requiredText,
  versionInput,
} from "@/lib/form";
import { REASON_MAX } from "@/lib/project/entry/input";
import { LIMITS } from "@/lib/project/input";
import { type Decision, EDITABLE_FIELDS, MATCH_CHOICES, MATCH_KINDS } from "./decision";

const TEXT_MAX = 5_000;
const place = z.coerce.number().int().min(-2).max(100_000);
const importId = { importId: idInput };
const year = z
  .string()
  .default("")
  .transform((text) => (text.trim() === "" ? null : Number(text)))
  .refine(
    (value) => value === null || (Number.isInteger(value) && value >= 1990 && value <= 2099),
    {
      error: "year",
    },
  );

/** One decision about a reading, as its form sends it. */
export const decisionInput = z.discriminatedUnion("kind", [
  z.strictObject({
    ...importId,
    kind: z.literal("accept"),
    table: place,
    row: place,
    code: z.string().regex(/^[a-z_]{2,40}$/),
    field: z
      .union([z.enum(READING_FIELDS), z.literal("")])
      .default("")
      .transform((field) => field || null),
  }),
  z.strictObject({
    ...importId,
    kind: z.literal("edit"),
    table: place,
    row: place,
    field: z.enum(EDITABLE_FIELDS),
    value: z.string().max(TEXT_MAX).default(""),
  }),
  z.strictObject({
    ...importId,
    kind: z.literal("match"),
    table: place,
    row: place,
    choice: z.enum(MATCH_CHOICES),
    projectId: z
      .string()
      .default("")
      .transform((text) => (text === "" ? null : Number(text)))
      .pipe(z.number().int().positive().nullable()),
  }),
  z.strictObject({
    ...importId,
    kind: z.literal("change"),
    table: place,
    row: place,
    field: z.enum(EDITABLE_FIELDS),
    take: checked,
  }),
  z.strictObject({
    ...importId,
    kind: z.literal("matchAll"),
    table: place,
    by: z.enum(MATCH_KINDS),
    choice: z.enum(MATCH_CHOICES),
  }),
  z.strictObject({
    ...importId,
    kind: z.literal("changeAll"),
    table: place,
    field: z.enum(EDITABLE_FIELDS),
    take: checked,
  }),
  z.strictObject({
    ...importId,
    kind: z.literal("why"),
    table: place,
    row: place,
    ...whyFields,
  }),
  z.strictObject({ ...importId, kind: z.literal("table"), table: place, include: checked }),
]);
export type DecisionInput = Decision & { importId: number };

/** Which plan the document is, and why it corrects what stands in the ledger. */
export const importDescription = z.strictObject({
  importId: idInput,
  version: versionInput,
  planId: z
    .string()
    .default("")
    .transform((text) => (text === "" ? null : Number(text)))
    .pipe(z.number().int().positive().nullable()),
  planName: requiredText(LIMITS.name),
  documentNumber: optionalText(100),
  publishedOn: optionalDay,
  startYear: year,
  endYear: year,
  reason: whyFields.reason,
  reasonCode: whyFields.reasonCode,
  basisNumber: whyFields.documentNumber,
  basisOn: whyFields.documentOn,
});
export type ImportDescription = z.output<typeof importDescription>;

/** An import as a whole: to publish, or with a confirmation to give up. */
export const importStep = z.strictObject({ importId: idInput, version: versionInput });
export type ImportStep = z.output<typeof importStep>;

export const importRevert = z.strictObject({
  importId: idInput,
  version: versionInput,
  reason: requiredText(REASON_MAX),
});
export type ImportRevert = z.output<typeof importRevert>;

/** Whether a text is the code of a sector. */
export function isSector(text: string): boolean {
  return (SECTORS as readonly string[]).includes(text);
}
