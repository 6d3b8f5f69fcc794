import { ActionForm } from "@/components/form/action-form";
import { SelectField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { Translator } from "@/lib/language/translator";
import type { ReturnRow } from "@/lib/monthly-return/monthly-return";

type DecisionProps = { t: Translator; row: ReturnRow; action: FormAction };

/** Approve or send back. Enter in the reason sends back; approving takes its own button. */
export function Decision({ t, row, action }: DecisionProps) {
  return (
    <ActionForm action={action} signInLabel={t("form.signInAgain")} className="grid gap-2.5">
      <input type="hidden" name="return" value={`${row.id}:${row.version}`} readOnly />
      <div id="review-reason">
        <TextField name="reason" label={t("review.reason")} />
      </div>
      <div id="review-buttons" className="flex gap-2">
        <SubmitButton quiet name="decision" value="return">
          {t("review.sendBackOne")}
        </SubmitButton>
        {row.state === "submitted" && (
          <SubmitButton name="decision" value="approve">
            {t("review.approveOne")}
          </SubmitButton>
        )}
      </div>
    </ActionForm>
  );
}

/** The reviewer's own light beside the others, with a comment where it differs from the unit's. */
export function ReviewerLight({ t, row, action }: DecisionProps) {
  const lights = (["green", "yellow", "red"] as const).map((value) => ({
    value,
    label: t(`lightColour.${value}`),
  }));
  return (
    <ActionForm
      action={action}
      signInLabel={t("form.signInAgain")}
      className="mt-3 grid gap-2.5 print:hidden"
    >
      <input type="hidden" name="id" value={row.id} readOnly />
      <input type="hidden" name="version" value={row.version} readOnly />
      <SelectField
        name="light"
        label={t("returnPage.setLight")}
        options={lights}
        defaultValue={row.reviewerLight ?? row.selfLight ?? "green"}
      />
      <TextField
        name="comment"
        label={t("returnPage.lightComment")}
        defaultValue={row.reviewerComment ?? ""}
      />
      <div>
        <SubmitButton quiet>{t("returnPage.saveLight")}</SubmitButton>
      </div>
    </ActionForm>
  );
}
