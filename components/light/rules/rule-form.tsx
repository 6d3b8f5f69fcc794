import Link from "next/link";
import { SelectField, SubmitButton, TextField } from "@/components/form/fields";
import { LIGHT_MEASURES, PROJECT_TYPES } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import { LIGHT_PRESETS } from "@/lib/light/light";

type RuleFormProps = {
  t: Translator;
  region: string;
  values: Record<string, string>;
  faults: { field: string; sentence: string }[];
};

const PRESETS = Object.keys(LIGHT_PRESETS) as (keyof typeof LIGHT_PRESETS)[];

/** A rule to be tried: begins with a preset, every threshold can be changed. Asks for the dry run; saves nothing. */
export function RuleForm({ t, region, values, faults }: RuleFormProps) {
  const of = (name: string) => ({
    name,
    key: `${name} ${values[name]}`,
    defaultValue: values[name] ?? "",
  });
  const { key: measureKey, ...measure } = of("measure");
  const { key: typeKey, ...type } = of("type");
  const { key: nameKey, ...name } = of("name");
  const { key: yellowKey, ...yellow } = of("yellowAt");
  const { key: redKey, ...red } = of("redAt");
  const { key: fromKey, ...from } = of("fromMonth");
  return (
    <form method="get" action="/lights/rules" className="grid gap-3">
      <input type="hidden" name="region" value={region} />
      <p className="flex flex-wrap gap-x-4 text-ink-2">
        {t("lightRules.presets")}
        {PRESETS.map((preset) => (
          <Link
            key={preset}
            href={{ pathname: "/lights/rules", query: { region, preset } }}
            scroll={false}
            className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11"
          >
            {t(`lightRules.presetNote.${preset}`)}
          </Link>
        ))}
      </p>
      {faults.length > 0 && (
        <ul role="alert" className="rounded-card border border-red bg-surface px-3 py-2 text-red">
          {faults.map(({ field, sentence }) => (
            <li key={field}>{sentence}</li>
          ))}
        </ul>
      )}
      <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        <TextField key={nameKey} {...name} label={t("lightRules.name")} required />
        <SelectField
          key={typeKey}
          {...type}
          label={t("eventField.light_rules.type")}
          options={PROJECT_TYPES.map((value) => ({ value, label: t(`projectType.${value}`) }))}
        />
        <SelectField
          key={measureKey}
          {...measure}
          label={t("eventField.light_rules.measure")}
          options={LIGHT_MEASURES.map((value) => ({ value, label: t(`lightMeasure.${value}`) }))}
        />
        <TextField
          key={yellowKey}
          {...yellow}
          label={t("eventField.light_rules.yellowAt")}
          hint={t("lightRules.thresholdHint")}
          inputMode="decimal"
          required
        />
        <TextField
          key={redKey}
          {...red}
          label={t("eventField.light_rules.redAt")}
          hint={t("lightRules.thresholdHint")}
          inputMode="decimal"
          required
        />
        <TextField
          key={fromKey}
          {...from}
          label={t("eventField.light_rules.fromMonth")}
          hint={t("calendar.startsHint")}
          required
        />
      </div>
      <div>
        <SubmitButton quiet>{t("lightRules.tryTyped")}</SubmitButton>
      </div>
    </form>
  );
}
