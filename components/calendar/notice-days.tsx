import { ActionForm } from "@/components/form/action-form";
import { SelectField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { DayChanges } from "@/lib/calendar/calendar";
import { HOLIDAY_NOTICES } from "@/lib/calendar/holidays";
import type { Translator } from "@/lib/language/translator";

type NoticeDaysProps = { t: Translator; changes: DayChanges; action: FormAction };

/** Days off and working days that a later notice set, for all regions, and the form to enter more. */
export function NoticeDays({ t, changes, action }: NoticeDaysProps) {
  const days = [...changes].sort(([one], [other]) => (one < other ? 1 : -1));
  return (
    <>
      <p className="text-ink-2">
        {t("calendar.builtIn", {
          notices: Object.entries(HOLIDAY_NOTICES)
            .map(([year, number]) => t("calendar.notice", { year, number }))
            .join("、"),
        })}
      </p>
      {days.length > 0 && (
        <ul className="mt-2 flex max-h-48 flex-wrap gap-x-4 gap-y-0.5 overflow-y-auto">
          {days.map(([day, working]) => (
            <li key={day}>
              {day} {t(working ? "calendar.working" : "calendar.off")}
            </li>
          ))}
        </ul>
      )}
      <ActionForm
        action={action}
        signInLabel={t("form.signInAgain")}
        className="mt-3 grid gap-3 sm:grid-cols-2"
      >
        <TextField name="day" type="date" label={t("calendar.day")} required />
        <TextField
          name="until"
          type="date"
          label={t("calendar.until")}
          hint={t("calendar.untilHint")}
        />
        <SelectField
          name="working"
          label={t("calendar.kind")}
          options={[
            { value: "", label: t("calendar.off") },
            { value: "on", label: t("calendar.working") },
          ]}
        />
        <TextField name="reason" label={t("calendar.noticeNumber")} />
        <div>
          <SubmitButton quiet>{t("calendar.saveDay")}</SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
