import Link from "next/link";
import type { ReactNode } from "react";
import type { Translator } from "@/lib/language/translator";
import type { Milestone } from "@/lib/milestone/milestone";
import { MilestoneMark } from "./mark";
import { GRID, type MilestoneItemProps, panelsOf } from "./panel";
import { MilestonePanelForm } from "./panel-form";

/** One milestone: state, name and dates; below it the editor that the address opens. */
export function MilestoneItem(props: MilestoneItemProps) {
  const { t, milestone, actions, open, pageHref } = props;
  const { standing } = milestone;
  const panel = typeof open === "object" && open?.id === milestone.id ? open.panel : null;
  return (
    <li
      id={`milestone-${milestone.id}`}
      tabIndex={-1}
      className={`${GRID} items-center border-line-2 border-b py-2.25 last:border-0`}
    >
      <MilestoneMark state={standing.state} word={t(`milestoneState.${standing.state}`)} />
      <Name t={t} milestone={milestone} />
      <div className="contents max-lg:col-start-2 max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-x-4">
        <DateCell label={t("milestone.planned")}>
          {milestone.firstPlanned}
          {milestone.revisedPlanned && (
            <small className="block text-ink-3 text-xs">
              {t("milestone.revisedTo", { date: milestone.revisedPlanned })}
            </small>
          )}
        </DateCell>
        <DateCell label={t("milestone.forecast")}>
          {milestone.forecast ?? t("milestone.none")}
        </DateCell>
        <DateCell label={t("milestone.actual")}>
          <span className={actions && milestone.state === "scheduled" ? "lg:hidden" : ""}>
            {milestone.actual ?? t("milestone.none")}
          </span>
          {actions && <RowActions t={t} milestone={milestone} pageHref={pageHref} />}
        </DateCell>
      </div>
      {actions && panel && <MilestonePanelForm {...props} actions={actions} panel={panel} />}
    </li>
  );
}

function Name({ t, milestone }: { t: Translator; milestone: Milestone }) {
  const { standing, name, note } = milestone;
  return (
    <div className="min-w-0 break-words">
      <span className={standing.state === "cancelled" ? "text-ink-3 line-through" : ""}>
        {name}
      </span>
      {standing.state === "overdue" && (
        <span className="block text-red text-xs">
          {t("milestone.overdueDays", { days: standing.days })}
        </span>
      )}
      {standing.state === "met" && standing.lateDays > 0 && (
        <span className="block text-ink-3 text-xs">
          {t("milestone.lateDays", { days: standing.lateDays })}
        </span>
      )}
      {standing.state === "cancelled" && (
        <span className="block text-ink-3 text-xs">{t("milestoneState.cancelled")}</span>
      )}
      {note && <span className="block whitespace-pre-line text-ink-3 text-xs">{note}</span>}
    </div>
  );
}

/** A date with its word, which the column says where there are columns. */
function DateCell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="max-lg:flex max-lg:flex-wrap max-lg:items-center max-lg:gap-x-1.5">
      <span className="text-ink-3 text-xs lg:sr-only">{label}</span>
      {children}
    </div>
  );
}

function RowActions({
  t,
  milestone,
  pageHref,
}: Pick<MilestoneItemProps, "t" | "milestone" | "pageHref">) {
  const scheduled = milestone.state === "scheduled";
  return (
    <fieldset
      aria-label={t("milestone.actionsFor", { name: milestone.name })}
      className="inline-flex flex-wrap items-center gap-x-2 print:hidden max-lg:ml-2"
    >
      {scheduled && (
        <Link
          href={`${pageHref}&edit=done-${milestone.id}` as "/"}
          scroll={false}
          className="rounded-card border border-line-3 bg-surface px-2 py-0.5 hover:bg-sunken max-sm:min-h-11 max-sm:content-center max-sm:px-3"
        >
          {t("milestone.complete")}
        </Link>
      )}
      <Link
        href={`${pageHref}&edit=${panelsOf(milestone.state)[0]}-${milestone.id}` as "/"}
        scroll={false}
        className="px-1 py-0.5 text-accent hover:underline max-sm:min-h-11 max-sm:content-center"
      >
        {t("milestone.more")}
      </Link>
    </fieldset>
  );
}
