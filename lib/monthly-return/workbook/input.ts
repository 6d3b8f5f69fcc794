import { z } from "zod";
import { requiredMonth } from "@/lib/calendar/input";
import { jsonText } from "@/lib/form";
import { OWED_MAX } from "../owed";
import { CONTENT_FIELDS } from "../typed";

const edit = z.strictObject({
  id: z.number().int().positive(),
  /** The version that the person saw when deciding. */
  version: z.number().int().min(0),
  values: z.partialRecord(z.enum(CONTENT_FIELDS), z.string().max(20_000)),
});

/** What a person decided about the conflicts of a workbook: the cells to write, as JSON. */
export const returnEdits = z.strictObject({
  month: requiredMonth,
  requestKey: z.string().regex(/^[\w-]{8,50}$/, { error: "invalid" }),
  edits: jsonText.pipe(z.array(edit).min(1, { error: "nothingChanged" }).max(OWED_MAX)),
});
export type ReturnEdits = z.infer<typeof returnEdits>;
