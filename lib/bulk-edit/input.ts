import { z } from "zod";
import { optionalText } from "@/lib/form";
import { REASON_MAX } from "@/lib/project/entry/input";
import { BULK_FIELDS } from "./fields";
import { BULK_MAX } from "./queries";

const edit = z.strictObject({
  id: z.number().int().positive(),
  /** The version that the person saw when deciding. */
  version: z.number().int().positive(),
  values: z.partialRecord(z.enum(BULK_FIELDS), z.string().max(20_000)),
});

/** What a person decided after the merge: the cells to write, as JSON, and the reason of corrections. */
export const bulkEdit = z.strictObject({
  edits: z
    .string()
    .max(8_000_000)
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom", message: "invalid" });
        return z.NEVER;
      }
    })
    .pipe(z.array(edit).min(1, { error: "nothingChanged" }).max(BULK_MAX)),
  reason: optionalText(REASON_MAX),
});
export type BulkEdit = z.infer<typeof bulkEdit>;
