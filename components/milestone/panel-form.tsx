import Link from "next/link";
import { ActionForm } from "@/components/form/action-form";
import { EditorForm } from "@/components/form/editor-form";
import { HiddenField, SubmitButton, TextAreaField, TextField } from "@/components/form/fields";
import { FormEnd } from "@/components/form/form-end";
import type { Translator } from "@/lib/language/translator";
import type { Milestone } from "@/lib/milestone/milestone";
import {
  type MilestoneActions,
  type MilestoneItemProps,
  type MilestonePanel,
  panelsOf,
} from "./panel";

type PanelProps = MilestoneItemProps & { actions: MilestoneActions; panel: MilestonePanel };

/** The open editor of one milestone, with the ways to its other editors. */
export function MilestonePanelForm(props: PanelProps) {
  const { t, milestone, actions, panel, pageHref, today } = props;
  return (
    <div className="col-span-full my-1.5 rounded-card border border-line bg-surface p-3.5 lg:ml-7">
      {panel !== "done" && <Ways {...props} />}
      <EditorForm
        key={panel}
        action={actions[panel]}
        closeHref={pageHref}
        returnTo={`milestone-${milestone.id}`}
        signInLabel={t("form.signInAgain")}
        className="grid gap-3 sm:grid-cols-2"
      >
        <HiddenField name="id" value={milestone.id} />
        <HiddenField name="version" value={milestone.version} />
        <Fields t={t} milestone={milestone} panel={panel} today={today} />
        <FormEnd label={t(SUBMIT[panel])} cancel={t("common.cancel")} closeHref={pageHref} />
      </EditorForm>
    </div>
  );
}

const SUBMIT = {
  done: "milestone.complete",
  update: "common.save",
  replan: "milestone.panelReplan",
  cancel: "milestone.panelCancel",
  reopen: "milestone.panelReopen",
} as const;

const WAYS = {
  update: "milestone.panelUpdate",
  replan: "milestone.panelReplan",
  cancel: "milestone.panelCancel",
  reopen: "milestone.panelReopen",
  done: "milestone.complete",
} as const;

function Ways(props: PanelProps) {
  const { t, milestone, panel, pageHref, actions, isFirst, isLast } = props;
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      {panelsOf(milestone.state).map((way) => (
        <Link
          key={way}
          href={`${pageHref}&edit=${way}-${milestone.id}` as "/"}
          scroll={false}
          aria-current={way === panel ? "true" : undefined}
          className="py-0.5 text-accent hover:underline aria-[current]:font-semibold aria-[current]:text-ink max-sm:min-h-11 max-sm:content-center"
        >
          {t(WAYS[way])}
        </Link>
      ))}
      <span className="ml-auto flex gap-2">
        {!isFirst && <Move t={t} milestone={milestone} actions={actions} direction="up" />}
        {!isLast && <Move t={t} milestone={milestone} actions={actions} direction="down" />}
      </span>
    </div>
  );
}

type MoveProps = Pick<PanelProps, "t" | "milestone" | "actions"> & { direction: "up" | "down" };

function Move({ t, milestone, actions, direction }: MoveProps) {
  return (
    <ActionForm action={actions.move} signInLabel={t("form.signInAgain")} quiet>
      <HiddenField name="id" value={milestone.id} />
      <HiddenField name="version" value={milestone.version} />
      <HiddenField name="direction" value={direction} />
      <SubmitButton quiet>
        {t(direction === "up" ? "milestone.moveUp" : "milestone.moveDown")}
      </SubmitButton>
    </ActionForm>
  );
}

type FieldsProps = { t: Translator; milestone: Milestone; panel: MilestonePanel; today: string };

function Fields({ t, milestone, panel, today }: FieldsProps) {
  if (panel === "cancel" || panel === "reopen") return <ReasonFields t={t} panel={panel} />;
  if (panel === "replan") {
    return (
      <>
        <TextField
          name="revisedPlanned"
          label={t("milestone.revisedField")}
          hint={t("milestone.revisedHint", { date: milestone.firstPlanned })}
          defaultValue={milestone.revisedPlanned ?? milestone.firstPlanned}
          required
          focused
        />
        <TextField name="reason" label={t("milestone.reason")} required />
      </>
    );
  }
  if (panel === "done") {
    return (
      <>
        <TextField
          name="actual"
          label={t("milestone.actualField")}
          hint={t("milestone.actualHint")}
          defaultValue={today}
          required
          focused
        />
        <TextField name="note" label={t("milestone.note")} defaultValue={milestone.note ?? ""} />
      </>
    );
  }
  return (
    <>
      <TextField
        name="name"
        label={t("milestone.name")}
        defaultValue={milestone.name}
        required
        focused
      />
      <TextField
        name="forecast"
        label={t("milestone.forecastField")}
        hint={t("milestone.forecastHint")}
        defaultValue={milestone.forecast ?? ""}
      />
      <div className="sm:col-span-2">
        <TextAreaField
          name="note"
          label={t("milestone.note")}
          rows={2}
          defaultValue={milestone.note ?? ""}
        />
      </div>
    </>
  );
}

function ReasonFields({ t, panel }: { t: Translator; panel: "cancel" | "reopen" }) {
  const cancelling = panel === "cancel";
  return (
    <div className="sm:col-span-2">
      <TextField
        name="reason"
        label={t(cancelling ? "milestone.reason" : "milestone.reopenReason")}
        hint={t(cancelling ? "milestone.cancelNote" : "milestone.reopenNote")}
        required={cancelling}
        focused
      />
    </div>
  );
}
