import { z } from "zod";
import { whyFields } from "@/lib/change-request/why";
import { jsonText } from "@/lib/form";
import { BULK_FIELDS } from "./fields";
import { BULK_MAX } from "./queries";

const edit = z.strictObject({
  id: z.number().int().positive(),
  /** The version that the person saw when deciding. */
  version: z.number().int().positive(),
  /** Where this project's request has another reason than the rest of the file; what is empty is the file's. */
  why: z.strictObject(whyFields).optional(),
  values: z.partialRecord(z.enum(BULK_FIELDS), z.string().max(20_000)),
});

/** What a person decided after the merge: the cells to write, as JSON, and why, once for the whole file. */
export const bulkEdit = z.strictObject({
  edits: jsonText.pipe(z.array(edit).min(1, { error: "nothingChanged" }).max(BULK_MAX)),
  /** The sentence is that of corrections too. */
  ...whyFields,
});
export type BulkEdit = z.infer<typeof bulkEdit>;
