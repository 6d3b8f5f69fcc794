import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import { RETENTION, RETENTION_NAMES, type Retention } from "@/lib/retention/retention";

type RetentionFormProps = { t: Translator; retention: Retention; action: FormAction };

/** What may be kept for a shorter or longer time, each with its limits. */
export function RetentionForm({ t, retention, action }: RetentionFormProps) {
  return (
    <ActionForm
      action={action}
      className="grid gap-3 sm:grid-cols-2"
      signInLabel={t("form.signInAgain")}
    >
      {RETENTION_NAMES.map((name) => {
        const { least, most } = RETENTION[name];
        const note = t(`backup.adjust.${name}.note`);
        return (
          <TextField
            key={name}
            name={name}
            inputMode="numeric"
            label={t(`backup.adjust.${name}.label`)}
            hint={t("backup.range", { least, most, note })}
            defaultValue={String(retention[name])}
            required
          />
        );
      })}
      <p className="self-end print:hidden">
        <SubmitButton>{t("common.save")}</SubmitButton>
      </p>
    </ActionForm>
  );
}
