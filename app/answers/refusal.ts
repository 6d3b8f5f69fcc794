import { DatabaseBusyError } from "@/db/client";
import { recordDenial } from "@/lib/audit/write";
import { DocumentRefusedError } from "@/lib/document/document";
import { ConflictError, ForbiddenError, NotFoundError, RuleError } from "@/lib/errors";
import { errorSentence, type MessageKey, type Translator } from "@/lib/language/translator";

/** An expected failure as a sentence; null for a bug, which is to be thrown on. */
export function refusalSentence(t: Translator, error: unknown): string | null {
  if (error instanceof RuleError) return errorSentence(t, error.key, error.parameters);
  if (error instanceof DocumentRefusedError) return documentSentence(t, error);
  if (error instanceof NotFoundError) return t("notFound.note");
  if (error instanceof ForbiddenError) return t("form.refused");
  if (error instanceof ConflictError) return t("form.conflict");
  if (error instanceof DatabaseBusyError) return t("form.busy");
  return null;
}

/** The same where no form answers: a denial is recorded, and a bug thrown. */
export async function refusalOf(t: Translator, error: unknown): Promise<string> {
  const sentence = refusalSentence(t, error);
  if (sentence === null) throw error;
  if (error instanceof ForbiddenError) await recordDenial(error);
  return sentence;
}

function documentSentence(t: Translator, { key, parameters }: DocumentRefusedError): string {
  return t(`document.refused.${key}` as MessageKey, parameters as never);
}
