import { CheckField, SubmitButton, TextField } from "@/components/form/fields";
import type { CalendarRules } from "@/lib/calendar/calendar";
import type { Translator } from "@/lib/language/translator";

type RulesFormProps = {
  t: Translator;
  regionCode: string;
  /** What the fields begin with: what was typed, else what stands, else what is usual. */
  values: Record<string, string> & { joinsJanuary?: string };
  /** What is wrong with what was typed, a sentence each. */
  faults: { field: string; sentence: string }[];
};

/** The days of a region's returns. Asks for the page that says what they would change; saves nothing by itself. */
export function RulesForm({ t, regionCode, values, faults }: RulesFormProps) {
  const day = (name: "opensDay" | "dueDay" | "locksDay", label: string, hint: string) => (
    <TextField
      key={`${name} ${values[name]}`}
      name={name}
      label={label}
      hint={hint}
      defaultValue={values[name]}
      inputMode="numeric"
      required
    />
  );
  return (
    <form method="get" action="/settings/calendar" className="grid gap-3">
      <input type="hidden" name="regionCode" value={regionCode} />
      {faults.length > 0 && (
        <ul role="alert" className="rounded-card border border-red bg-surface px-3 py-2 text-red">
          {faults.map(({ field, sentence }) => (
            <li key={field}>{sentence}</li>
          ))}
        </ul>
      )}
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
        <TextField
          key={`startsMonth ${values.startsMonth}`}
          name="startsMonth"
          label={t("calendar.starts")}
          hint={t("calendar.startsHint")}
          defaultValue={values.startsMonth}
          required
        />
        {day("opensDay", t("calendar.opensDay"), t("calendar.opensHint"))}
        {day("dueDay", t("calendar.dueDay"), t("calendar.dueHint"))}
        {day("locksDay", t("calendar.locksDay"), t("calendar.locksHint"))}
      </div>
      <CheckField
        key={values.joinsJanuary ?? ""}
        name="joinsJanuary"
        label={t("calendar.joinsHint")}
        defaultChecked={values.joinsJanuary === "on"}
      />
      <div>
        <SubmitButton>{t("calendar.preview")}</SubmitButton>
      </div>
    </form>
  );
}

/** A calendar as the form's fields have it. */
export function typedRules(rules: CalendarRules): RulesFormProps["values"] {
  return {
    startsMonth: rules.startsMonth,
    opensDay: String(rules.opensDay),
    dueDay: String(rules.dueDay),
    locksDay: String(rules.locksDay),
    joinsJanuary: rules.joinsJanuary ? "on" : "",
  };
}
