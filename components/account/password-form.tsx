import { ActionForm } from "@/components/form/action-form";
import { SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";

/** The own password: the current one, the new one, and the new one again. */
export function PasswordForm({
  t,
  username,
  action,
}: {
  t: Translator;
  username: string;
  action: FormAction;
}) {
  return (
    <ActionForm action={action} className="grid max-w-sm gap-3" signInLabel={t("signIn.title")}>
      {/* Password managers need the name beside the password. It has no `name`, so it is not sent. */}
      <input
        type="text"
        autoComplete="username"
        aria-label={t("account.facts.username")}
        value={username}
        readOnly
        hidden
      />
      <TextField
        name="currentPassword"
        type="password"
        label={t("account.currentPassword")}
        autoComplete="current-password"
        required
      />
      <TextField
        name="newPassword"
        type="password"
        label={t("account.newPassword")}
        hint={t("account.passwordHint")}
        autoComplete="new-password"
        required
      />
      <TextField
        name="repeatPassword"
        type="password"
        label={t("account.repeatPassword")}
        autoComplete="new-password"
        required
      />
      <div>
        <SubmitButton>{t("account.changePassword")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
