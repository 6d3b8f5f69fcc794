import { EditorForm } from "@/components/form/editor-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";

type OpeningFormProps = {
  t: Translator;
  projectId: number;
  version: number;
  values: Record<string, string>;
  action: FormAction;
  closeHref: string;
};

/** 期初数 and the real dates, entered once when the project goes live. */
export function OpeningForm({
  t,
  projectId,
  version,
  values,
  action,
  closeHref,
}: OpeningFormProps) {
  const of = (name: string) => ({ name, defaultValue: values[name] ?? "" });
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      returnTo="opening-edit"
      signInLabel={t("form.signInAgain")}
      className="grid gap-3 rounded-card border border-line bg-surface p-4 sm:grid-cols-3"
    >
      <p className="text-ink-3 text-xs sm:col-span-full">{t("money.openingNote")}</p>
      <HiddenField name="projectId" value={projectId} />
      <HiddenField name="version" value={version} />
      <TextField
        {...of("throughYear")}
        label={t("money.throughYear")}
        inputMode="numeric"
        required
        focused
      />
      <TextField {...of("completedFen")} label={t("money.openCompleted")} inputMode="decimal" />
      <TextField {...of("inPlaceFen")} label={t("money.openInPlace")} inputMode="decimal" />
      <TextField {...of("paidFen")} label={t("money.openPaid")} inputMode="decimal" />
      <TextField
        {...of("startedOn")}
        type="date"
        label={t("eventField.opening_balances.startedOn")}
      />
      <TextField
        {...of("completedOn")}
        type="date"
        label={t("eventField.opening_balances.completedOn")}
      />
      <FormEnd label={t("common.save")} cancel={t("common.cancel")} closeHref={closeHref} />
    </EditorForm>
  );
}
