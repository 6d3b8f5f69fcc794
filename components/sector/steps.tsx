import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { HiddenField, SubmitButton, TextField } from "@/components/form/fields";
import type { FormAction } from "@/components/form/form-state";
import type { HistoryEvent } from "@/lib/audit/history/history";
import { eventChanges } from "@/lib/audit/history/history-changes";
import { actorName, eventSentence } from "@/lib/audit/history/history-sentence";
import { formatInstant } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";

type StepsProps = {
  t: Translator;
  steps: (HistoryEvent & { undoable: boolean })[];
  /** Null for those who only read. */
  undo: FormAction | null;
};

/** The last steps on sectors, each to be taken back as long as nothing has changed since. */
export function Steps({ t, steps, undo }: StepsProps) {
  if (steps.length === 0) return <p className="text-ink-2">{t("sectorPage.noSteps")}</p>;
  return (
    <ol>
      {steps.map((step) => (
        <li key={step.seq} className="border-line-2 border-b py-2 last:border-b-0">
          <p className="text-ink-3 text-xs">
            <time dateTime={step.recordedAt}>{formatInstant(step.recordedAt)}</time>{" "}
            {actorName(t, step)}
          </p>
          <p>
            {eventSentence(t, step)}
            {" · "}
            <Link href={`/projects/${step.projectId}` as "/"} className="text-accent underline">
              {step.projectName}
            </Link>
          </p>
          {eventChanges(t, step).map(({ label, before, after }) => (
            <p key={label} className="text-ink-2 text-sm">
              {before} → {after}
            </p>
          ))}
          {undo && step.undoable && (
            <details className="print:hidden">
              <summary className="inline-flex min-h-6 items-center text-accent text-sm max-sm:min-h-11">
                {t("sectorPage.undo")}
                <span className="sr-only"> {step.projectName}</span>
              </summary>
              <ActionForm
                action={undo}
                signInLabel={t("form.signInAgain")}
                className="mt-1 grid gap-2"
              >
                <HiddenField name="seq" value={step.seq} />
                <TextField name="reason" label={t("common.reason")} required />
                <div>
                  <SubmitButton>{t("sectorPage.undoNow")}</SubmitButton>
                </div>
              </ActionForm>
            </details>
          )}
        </li>
      ))}
    </ol>
  );
}
