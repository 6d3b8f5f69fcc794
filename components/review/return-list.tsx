import Link from "next/link";
import type { ReactNode } from "react";
import { daysBetween } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { ComparedReturn } from "@/lib/monthly-return/review/compare";
import type { ReviewedProject } from "@/lib/monthly-return/review/standing";
import { Lights } from "./lights";
import { ProgressLine } from "./progress-line";
import { SideBySide } from "./side-by-side";

type ReturnListProps = {
  t: Translator;
  projects: ReviewedProject[];
  compared: Map<number, ComparedReturn>;
  unitNames: Map<number, string>;
  today: string;
  /** Whether a return has a tick box: those the viewer may decide about. */
  mayDecide: (project: ReviewedProject) => boolean;
  ownId: number;
};

/** Returns side by side with last month; what is missing only by name. */
export function ReturnList({ t, projects, compared, mayDecide, ...rest }: ReturnListProps) {
  return (
    <ul id="returns" className="rounded-card border border-line bg-surface">
      {projects.map((project) => (
        <Item
          key={project.projectId}
          t={t}
          project={project}
          found={project.returnId === null ? undefined : compared.get(project.returnId)}
          {...rest}
        >
          {mayDecide(project) && (
            <label className="grid size-6 place-items-center">
              <input
                type="checkbox"
                name="return"
                value={`${project.returnId}:${project.version}`}
                className="size-4 accent-accent max-sm:size-6"
              />
              <span className="sr-only">{t("review.tick", { name: project.projectName })}</span>
            </label>
          )}
        </Item>
      ))}
    </ul>
  );
}

type ItemProps = {
  t: Translator;
  project: ReviewedProject;
  found: ComparedReturn | undefined;
  unitNames: Map<number, string>;
  today: string;
  ownId: number;
  children: ReactNode;
};

function Item({ t, project, found, unitNames, today, ownId, children }: ItemProps) {
  const { standing, submittedById } = project;
  const unit = project.unitId === null ? undefined : unitNames.get(project.unitId);
  const facts = [
    unit ?? t("review.noUnit"),
    t(`review.standing.${standing}`),
    ...(found?.row.state === "corrected" ? [t("returnState.corrected")] : []),
    ...lateness(t, project, today),
    ...(project.stage === "planned" ? [t("review.confirmation")] : []),
  ];
  const shown = found !== undefined && standing !== "draft";
  return (
    <li className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-3 border-line-2 border-b px-4 py-3 last:border-b-0 max-sm:px-2">
      <span>{children}</span>
      <div className="grid min-w-0 gap-2">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Link
            data-return-link
            prefetch={false}
            href={
              (shown ? `/returns/${project.returnId}` : `/projects/${project.projectId}`) as "/"
            }
            className="font-[550] hover:underline"
          >
            {project.projectName}
          </Link>
          <span className="text-ink-2 text-sm">{facts.join(" · ")}</span>
        </p>
        {shown && (
          <>
            <SideBySide t={t} found={found} />
            <ProgressLine t={t} basis={found.row.lightBasis} />
            <Lights t={t} row={found.row} />
          </>
        )}
        {standing === "waiting" && submittedById === ownId && (
          <p className="text-ink-3 text-sm">{t("review.own")}</p>
        )}
      </div>
    </li>
  );
}

function lateness(t: Translator, { late, standing, dueOn }: ReviewedProject, today: string) {
  if (standing === "waiting" || standing === "approved")
    return late ? [t("review.lateSubmitted")] : [];
  if (late) return [t("review.lateDays", { days: daysBetween(dueOn, today) })];
  return [t("review.due", { on: dueOn })];
}
