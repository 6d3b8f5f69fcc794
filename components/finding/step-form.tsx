import { FileField } from "@/components/audit/file-field";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton, TextAreaField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";

type StepFormProps = {
  finding: { id: number; version: number };
  action: FormAction;
  /** The field that the step asks for, its label, and the button. */
  name: string;
  label: string;
  submit: string;
  quiet?: boolean;
  /** Set where a file may come along. */
  file?: { label: string; hint: string };
  signInLabel: string;
};

/** One step of a finding: a sentence, in one case with a file. */
export function StepForm({
  finding,
  action,
  name,
  label,
  submit,
  quiet,
  file,
  signInLabel,
}: StepFormProps) {
  return (
    <ActionForm action={action} className="grid gap-3" signInLabel={signInLabel}>
      <HiddenField name="id" value={finding.id} />
      <HiddenField name="version" value={finding.version} />
      <TextAreaField name={name} label={label} required rows={3} />
      {file && (
        <FileField name="file" {...file} accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/*" />
      )}
      <div>
        <SubmitButton quiet={quiet ?? false}>{submit}</SubmitButton>
      </div>
    </ActionForm>
  );
}
