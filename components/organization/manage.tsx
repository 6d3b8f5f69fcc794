import type { ReactNode } from "react";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { LINK_KINDS, ORGANIZATION_KINDS, type OrganizationKind } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";

export type ManageActions = Record<"setKind" | "rename" | "link" | "merge" | "unmerge", FormAction>;

type Managed = { id: number; version: number; name: string; kind: OrganizationKind };

type ManageProps = {
  t: Translator;
  unit: Managed;
  /** The body this one was merged into. */
  mergedInto: string | null;
  suggestions: string[];
  actions: ManageActions;
};

/** What a reviewer may do with a unit, each with its reason: say what it is, correct the name, link, merge, undo. */
export function Manage({ t, unit, mergedInto, suggestions, actions }: ManageProps) {
  if (mergedInto !== null) {
    return (
      <Step t={t} name="unmerge" unit={unit} action={actions.unmerge} open>
        <p className="text-ink-2">
          {t("unit.unmergeNote", { name: unit.name, other: mergedInto })}
        </p>
      </Step>
    );
  }
  return (
    <div className="grid gap-2">
      <Step t={t} name="link" unit={unit} action={actions.link}>
        <TextField name="other" label={t("unit.otherUnit")} suggestions={suggestions} required />
        <SelectField
          name="kind"
          label={t("unit.linkKind")}
          options={LINK_KINDS.map((kind) => ({ value: kind, label: t(`unit.ground.${kind}`) }))}
        />
      </Step>
      <Step t={t} name="merge" unit={unit} action={actions.merge}>
        <p className="text-ink-2">{t("unit.mergeNote", { name: unit.name })}</p>
        <TextField name="target" label={t("unit.mergeTarget")} suggestions={suggestions} required />
      </Step>
      <Step t={t} name="setKind" unit={unit} action={actions.setKind}>
        <SelectField
          name="kind"
          label={t("unit.kind")}
          defaultValue={unit.kind}
          options={ORGANIZATION_KINDS.map((kind) => ({
            value: kind,
            label: t(`organizationKind.${kind}`),
          }))}
        />
      </Step>
      <Step t={t} name="rename" unit={unit} action={actions.rename}>
        <p className="text-ink-2">{t("unit.renameNote")}</p>
        <TextField name="name" label={t("unit.newName")} defaultValue={unit.name} required />
      </Step>
    </div>
  );
}

type StepProps = {
  t: Translator;
  name: keyof ManageActions;
  unit: Managed;
  action: FormAction;
  open?: true;
  children: ReactNode;
};

function Step({ t, name, unit, action, open, children }: StepProps) {
  return (
    <details open={open}>
      <summary className="inline-flex min-h-7 items-center rounded-card border border-line-3 bg-surface px-3 hover:bg-sunken max-sm:min-h-11">
        {t(`unit.step.${name}`)}
      </summary>
      <ActionForm
        key={`${name} ${unit.version}`}
        action={action}
        signInLabel={t("form.signInAgain")}
        className="mt-2 mb-3 grid max-w-lg gap-3"
      >
        <HiddenField name="id" value={unit.id} />
        <HiddenField name="version" value={unit.version} />
        {children}
        <TextField name="reason" label={t("common.reason")} required />
        <div>
          <SubmitButton>{t(`unit.do.${name}`)}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}
