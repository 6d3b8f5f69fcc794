import Link from "next/link";
import { EditorForm } from "@/components/form/editor-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import type { ReportingChoices, ReportingUnit } from "@/lib/monthly-return/project/reporting-unit";
import { ReportingField } from "./form/reporting-field";

type ShownProps = {
  t: Translator;
  reporting: ReportingUnit;
  /** Null for those who only read. */
  editHref: string | null;
};

/** 填报责任单位: who owes the monthly return, and by what. */
export function ReportingUnitShown({ t, reporting: { unit, named }, editHref }: ShownProps) {
  return (
    <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
      <span className="min-w-0 break-words">
        {unit?.name ?? t("project.reportingNobody")}
        {unit && (
          <small className="block text-ink-3 text-xs">
            {t(named ? "project.reportingNamed" : "project.reportingLead")}
          </small>
        )}
      </span>
      {editHref !== null && (
        <Link
          id="reporting-edit"
          href={editHref as "/"}
          scroll={false}
          className="px-1 py-0.5 text-accent hover:underline print:hidden max-sm:min-h-11 max-sm:content-center"
        >
          {t("project.reportingChange")}
        </Link>
      )}
    </p>
  );
}

type FormProps = {
  t: Translator;
  projectId: number;
  reporting: ReportingUnit;
  choices: ReportingChoices;
  action: FormAction;
  closeHref: string;
};

/** A reviewer names the unit that reports, or leaves it to the first-named lead again; with the reason. */
export function ReportingUnitForm(props: FormProps) {
  const { t, projectId, reporting, choices, action, closeHref } = props;
  const [first] = choices.leads;
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      returnTo="reporting-edit"
      signInLabel={t("form.signInAgain")}
      className="grid gap-2.5"
    >
      <HiddenField name="projectId" value={projectId} />
      <ReportingField
        label={t("project.reportingUnit")}
        hint={t("project.reportingHint")}
        none={t("project.reportingNone")}
        byDefault={
          first ? t("project.reportingDefault", { unit: first.name }) : t("project.reportingNobody")
        }
        defaultValue={(reporting.named && reporting.unit?.name) || ""}
        choices={[...choices.leads, ...choices.others]}
      />
      <TextField name="reason" label={t("project.reportingReason")} required />
      <FormEnd label={t("common.save")} cancel={t("common.cancel")} closeHref={closeHref} />
    </EditorForm>
  );
}
