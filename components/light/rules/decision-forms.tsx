import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";

type ActivateFormProps = {
  t: Translator;
  rule: { id: number; version: number; name: string; fromMonth: string };
  action: FormAction;
};

/** Lets a proposed rule decide, with what that means. */
export function ActivateForm({ t, rule, action }: ActivateFormProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="mt-2.5 grid gap-2">
      <HiddenField name="id" value={rule.id} />
      <HiddenField name="version" value={rule.version} />
      <p className="text-ink-2 text-sm">{t("lightRules.activateNote", { from: rule.fromMonth })}</p>
      <div>
        <SubmitButton>{t("lightRules.activate")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Says that a proposed rule shall not decide, with the reason. */
export function DeclineForm({ t, rule, action }: ActivateFormProps) {
  return (
    <ActionForm
      action={action}
      signInLabel={t("form.signInAgain")}
      className="mt-3 grid gap-2 border-line border-t pt-3"
    >
      <HiddenField name="id" value={rule.id} />
      <HiddenField name="version" value={rule.version} />
      <TextField name="reason" label={t("lightRules.declineReason")} required />
      <div>
        <SubmitButton quiet>{t("lightRules.decline")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Takes the own proposal back. */
export function WithdrawForm({ t, rule, action }: ActivateFormProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="mt-1.5 grid gap-2">
      <HiddenField name="id" value={rule.id} />
      <HiddenField name="version" value={rule.version} />
      <div>
        <SubmitButton quiet>
          {t("lightRules.withdraw")}
          <span className="sr-only"> {rule.name}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
