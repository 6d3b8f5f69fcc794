import { ActionForm } from "@/components/form/action-form";
import { TextAreaField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";

type RaiseFormProps = {
  t: Translator;
  proposal: { title: string; projects: string; unit: string; projectName: string | null };
  action: FormAction;
};

/** A new finding: what, on which ground, who answers by when, and which projects and events it is about. */
export function RaiseForm({ t, proposal, action }: RaiseFormProps) {
  return (
    <ActionForm
      action={action}
      className="grid gap-3 sm:grid-cols-2"
      signInLabel={t("form.signInAgain")}
    >
      <div className="sm:col-span-full">
        <TextField
          name="title"
          label={t("finding.title")}
          defaultValue={proposal.title}
          required
          focused
        />
      </div>
      <div className="sm:col-span-full">
        <TextAreaField name="text" label={t("finding.text")} required />
      </div>
      <div className="sm:col-span-full">
        <TextField name="basis" label={t("finding.basis")} />
      </div>
      <TextField name="unit" label={t("finding.unit")} defaultValue={proposal.unit} required />
      <TextField name="dueOn" type="date" label={t("finding.dueOn")} required />
      <TextField
        name="projects"
        label={t("finding.projects")}
        hint={proposal.projectName ?? t("finding.projectsHint")}
        defaultValue={proposal.projects}
      />
      <TextField name="events" label={t("finding.events")} hint={t("finding.eventsHint")} />
      <FormEnd label={t("finding.raise")} cancel={t("common.cancel")} closeHref="/audit/findings" />
    </ActionForm>
  );
}
