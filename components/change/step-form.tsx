import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";

type StepFormProps = {
  t: Translator;
  row: { id: number; version: number };
  action: FormAction;
  label: string;
  quiet?: boolean;
  children?: ReactNode;
};

/** One step with a request or a batch: its fields and the button. */
export function StepForm({ t, row, action, label, quiet, children }: StepFormProps) {
  return (
    <ActionForm
      key={`${row.id} ${row.version}`}
      action={action}
      signInLabel={t("form.signInAgain")}
      className="grid gap-2.5"
    >
      <HiddenField name="id" value={row.id} />
      <HiddenField name="version" value={row.version} />
      {children}
      <p>
        <SubmitButton quiet={quiet}>{label}</SubmitButton>
      </p>
    </ActionForm>
  );
}

/** A step that opens on demand, so that the page shows one decision at a time. */
export function FoldedStep({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="border-line-2 border-t pt-2">
      <summary className="py-1 text-accent hover:underline max-sm:min-h-11 max-sm:content-center">
        {title}
      </summary>
      <div className="pt-1.5">{children}</div>
    </details>
  );
}
