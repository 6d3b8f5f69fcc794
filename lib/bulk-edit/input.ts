import { z } from "zod";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import { DOCUMENT_MAX } from "@/lib/change-request/input";
import { jsonText, optionalDay, optionalText } from "@/lib/form";
import { REASON_MAX } from "@/lib/project/entry/input";
import { BULK_FIELDS } from "./fields";
import { BULK_MAX } from "./queries";

const reasonCode = z
  .union([z.enum(CHANGE_REASONS), z.literal("")])
  .default("")
  .transform((code) => code || null);

const edit = z.strictObject({
  id: z.number().int().positive(),
  /** The version that the person saw when deciding. */
  version: z.number().int().positive(),
  /** Where this project's request has another reason than the rest of the file; what is empty is the file's. */
  why: z
    .strictObject({
      reasonCode,
      reason: optionalText(REASON_MAX),
      documentNumber: optionalText(DOCUMENT_MAX),
      documentOn: optionalDay,
    })
    .optional(),
  values: z.partialRecord(z.enum(BULK_FIELDS), z.string().max(20_000)),
});

/** What a person decided after the merge: the cells to write, as JSON, and why, once for the whole file. */
export const bulkEdit = z.strictObject({
  edits: jsonText.pipe(z.array(edit).min(1, { error: "nothingChanged" }).max(BULK_MAX)),
  /** The sentence of corrections and requests. */
  reason: optionalText(REASON_MAX),
  /** Of the requests, where the file leads to any. */
  reasonCode,
  /** Of the document that the requested changes rest on. */
  documentNumber: optionalText(DOCUMENT_MAX),
  documentOn: optionalDay,
});
export type BulkEdit = z.infer<typeof bulkEdit>;
