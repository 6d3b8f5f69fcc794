import { HiddenField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import { ConfirmForm } from "./confirm-form";

type UserActionsProps = {
  t: Translator;
  user: { id: number; disabled: boolean; evaluation: boolean };
  actions: Record<
    "resetPasswordAction" | "signUserOutAction" | "disableUserAction" | "enableUserAction",
    FormAction
  >;
};

/** What an administrator does to another account, each in two steps. Ready accounts have no password to reset. */
export function UserActions({ t, user, actions }: UserActionsProps) {
  const steps = [
    ...(user.evaluation ? [] : [["reset", "confirmReset", actions.resetPasswordAction] as const]),
    ["endSessions", "confirmEndSessions", actions.signUserOutAction] as const,
    user.disabled
      ? (["enable", "confirmEnable", actions.enableUserAction] as const)
      : (["disable", "confirmDisable", actions.disableUserAction] as const),
  ];
  return (
    <div className="grid justify-items-start gap-2.5">
      {steps.map(([step, confirm, action], at) => (
        <ConfirmForm
          // The last step stays the same form when disabling turns into enabling: its answer stays readable.
          key={at === steps.length - 1 ? "state" : step}
          action={action}
          label={t(`settings.${step}`)}
          note={t(`settings.${step}Note`)}
          confirm={t(`settings.${confirm}`)}
          signInLabel={t("signIn.title")}
        >
          <HiddenField name="userId" value={user.id} />
        </ConfirmForm>
      ))}
    </div>
  );
}
