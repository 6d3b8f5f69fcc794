import { SelectField, TextAreaField, TextField } from "@/components/form/fields";
import type { ChangeKind, ControlledField } from "@/db/change-vocabulary";
import type { ProjectType } from "@/db/vocabulary";
import { type ControlledTexts, FACTS_OF, isStageKind } from "@/lib/change-request/change-request";
import type { Translator } from "@/lib/language/translator";

type KindFieldsProps = {
  t: Translator;
  kind: ChangeKind;
  type: ProjectType;
  current: Required<ControlledTexts>;
};

const LONG: readonly ControlledField[] = ["leads", "owners", "hosts", "supports", "content"];
const PARTS = [1, 2, 3, 4, 5] as const;

/** The fields that a kind of change may move, as they stand now. */
export function KindFields({ t, kind, type, current }: KindFieldsProps) {
  return (
    <>
      {kind === "merge" && (
        <TextField
          name="merged"
          label={t("change.merged")}
          hint={t("change.mergedHint")}
          required
        />
      )}
      {kind === "split" && <PartFields t={t} />}
      {isStageKind(kind) && <StageFields t={t} kind={kind} type={type} />}
      {FACTS_OF[kind].map((field) =>
        LONG.includes(field) ? (
          <TextAreaField
            key={field}
            name={field}
            label={t(`changeField.${field}`)}
            hint={field === "content" ? undefined : t("project.unitsHint")}
            rows={field === "content" ? 5 : 2}
            defaultValue={current[field]}
          />
        ) : (
          <TextField
            key={field}
            name={field}
            label={field === "totalInvestment" ? t("project.amount") : t(`changeField.${field}`)}
            hint={hintOf(t, kind, field)}
            defaultValue={kind === "split" && field === "totalInvestment" ? "" : current[field]}
            inputMode={field === "totalInvestment" ? "decimal" : undefined}
          />
        ),
      )}
    </>
  );
}

function hintOf(t: Translator, kind: ChangeKind, field: ControlledField): string | undefined {
  if (field === "totalInvestment")
    return t(kind === "split" ? "change.splitRest" : "project.amountHint");
  return field === "end" || field === "start" ? t("project.partialHint") : undefined;
}

function StageFields({ t, kind, type }: { t: Translator; kind: ChangeKind; type: ProjectType }) {
  const stages = (["planned", "preparation", "in_progress"] as const).map((stage) => ({
    value: stage,
    label: t(`stage.${type}.${stage}`),
  }));
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {kind === "resumption" && (
        <SelectField
          name="stage"
          label={t("change.resumedStage")}
          options={[{ value: "", label: t("stageChange.choose") }, ...stages]}
          required
        />
      )}
      <TextField name="stageOn" type="date" label={t("change.inForceOn")} required />
    </div>
  );
}

function PartFields({ t }: { t: Translator }) {
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-1 text-ink-2 text-sm">{t("change.parts")}</legend>
      <p className="text-ink-3 text-xs">{t("change.partsNote")}</p>
      {PARTS.map((at) => (
        <fieldset key={at} className="grid gap-2 border-line-2 border-b pb-3 sm:grid-cols-2">
          <legend className="text-ink-3 text-xs">{t("change.partNumber", { at })}</legend>
          <TextField name={`part${at}Name`} label={t("changeField.name")} />
          <TextField
            name={`part${at}TotalInvestment`}
            label={t("project.amount")}
            inputMode="decimal"
          />
          <TextField name={`part${at}Leads`} label={t("changeField.leads")} />
          <TextField name={`part${at}Owners`} label={t("changeField.owners")} />
        </fieldset>
      ))}
    </fieldset>
  );
}
