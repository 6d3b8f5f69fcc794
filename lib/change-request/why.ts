import type { ChangeReason } from "@/db/change-vocabulary";

/** Why a change is asked for, as far as it is said: kind of reason, sentence, and the document it rests on. */
export type Why = {
  reasonCode: ChangeReason | null;
  reason: string | null;
  documentNumber: string | null;
  documentOn: string | null;
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
