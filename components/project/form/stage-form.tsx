import { EditorForm } from "@/components/form/editor-form";
import { HiddenField, SelectField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { FormAction } from "@/components/form/form-state";
import { CHANGE_REASONS } from "@/db/change-vocabulary";
import type { Stage } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { ProjectRow } from "@/lib/project/project";
import { demandsOf, type StageMove } from "@/lib/project/stage/stage";

type StageFormProps = {
  t: Translator;
  row: ProjectRow;
  /** The moves that the viewer may make. */
  moves: { stage: Stage; move: StageMove }[];
  action: FormAction;
  closeHref: string;
};

/** A new stage with its day, and whatever the kind of move asks for. */
export function StageForm({ t, row, moves, action, closeHref }: StageFormProps) {
  const official = moves.some(({ move, stage }) => demandsOf(move, stage).documentNumber);
  const options = moves.map(({ stage, move }) => ({
    value: stage,
    label: t(`stageChange.${move}`, { stage: t(`stage.${row.type}.${stage}`) }),
  }));
  return (
    <section
      aria-labelledby="stage-title"
      className="mb-4.5 rounded-card border border-line bg-surface p-4"
    >
      <h2 id="stage-title" className="mb-2.5 text-base">
        {t("stageChange.title")}
      </h2>
      {official && <p className="mb-2.5 text-ink-2 text-sm">{t("stageChange.reviewerNote")}</p>}
      <EditorForm
        action={action}
        closeHref={closeHref}
        returnTo="stage-edit"
        signInLabel={t("form.signInAgain")}
        className="grid gap-3 sm:grid-cols-3"
      >
        <HiddenField name="id" value={row.id} />
        <HiddenField name="version" value={row.version} />
        <SelectField
          name="stage"
          label={t("stageChange.stage")}
          options={[{ value: "", label: t("stageChange.choose") }, ...options]}
          required
          focused
        />
        <TextField
          name="stageOn"
          type="date"
          label={t("stageChange.on")}
          hint={t("stageChange.onHint")}
          required={official}
        />
        <TextField name="stageNote" label={t("stageChange.note")} />
        <TextField
          name="reason"
          label={t("stageChange.reason")}
          hint={official ? undefined : t("stageChange.reasonHint")}
          required={official}
        />
        {official && (
          <>
            <SelectField
              name="reasonCode"
              label={t("change.reason")}
              options={CHANGE_REASONS.map((reason) => ({
                value: reason,
                label: t(`changeReason.${reason}`),
              }))}
            />
            <TextField name="documentNumber" label={t("stageChange.document")} required />
          </>
        )}
        <FormEnd label={t("stageChange.save")} cancel={t("common.cancel")} closeHref={closeHref} />
      </EditorForm>
    </section>
  );
}
