import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { SubmitButton } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { BUTTON } from "@/components/ui/button";

type ConfirmFormProps = {
  action: FormAction;
  /** The first step: opens what will happen, and the button that does it. */
  label: string;
  /** What will happen, in a sentence. */
  note: string;
  confirm: string;
  signInLabel: string;
  /** Hidden fields. */
  children?: ReactNode;
};

/** An action in two steps, for what a person should not do by a slip; works with the keyboard and without JavaScript. */
export function ConfirmForm({
  action,
  label,
  note,
  confirm,
  signInLabel,
  children,
}: ConfirmFormProps) {
  return (
    <details>
      <summary className={BUTTON}>{label}</summary>
      <div className="mt-2 max-w-prose rounded-card border border-line bg-surface p-3">
        <p className="mb-2 text-ink-2">{note}</p>
        <ActionForm action={action} signInLabel={signInLabel}>
          {children}
          <SubmitButton>{confirm}</SubmitButton>
        </ActionForm>
      </div>
    </details>
  );
}
