import { Section } from "@/components/account/section";
import { FoldedStep, StepForm } from "@/components/change/step-form";
import { TextAreaField, TextField } from "@/components/form/fields";
import type { Viewer } from "@/lib/auth/actor";
import { can, type Subject } from "@/lib/auth/permissions";
import {
  type ChangeRequestRow,
  isOpen,
  isReadyToDecide,
} from "@/lib/change-request/change-request";
import type { Translator } from "@/lib/language/translator";
import {
  approveChangeAction,
  checkChangeAction,
  recordChangeAction,
  refuseChangeAction,
  returnChangeAction,
  withdrawChangeAction,
} from "../actions";

type StepsProps = { t: Translator; viewer: Viewer; request: ChangeRequestRow; subject: Subject };

/** What the reader may do with an open request. Nobody decides on what the same person asked for. */
export function Steps({ t, viewer, request, subject }: StepsProps) {
  if (!isOpen(request.state)) return null;
  const checks = request.state === "asked" && can(viewer, "change.check", subject);
  const decides = can(viewer, "change.decide", subject);
  const ready = isReadyToDecide(request);
  const records = can(viewer, "change.record", subject);
  const withdraws = can(viewer, "change.withdraw", subject);
  if (!checks && !decides && !records && !withdraws)
    return <p className="text-ink-2 text-sm">{t("change.waits")}</p>;
  const step = { t, row: request };
  return (
    <Section title={t("change.steps")}>
      <div className="grid gap-3">
        {checks && (
          <StepForm {...step} action={checkChangeAction} label={t("change.check")}>
            <TextField name="note" label={t("change.checkNote")} />
          </StepForm>
        )}
        {decides && !ready && <p className="text-ink-2 text-sm">{t("errors.changeNotChecked")}</p>}
        {decides && ready && (
          <StepForm {...step} action={approveChangeAction} label={t("change.approve")}>
            <TextField name="note" label={t("change.decisionNote")} />
          </StepForm>
        )}
        {records && (
          <FoldedStep title={t("change.recordTitle")}>
            <StepForm {...step} action={recordChangeAction} label={t("change.record")}>
              <p className="text-ink-2 text-sm">{t("change.recordNote")}</p>
              <TextField
                name="decisionNumber"
                label={t("change.decisionNumber")}
                defaultValue={request.documentNumber ?? ""}
                required
              />
              <TextField
                name="decisionOn"
                type="date"
                label={t("change.decisionOn")}
                defaultValue={request.documentOn ?? ""}
              />
              <TextField name="note" label={t("change.decisionNote")} />
            </StepForm>
          </FoldedStep>
        )}
        {(checks || (decides && ready)) && (
          <FoldedStep title={t("change.refuseTitle")}>
            <StepForm
              {...step}
              action={decides ? refuseChangeAction : returnChangeAction}
              label={t("change.refuse")}
              quiet
            >
              <TextAreaField name="reason" label={t("common.reason")} rows={2} required />
            </StepForm>
          </FoldedStep>
        )}
        {withdraws && (
          <StepForm {...step} action={withdrawChangeAction} label={t("change.withdraw")} quiet />
        )}
      </div>
    </Section>
  );
}
