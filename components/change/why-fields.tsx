import { SelectField, TextAreaField, TextField } from "@/components/form/fields";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import type { Translator } from "@/lib/language/translator";

/** Why, and under which document. */
export function WhyFields({ t }: { t: Translator }) {
  return (
    <>
      <SelectField
        name="reasonCode"
        label={t("change.reason")}
        options={[
          { value: "", label: t("stageChange.choose") },
          ...CHANGE_REASONS.map((reason) => ({
            value: reason,
            label: t(`changeReason.${reason}`),
          })),
        ]}
        required
      />
      <TextAreaField
        name="sentence"
        label={t("change.sentence")}
        hint={t("change.sentenceHint")}
        rows={3}
        required
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name="documentNumber"
          label={t("change.documentNumber")}
          hint={t("change.documentHint")}
        />
        <TextField name="documentOn" type="date" label={t("change.documentOn")} />
      </div>
    </>
  );
}
