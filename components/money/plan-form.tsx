import { EditorForm } from "@/components/form/editor-form";
import { HiddenField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import { FUNDING_SOURCES } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { MONTHS } from "@/lib/money-plan/input";

type PlanFormProps = {
  t: Translator;
  projectId: number;
  year: number;
  version: number;
  values: Record<string, string>;
  action: FormAction;
  closeHref: string;
};

/** One year of the plan: the whole year, its sources, its months. An empty field is unknown, not 0. */
export function PlanForm({
  t,
  projectId,
  year,
  version,
  values,
  action,
  closeHref,
}: PlanFormProps) {
  const field = (name: string, label: string) => (
    <TextField
      key={name}
      name={name}
      label={label}
      defaultValue={values[name]}
      inputMode="decimal"
      focused={name === "whole"}
    />
  );
  const byMonth = MONTHS.some((month) => values[`month_${month}`]);
  return (
    <section
      aria-labelledby="plan-form"
      className="mb-3 rounded-card border border-line bg-surface p-4"
    >
      <h3 id="plan-form" className="mb-1 font-semibold">
        {t("money.planOf", { year: String(year) })}
      </h3>
      <p className="mb-3 text-ink-3 text-xs">{t("money.formNote")}</p>
      <EditorForm
        action={action}
        closeHref={closeHref}
        returnTo={`plan-${year}`}
        signInLabel={t("form.signInAgain")}
        className="grid gap-3"
      >
        <HiddenField name="projectId" value={projectId} />
        <HiddenField name="year" value={year} />
        <HiddenField name="version" value={version} />
        <div className="grid gap-3 sm:max-w-60">{field("whole", t("money.whole"))}</div>
        <fieldset className="min-w-0">
          <legend className="mb-1 font-semibold text-sm">{t("money.bySource")}</legend>
          <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
            {FUNDING_SOURCES.map((source) =>
              field(`source_${source}`, t(`fundingSource.${source}`)),
            )}
          </div>
        </fieldset>
        <details open={byMonth}>
          <summary className="inline-flex min-h-6 items-center text-accent max-sm:min-h-11">
            {t("money.months")}
          </summary>
          <div className="mt-1 grid grid-cols-3 gap-3 sm:grid-cols-4">
            {MONTHS.map((month) => field(`month_${month}`, t("money.month", { month })))}
          </div>
        </details>
        <FormEnd label={t("common.save")} cancel={t("common.cancel")} closeHref={closeHref} />
      </EditorForm>
    </section>
  );
}
