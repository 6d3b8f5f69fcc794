import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";

type ExceptionsProps = {
  t: Translator;
  regionCode: string;
  exceptions: { id: number; month: string; dueOn: string | null; reason: string; unit: string }[];
  action: FormAction;
};

/** Units that hand in one month later than the others, with the reason, and the form to allow it. */
export function Exceptions({ t, regionCode, exceptions, action }: ExceptionsProps) {
  return (
    <>
      {exceptions.length === 0 && <p className="text-ink-2">{t("calendar.noExceptions")}</p>}
      <ul>
        {exceptions.map(({ id, month, dueOn, reason, unit }) => (
          <li key={id} className="border-line-2 py-1.5 not-last:border-b">
            {t("calendar.exception", { unit, month, on: dueOn ?? "" })}
            <span className="block text-ink-3 text-xs">
              {t("calendar.exceptionReason", { reason })}
            </span>
          </li>
        ))}
      </ul>
      <ActionForm
        action={action}
        signInLabel={t("form.signInAgain")}
        className="mt-3 grid gap-3 sm:grid-cols-2"
      >
        <HiddenField name="regionCode" value={regionCode} />
        <TextField name="units" label={t("calendar.unit")} hint={t("calendar.unitHint")} required />
        <TextField
          name="month"
          label={t("calendar.month")}
          hint={t("calendar.startsHint")}
          required
        />
        <TextField
          name="dueOn"
          type="date"
          label={t("calendar.exceptionDue")}
          hint={t("calendar.exceptionHint")}
        />
        <TextField name="reason" label={t("common.reason")} required />
        <div>
          <SubmitButton quiet>{t("calendar.saveException")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
