import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SelectField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import type { Review } from "@/lib/import/review/review";
import type { Translator } from "@/lib/language/translator";

type PlanFormProps = {
  t: Translator;
  row: Review["row"];
  plans: { id: number; name: string }[];
  open: boolean;
  action: FormAction;
};

/** Which plan the document is: one of the ledger's, or a new one with its facts. */
export function PlanForm({ t, row, plans, open, action }: PlanFormProps) {
  return (
    <details open={open} className="mb-3.5 rounded-card border border-line bg-surface px-4 py-2.5">
      <summary className="text-ink-2 max-sm:min-h-11 max-sm:content-center">
        {t("importPage.plan")}：<b className="font-semibold text-ink">{row.planName}</b>{" "}
        {row.startYear ?? "?"}–{row.endYear ?? "?"}{" "}
        <span className="text-accent">{t("importPage.planEdit")}</span>
      </summary>
      <ActionForm
        action={action}
        signInLabel={t("form.signInAgain")}
        className="mt-2.5 grid gap-3 sm:grid-cols-2 lg:grid-cols-4"
      >
        <HiddenField name="importId" value={row.id} />
        <input type="hidden" name="version" value={row.version} />
        <SelectField
          name="planId"
          label={t("importPage.planWhich")}
          defaultValue={row.planId === null ? "" : String(row.planId)}
          options={[
            { value: "", label: t("importPage.planNew") },
            ...plans.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <TextField
          name="planName"
          label={t("importPage.planName")}
          defaultValue={row.planName}
          required
        />
        <TextField
          name="startYear"
          label={t("importPage.planStart")}
          inputMode="numeric"
          defaultValue={String(row.startYear ?? "")}
          required
        />
        <TextField
          name="endYear"
          label={t("importPage.planEnd")}
          inputMode="numeric"
          defaultValue={String(row.endYear ?? "")}
          required
        />
        <TextField
          name="documentNumber"
          label={t("importPage.planNumber")}
          defaultValue={row.documentNumber ?? ""}
        />
        <TextField
          name="publishedOn"
          label={t("importPage.planDate")}
          defaultValue={row.publishedOn ?? ""}
          placeholder="2026-11-23"
        />
        <TextField
          name="reason"
          label={t("importPage.planReason")}
          hint={t("importPage.planReasonHint")}
          defaultValue={row.reason ?? ""}
        />
        <SelectField
          name="reasonCode"
          label={t("change.reason")}
          hint={t("importPage.reasonCodeHint")}
          defaultValue={row.reasonCode ?? ""}
          options={[
            { value: "", label: t("stageChange.choose") },
            ...CHANGE_REASONS.map((value) => ({ value, label: t(`changeReason.${value}`) })),
          ]}
        />
        <TextField
          name="basisNumber"
          label={t("change.documentNumber")}
          hint={t("importPage.basisHint")}
          defaultValue={row.basisNumber ?? ""}
        />
        <TextField
          name="basisOn"
          type="date"
          label={t("change.documentOn")}
          defaultValue={row.basisOn ?? ""}
        />
        <p className="self-end">
          <SubmitButton quiet>{t("importPage.save")}</SubmitButton>
        </p>
      </ActionForm>
    </details>
  );
}
