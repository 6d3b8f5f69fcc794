import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton, TextAreaField, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import type { ProblemRow } from "@/lib/problem/problem";
import { ProblemFields } from "./problem-fields";

type RaiseFormProps = {
  t: Translator;
  projectId: number;
  returnId: number | null;
  units: { id: number; name: string }[];
  action: FormAction;
};

/** Puts a problem on a project's list. */
export function RaiseForm({ t, projectId, returnId, units, action }: RaiseFormProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="grid gap-3">
      <input type="hidden" name="projectId" value={projectId} readOnly />
      <input type="hidden" name="returnId" value={returnId ?? ""} readOnly />
      <ProblemFields t={t} units={units} />
      <div>
        <SubmitButton>{t("problem.raise")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

type OneFormProps = { t: Translator; row: ProblemRow; action: FormAction };

/** Changes what an open problem says; a conflict shows both values. */
export function UpdateForm({
  t,
  row,
  units,
  action,
}: OneFormProps & { units: RaiseFormProps["units"] }) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="grid gap-3">
      <HiddenField name="id" value={row.id} />
      <HiddenField name="version" value={row.version} />
      <ProblemFields t={t} units={units} row={row} />
      <div>
        <SubmitButton quiet>{t("common.save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** 销号: with a sentence, and evidence that was uploaded before. */
export function CloseForm({ t, row, action }: OneFormProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="grid gap-3">
      <HiddenField name="id" value={row.id} />
      <HiddenField name="version" value={row.version} />
      <TextAreaField
        name="closingNote"
        label={t("problem.closingNote")}
        hint={t("problem.closeHint")}
        rows={2}
        required
      />
      <div>
        <SubmitButton>{t("problem.close")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Opens a closed problem again, with the reason. */
export function ReopenForm({ t, row, action }: OneFormProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="grid gap-3">
      <HiddenField name="id" value={row.id} />
      <HiddenField name="version" value={row.version} />
      <TextField name="reason" label={t("problem.reopenReason")} required />
      <div>
        <SubmitButton quiet>{t("problem.reopen")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
