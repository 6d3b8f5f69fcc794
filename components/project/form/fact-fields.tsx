import { CheckGroup } from "@/components/form/choices";
import { SelectField, TextAreaField, TextField } from "@/components/form/fields";
import { PROJECT_TYPES, SECTORS } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";

/** What the fields begin with; nothing for a new project. */
export type FactDefaults = Partial<{
  name: string;
  type: string;
  field: string;
  content: string;
  start: string;
  end: string;
  totalInvestment: string;
  owners: string;
  hosts: string;
  leads: string;
  supports: string;
  primarySector: string;
  furtherSectors: string[];
}>;
type FieldsProps = { t: Translator; facts: FactDefaults };

/** The facts of a project in the order of an annex: name, units, period and amount, content, sectors. */
export function FactFields({ t, facts }: FieldsProps) {
  const types = PROJECT_TYPES.map((type) => ({ value: type, label: t(`projectType.${type}`) }));
  return (
    <>
      <TextField name="name" label={t("project.name")} defaultValue={facts.name} required />
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          name="type"
          label={t("project.type")}
          defaultValue={facts.type}
          options={facts.type ? types : [{ value: "", label: t("stageChange.choose") }, ...types]}
          required
        />
        <TextField name="field" label={t("project.field")} defaultValue={facts.field} />
      </div>
      <UnitFields t={t} facts={facts} roles={["owners", "hosts", "leads", "supports"]} />
      <PeriodAndAmount t={t} facts={facts} />
      <TextAreaField
        name="content"
        label={t("project.content")}
        rows={5}
        defaultValue={facts.content}
      />
      <SectorFields t={t} facts={facts} />
    </>
  );
}

type Roles = ("owners" | "hosts" | "leads" | "supports")[];

export function UnitFields({ t, facts, roles }: FieldsProps & { roles: Roles }) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {roles.map((role, at) => (
        <TextAreaField
          key={role}
          name={role}
          label={t(`project.${role}`)}
          hint={at === 0 ? t("project.unitsHint") : undefined}
          rows={2}
          defaultValue={facts[role]}
        />
      ))}
    </div>
  );
}

export function PeriodAndAmount({ t, facts }: FieldsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <TextField
        name="start"
        label={t("project.start")}
        hint={t("project.partialHint")}
        defaultValue={facts.start}
      />
      <TextField name="end" label={t("project.end")} defaultValue={facts.end} />
      <TextField
        name="totalInvestment"
        label={t("project.amount")}
        hint={t("project.amountHint")}
        defaultValue={facts.totalInvestment}
        inputMode="decimal"
      />
    </div>
  );
}

function SectorFields({ t, facts }: FieldsProps) {
  const sectors = SECTORS.map((sector) => ({ value: sector, label: t(`sector.${sector}`) }));
  return (
    <>
      <SelectField
        name="primarySector"
        label={t("project.primarySector")}
        defaultValue={facts.primarySector}
        options={[{ value: "", label: t("project.noSector") }, ...sectors]}
      />
      <CheckGroup
        name="furtherSectors"
        label={t("project.furtherSectors")}
        options={sectors}
        defaultValues={facts.furtherSectors ?? []}
      />
    </>
  );
}
