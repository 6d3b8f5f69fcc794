import type { BulkWords } from "@/components/bulk-edit/bulk-changes";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import type { Translator } from "@/lib/language/translator";

/** The words around a workbook that comes back. */
export function bulkWords(t: Translator): BulkWords {
  return {
    file: t("bulk.file"),
    read: t("bulk.read"),
    project: t("bulk.column.project"),
    field: t("bulk.column.field"),
    current: t("bulk.column.current"),
    typed: t("bulk.column.typed"),
    choice: t("bulk.column.choice"),
    empty: t("bulk.empty"),
    conflict: t("bulk.conflict"),
    keep: t("bulk.keep"),
    take: t("bulk.take"),
    fact: t("bulk.fact"),
    reason: t("bulk.reason"),
    reasonHint: t("bulk.reasonHint"),
    reasonCode: t("change.reason"),
    ownWhy: t("bulk.ownWhy"),
    ownWhySaid: t("bulk.ownWhySaid"),
    reasonOfFile: t("bulk.reasonOfFile"),
    reasons: CHANGE_REASONS.map((value) => ({ value, label: t(`changeReason.${value}`) })),
    choose: t("stageChange.choose"),
    documentNumber: t("bulk.documentNumber"),
    documentOn: t("bulk.documentOn"),
    controlled: t("bulk.controlled"),
    apply: t("bulk.apply"),
    decide: t("bulk.decide"),
    signIn: t("form.signInAgain"),
    signedOut: t("form.signedOut"),
  };
}
