import { EditorForm } from "@/components/form/editor-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { templateSteps } from "@/lib/milestone/templates";
import type { MilestoneListProps } from "./panel";

type NewFormProps = {
  t: Translator;
  project: MilestoneListProps["project"];
  action: FormAction;
  closeHref: string;
};

const BOX = "mt-3 rounded-card border border-line bg-surface p-3.5";

export function NewMilestoneForm({ t, project, action, closeHref }: NewFormProps) {
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      returnTo="milestone-add"
      signInLabel={t("form.signInAgain")}
      className={`${BOX} grid gap-3 sm:grid-cols-2`}
    >
      <HiddenField name="projectId" value={project.id} />
      <div className="sm:col-span-2">
        <TextField name="name" label={t("milestone.name")} required focused />
      </div>
      <TextField
        name="firstPlanned"
        label={t("milestone.firstPlannedField")}
        hint={t("milestone.firstPlannedHint")}
        required
      />
      <TextField
        name="forecast"
        label={t("milestone.forecastField")}
        hint={t("milestone.forecastHint")}
      />
      <div className="sm:col-span-2">
        <TextField name="note" label={t("milestone.note")} />
      </div>
      <FormEnd label={t("milestone.add")} cancel={t("common.cancel")} closeHref={closeHref} />
    </EditorForm>
  );
}

/** The usual milestones of the type: shown with their dates where the period is known, else the period is asked for. */
export function TemplateForm({ t, project, action, closeHref }: NewFormProps) {
  const { start, end, type } = project;
  const period = start && end ? formatPeriod(start, end) : null;
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      returnTo="milestone-template"
      signInLabel={t("form.signInAgain")}
      className={`${BOX} grid gap-3 sm:grid-cols-2`}
    >
      <HiddenField name="projectId" value={project.id} />
      <p className="text-ink-2 sm:col-span-2">
        {period === null ? t("milestone.templateNoPeriod") : t("milestone.templateNote")}
      </p>
      <TextField
        name="start"
        label={t("milestone.templateStart")}
        hint={t("project.partialHint")}
        defaultValue={start ?? ""}
        required
        focused
      />
      <TextField name="end" label={t("milestone.templateEnd")} defaultValue={end ?? ""} required />
      {start && end && period && (
        <div className="text-ink-2 text-sm sm:col-span-2">
          {t("milestone.templatePreview", { period })}
          <ul>
            {templateSteps(type, start, end).map(({ name, planned }) => (
              <li key={name}>
                {planned} {name}
              </li>
            ))}
          </ul>
        </div>
      )}
      <FormEnd
        label={t("milestone.templateApply")}
        cancel={t("common.cancel")}
        closeHref={closeHref}
      />
    </EditorForm>
  );
}
