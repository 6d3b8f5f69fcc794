import { ActionForm } from "@/components/form/action-form";
import { SelectField, SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { THEMES } from "@/db/vocabulary";
import type { Viewer } from "@/lib/auth/actor";
import type { Translator } from "@/lib/language/translator";

/** Language and colours, kept with the account and applied at once. Languages are named in themselves. */
export function PreferencesForm({
  t,
  viewer,
  action,
}: {
  t: Translator;
  viewer: Viewer;
  action: FormAction;
}) {
  return (
    <ActionForm
      action={action}
      className="flex flex-wrap items-end gap-3"
      signInLabel={t("signIn.title")}
    >
      <SelectField
        name="locale"
        label={t("account.language")}
        defaultValue={viewer.locale}
        options={[
          { value: "zh-CN", label: "中文" },
          { value: "en", label: "English" },
        ]}
      />
      <SelectField
        name="theme"
        label={t("account.theme")}
        defaultValue={viewer.theme}
        options={THEMES.map((theme) => ({ value: theme, label: t(`account.themes.${theme}`) }))}
      />
      <SubmitButton>{t("common.save")}</SubmitButton>
    </ActionForm>
  );
}
