import { Section } from "@/components/account/section";
import { FoldedStep, StepForm } from "@/components/change/step-form";
import { TextAreaField, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { BatchRow } from "@/lib/change-request/change-request";
import type { Translator } from "@/lib/language/translator";

type BatchStepsProps = {
  t: Translator;
  batch: BatchRow;
  /** Requests that nobody has checked and that a unit asked for: a leader cannot decide yet. */
  unchecked: number;
  decides: boolean;
  records: boolean;
  actions: { approve: FormAction; refuse: FormAction; record: FormAction };
};

/** What may be done with a whole batch, all or none. */
export function BatchSteps({ t, batch, unchecked, decides, records, actions }: BatchStepsProps) {
  const step = { t, row: batch };
  return (
    <Section title={t("change.steps")}>
      <div className="grid gap-3">
        {decides && unchecked > 0 && (
          <p className="text-ink-2 text-sm">{t("changeBatch.unchecked", { count: unchecked })}</p>
        )}
        {decides && unchecked === 0 && (
          <StepForm {...step} action={actions.approve} label={t("changeBatch.approve")}>
            <TextField name="note" label={t("change.decisionNote")} />
          </StepForm>
        )}
        {records && (
          <FoldedStep title={t("change.recordTitle")}>
            <StepForm {...step} action={actions.record} label={t("changeBatch.record")}>
              <TextField
                name="decisionNumber"
                label={t("change.decisionNumber")}
                defaultValue={batch.documentNumber ?? ""}
                required
              />
              <TextField
                name="decisionOn"
                type="date"
                label={t("change.decisionOn")}
                defaultValue={batch.documentOn ?? ""}
              />
              <TextField name="note" label={t("change.decisionNote")} />
            </StepForm>
          </FoldedStep>
        )}
        {decides && (
          <FoldedStep title={t("change.refuseTitle")}>
            <StepForm {...step} action={actions.refuse} label={t("changeBatch.refuse")} quiet>
              <TextAreaField name="reason" label={t("common.reason")} rows={2} required />
            </StepForm>
          </FoldedStep>
        )}
      </div>
    </Section>
  );
}
