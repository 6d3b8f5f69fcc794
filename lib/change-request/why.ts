import { z } from "zod";
import { CHANGE_REASONS, type ChangeReason } from "@/db/change-vocabulary";
import { optionalDay, optionalText } from "@/lib/form";
import { REASON_MAX } from "@/lib/project/entry/input";
import { DOCUMENT_MAX } from "./input";

/** Why a change is asked for, as far as it is said: kind of reason, sentence, and the document it rests on. */
export type Why = {
  reasonCode: ChangeReason | null;
  reason: string | null;
  documentNumber: string | null;
  documentOn: string | null;
};

/** The fields of a form in which it may be said; what is empty is null. */
export const whyFields = {
  reasonCode: z
    .union([z.enum(CHANGE_REASONS), z.literal("")])
    .default("")
    .transform((code) => code || null),
  reason: optionalText(REASON_MAX),
  documentNumber: optionalText(DOCUMENT_MAX),
  documentOn: optionalDay,
};

/** The common reason of many changes with what one of them says for itself; a document's number and date go together. */
export function whyOf(common: Why, own: Partial<Why> | null): Why {
  const document = own?.documentNumber || own?.documentOn ? own : common;
  return {
    reasonCode: own?.reasonCode ?? common.reasonCode,
    reason: own?.reason ?? common.reason,
    documentNumber: document.documentNumber ?? null,
    documentOn: document.documentOn ?? null,
  };
}
