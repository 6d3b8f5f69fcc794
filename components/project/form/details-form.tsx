import { EditorForm } from "@/components/form/editor-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import type { ProjectRow } from "@/lib/project/project";
import { DETAIL_FIELDS } from "../people";

type DetailsFormProps = {
  t: Translator;
  row: ProjectRow;
  /** The names that the sponsor field suggests. */
  leaders: string[];
  action: FormAction;
  closeHref: string;
};

/** People and numbers, all optional. */
export function DetailsForm({ t, row, leaders, action, closeHref }: DetailsFormProps) {
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      returnTo="details-edit"
      signInLabel={t("form.signInAgain")}
      className="grid gap-2.5"
    >
      <HiddenField name="id" value={row.id} />
      <HiddenField name="version" value={row.version} />
      {DETAIL_FIELDS.map((field) => (
        <TextField
          key={field}
          name={field}
          label={t(`project.${field}`)}
          defaultValue={row[field] ?? ""}
          type={field === "contactPhone" ? "tel" : "text"}
          suggestions={field === "sponsor" ? leaders : undefined}
          focused={field === "sponsor"}
        />
      ))}
      <FormEnd label={t("common.save")} cancel={t("common.cancel")} closeHref={closeHref} />
    </EditorForm>
  );
}
