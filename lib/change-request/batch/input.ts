import { z } from "zod";
import { idInput, optionalDay, optionalText, requiredText, versionInput } from "@/lib/form";
import { REASON_MAX } from "@/lib/project/entry/input";
import { DOCUMENT_MAX } from "../input";

export const BATCH_MAX = 500;

const ids = z.union([idInput.transform((id) => [id]), z.array(idInput).max(BATCH_MAX)]).default([]);
const document = {
  name: requiredText(200),
  documentNumber: optionalText(DOCUMENT_MAX),
  documentOn: optionalDay,
};

/** A new batch out of ticked requests. */
export const newBatch = z.strictObject({ ...document, request: ids });
export type NewBatch = z.infer<typeof newBatch>;

const one = { id: idInput, version: versionInput };

/** One request that is put into a batch or taken out of it. */
export const batchMembers = z.strictObject({ ...one, request: ids });
export type BatchMembers = z.infer<typeof batchMembers>;

export const batchApproved = z.strictObject({ ...one, note: optionalText(REASON_MAX) });
export type BatchApproved = z.infer<typeof batchApproved>;

export const batchRefused = z.strictObject({ ...one, reason: requiredText(REASON_MAX) });
export type BatchRefused = z.infer<typeof batchRefused>;

export const batchRecorded = z.strictObject({
  ...one,
  decisionNumber: requiredText(DOCUMENT_MAX),
  decisionOn: optionalDay,
  note: optionalText(REASON_MAX),
});
export type BatchRecorded = z.infer<typeof batchRecorded>;
