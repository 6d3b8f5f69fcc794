import Link from "next/link";
import { EditorForm } from "@/components/form/editor-form";
import { SelectField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import type { ReviewRow } from "@/lib/import/review/apply";
import { type ImportRow, whyOfRow } from "@/lib/import/review/review";
import type { Translator } from "@/lib/language/translator";

/** What the address calls the editor of a row's own reason. */
export const WHY_EDITOR = "why";

type WhyPartProps = {
  t: Translator;
  row: ImportRow;
  found: ReviewRow;
  editing: boolean;
  action: FormAction | null;
  hrefOf: (edit: string | null) => string;
};

/** Why this row's change is asked for: the reason that stands for all rows, or the row's own. */
export function WhyPart({ t, row, found, editing, action, hrefOf }: WhyPartProps) {
  const why = whyOfRow(row, found);
  const words = [
    why.reasonCode && t(`changeReason.${why.reasonCode}`),
    why.reason,
    why.documentNumber,
    why.documentOn,
  ].filter(Boolean);
  if (editing && action)
    return (
      <WhyEditor t={t} importId={row.id} found={found} action={action} closeHref={hrefOf(null)} />
    );
  return (
    <p className="mt-2 break-words">
      <b className="font-semibold">{t("importPage.why")}</b>{" "}
      <span className="text-ink-3">
        {t(found.why ? "importPage.whyOwn" : "importPage.whyCommon")}
      </span>{" "}
      {words.join(" · ") || t("importPage.whyNone")}{" "}
      {action && (
        <Link
          id={`why-${found.table}-${found.row}`}
          href={hrefOf(WHY_EDITOR) as "/imports"}
          scroll={false}
          className="inline-block min-h-6 whitespace-nowrap text-accent hover:underline max-sm:min-h-11 max-sm:content-center"
        >
          {t(found.why ? "importPage.whyChange" : "importPage.whyWrite")}
        </Link>
      )}
    </p>
  );
}

type WhyEditorProps = {
  t: Translator;
  importId: number;
  found: ReviewRow;
  action: FormAction;
  closeHref: string;
};

function WhyEditor({ t, importId, found: { table, row, why }, action, closeHref }: WhyEditorProps) {
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      returnTo={`why-${table}-${row}`}
      signInLabel={t("form.signInAgain")}
      className="mt-2 grid gap-2 sm:grid-cols-2"
    >
      {Object.entries({ importId, kind: "why", table, row }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <p className="text-ink-3 text-xs sm:col-span-full">{t("importPage.whyNote")}</p>
      <SelectField
        name="reasonCode"
        label={t("change.reason")}
        defaultValue={why?.reasonCode ?? ""}
        options={[
          { value: "", label: t("bulk.reasonOfFile") },
          ...CHANGE_REASONS.map((value) => ({ value, label: t(`changeReason.${value}`) })),
        ]}
        focused
      />
      <TextField name="reason" label={t("change.sentence")} defaultValue={why?.reason ?? ""} />
      <TextField
        name="documentNumber"
        label={t("change.documentNumber")}
        defaultValue={why?.documentNumber ?? ""}
      />
      <TextField
        name="documentOn"
        type="date"
        label={t("change.documentOn")}
        defaultValue={why?.documentOn ?? ""}
      />
      <FormEnd label={t("importPage.save")} cancel={t("common.cancel")} closeHref={closeHref} />
    </EditorForm>
  );
}
