import { ActionForm } from "@/components/form/action-form";
import { EditorForm } from "@/components/form/editor-form";
import { SelectField, SubmitButton, TextAreaField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import { FUNDING_SOURCES, type ProjectType } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { ReturnContent, ReturnRow } from "@/lib/monthly-return/monthly-return";
import { asTyped, type ContentField } from "@/lib/monthly-return/typed";
import { contentLines } from "../content-lines";
import { ContentTable } from "../content-table";

type CorrectionFormProps = { t: Translator; row: ReturnRow; action: FormAction; closeHref: string };

/** 更正 after the lock: the whole content anew, with the reason. The stage stays as it is. */
export function CorrectionForm({ t, row, action, closeHref }: CorrectionFormProps) {
  const typed = asTyped(row);
  const of = (name: ContentField) => ({ name, defaultValue: typed[name] });
  const label = (field: "completedFen" | "paidFen" | "progressText" | "progressPercent") =>
    t(`eventField.monthly_returns.${field}`);
  return (
    <EditorForm
      action={action}
      closeHref={closeHref}
      returnTo="correction-ask"
      signInLabel={t("form.signInAgain")}
      className="grid gap-3 sm:grid-cols-2"
    >
      <p className="text-ink-2 text-sm sm:col-span-full">{t("returnPage.askNote")}</p>
      <input type="hidden" name="id" value={row.id} readOnly />
      <input type="hidden" name="version" value={row.version} readOnly />
      <input type="hidden" name="stage" value={row.stage} readOnly />
      <input type="hidden" name="stageOn" value={row.stageOn ?? ""} readOnly />
      <div className="sm:col-span-full">
        <TextField name="reason" label={t("returnPage.correctionReason")} required focused />
      </div>
      <TextField {...of("completedFen")} label={label("completedFen")} inputMode="decimal" />
      <TextField {...of("paidFen")} label={label("paidFen")} inputMode="decimal" />
      {FUNDING_SOURCES.map((source) => (
        <TextField
          key={source}
          {...of(`inPlace_${source}`)}
          label={t("returnPage.inPlace", { source: t(`fundingSource.${source}`) })}
          inputMode="decimal"
        />
      ))}
      <TextField {...of("progressPercent")} label={label("progressPercent")} inputMode="numeric" />
      <SelectField
        {...of("selfLight")}
        label={t("eventField.monthly_returns.selfLight")}
        options={(["green", "yellow", "red"] as const).map((value) => ({
          value,
          label: t(`lightColour.${value}`),
        }))}
      />
      <TextField {...of("headOfUnit")} label={t("returnPage.head")} />
      <TextAreaField {...of("progressText")} label={label("progressText")} rows={2} />
      <TextAreaField {...of("issues")} label={t("eventField.monthly_returns.issues")} rows={2} />
      <TextAreaField
        {...of("nextPlan")}
        label={t("eventField.monthly_returns.nextPlan")}
        rows={2}
      />
      <TextField {...of("amountNote")} label={t("eventField.monthly_returns.amountNote")} />
      <FormEnd label={t("returnPage.send")} cancel={t("returnPage.cancel")} closeHref={closeHref} />
    </EditorForm>
  );
}

type AskedProps = {
  t: Translator;
  row: ReturnRow;
  type: ProjectType;
  /** Null for those who only read. */
  action: FormAction | null;
  /** A reviewer who asked for it: another one decides. */
  own: boolean;
};

/** A 更正 that waits: what stands beside what it would become, and the decision of those who may. */
export function AskedCorrection({ t, row, type, action, own }: AskedProps) {
  const { asked } = row;
  if (asked === null) return null;
  const now = contentLines(t, row, type);
  const after = contentLines(t, asked.values as ReturnContent, type);
  const differing = after.filter(({ value }, at) => value !== now[at]?.value);
  const keys = new Set(differing.map(({ key }) => key));
  return (
    <div className="grid gap-2.5">
      <p>
        {t("returnPage.askedBy", {
          name: asked.askedByName,
          on: asked.askedOn,
          reason: asked.reason,
        })}
      </p>
      {differing.length === 0 ? (
        <p className="text-ink-2">{t("returnPage.sameContent")}</p>
      ) : (
        <ContentTable
          t={t}
          caption={t("returnPage.correction")}
          headings={[t("returnPage.becomes"), t("returnPage.stands")]}
          lines={differing}
          beside={now.filter(({ key }) => keys.has(key))}
        />
      )}
      {action === null ? (
        <p className="text-ink-3 text-sm">
          {t(own ? "returnPage.ownCorrection" : "returnPage.waitingCorrection")}
        </p>
      ) : (
        <ActionForm
          action={action}
          signInLabel={t("form.signInAgain")}
          className="flex flex-wrap items-end gap-2 print:hidden"
        >
          <input type="hidden" name="id" value={row.id} readOnly />
          <input type="hidden" name="version" value={row.version} readOnly />
          <div className="w-70 max-sm:w-full">
            <TextField name="reason" label={t("returnPage.refuseReason")} />
          </div>
          <SubmitButton quiet name="decision" value="refuse">
            {t("returnPage.refuse")}
          </SubmitButton>
          <SubmitButton name="decision" value="accept">
            {t("returnPage.accept")}
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  );
}
