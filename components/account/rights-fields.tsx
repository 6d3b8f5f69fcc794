import { SelectField, TextAreaField } from "@/components/form/fields";
import { ROLES, type Role, SCOPES, type Scope } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";

type RightsFieldsProps = {
  t: Translator;
  regions: { code: string; name: string }[];
  rights: { role: Role; scope: Scope; regionCode: string | null; units: string[] };
};

/** Role, region, scope and units: the fields that a new account and a change of rights share. */
export function RightsFields({ t, regions, rights }: RightsFieldsProps) {
  return (
    <>
      <SelectField
        name="role"
        label={t("settings.role")}
        defaultValue={rights.role}
        options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))}
      />
      <SelectField
        name="regionCode"
        label={t("settings.region")}
        defaultValue={rights.regionCode ?? ""}
        options={[
          { value: "", label: t("settings.noRegionOption") },
          ...regions.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <SelectField
        name="scope"
        label={t("settings.scope")}
        defaultValue={rights.scope}
        options={SCOPES.map((scope) => ({ value: scope, label: t(`settings.scopes.${scope}`) }))}
      />
      <TextAreaField
        name="units"
        label={t("settings.unitsLabel")}
        hint={t("settings.unitsHint")}
        defaultValue={rights.units.join("\n")}
        rows={3}
      />
    </>
  );
}
