import { MilestoneList } from "@/components/milestone/list";
import type { MilestoneActions } from "@/components/milestone/panel";
import { History } from "@/components/project/history";
import { Sources } from "@/components/project/sources";
import { SubProjects } from "@/components/project/sub-projects";
import { type Tab, Tabs } from "@/components/project/tabs";
import { ProjectReturns } from "@/components/return/project-returns";
import { OUT_OF_CURRENT_BASIS, type Stage } from "@/db/vocabulary";
import type { Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import type { Project } from "@/lib/project/project";
import {
  addMilestoneAction,
  applyTemplateAction,
  cancelMilestoneAction,
  completeMilestoneAction,
  moveMilestoneAction,
  reopenMilestoneAction,
  replanMilestoneAction,
  updateMilestoneAction,
} from "./actions";
import type { ProjectPageData } from "./data";
import { MoneyPart } from "./money-part";
import { type ProjectView, pageHref, sourceHref, type TabKey } from "./view";

type PartProps = { t: Translator; viewer: Viewer; page: ProjectPageData; view: ProjectView };

/** The lower part of the page: what the chosen tab shows. */
export function TabbedPart({ t, viewer, page, view }: PartProps) {
  return (
    <div className="min-w-0">
      <Tabs label={t("project.tabs")} tabs={tabsOf(t, viewer, page, view)} current={view.tab} />
      <Part t={t} viewer={viewer} page={page} view={view} />
    </div>
  );
}

function tabsOf(
  t: Translator,
  viewer: Viewer,
  { project, money }: ProjectPageData,
  view: ProjectView,
): Tab[] {
  const subCount = project.subProjects.length;
  const tab = (key: TabKey, label: string, count?: number): Tab => ({
    key,
    label,
    count,
    href: pageHref(project.row.id, { tab: key, derived: view.derived }),
  });
  return [
    tab("milestones", t("project.tabMilestones")),
    // A sub-project is reported with its umbrella project.
    ...(money.seen && project.row.parentId === null
      ? [tab("returns", t("project.tabReturns"))]
      : []),
    ...(money.seen ? [tab("money", t("project.tabMoney"))] : []),
    ...(subCount > 0 || mayAddSub(viewer, project)
      ? [tab("sub", t("project.tabSubProjects"), subCount || undefined)]
      : []),
    ...(can(viewer, "history.read", project.subject)
      ? [tab("history", t("project.tabHistory"))]
      : []),
    tab("sources", t("project.tabSources")),
  ];
}

function mayAddSub(viewer: Viewer, { row, subject }: Project): boolean {
  return row.parentId === null && can(viewer, "project.create", subject);
}

function Part({ t, viewer, page, view }: PartProps) {
  const { project, milestones, history, today } = page;
  const href = pageHref(project.row.id, view);
  if (view.tab === "sources")
    return (
      <Sources
        t={t}
        project={project}
        cell={view.cell}
        hrefOf={(field) => sourceHref(project.row.id, field)}
        historyHref={
          can(viewer, "history.read", project.subject)
            ? pageHref(project.row.id, { tab: "history", derived: false })
            : null
        }
      />
    );
  if (view.tab === "returns" && page.money.seen)
    return (
      <ProjectReturns
        t={t}
        type={project.row.type}
        returns={page.returns}
        unreported={page.unreported}
        reportHref={
          can(viewer, "return.draft", page.money.subject)
            ? `/updates?project=${project.row.id}&month=`
            : null
        }
        plan={page.money.seen.lines}
      />
    );
  if (view.tab === "money") return <MoneyPart t={t} viewer={viewer} page={page} view={view} />;
  if (view.tab === "sub")
    return <SubProjects t={t} project={project} canAdd={mayAddSub(viewer, project)} />;
  if (view.tab === "history") {
    const older = history.next === null ? null : `${href}&before=${history.next}`;
    const newest = view.before === null ? null : href;
    return <History t={t} events={history.events} olderHref={older} newestHref={newest} />;
  }
  const { open } = view;
  return (
    <MilestoneList
      t={t}
      project={project.row}
      milestones={milestones}
      today={today}
      actions={entersMilestones(viewer, project) ? MILESTONE_ACTIONS : null}
      open={ofMilestones(open)}
      pageHref={href}
    />
  );
}

/** The editor of the milestones' own that is open, if one is. */
function ofMilestones(open: ProjectView["open"]) {
  if (open === "add" || open === "template") return open;
  return typeof open === "object" && open !== null && "panel" in open ? open : null;
}

function entersMilestones(viewer: Viewer, { row, subject }: Project): boolean {
  const ended = (OUT_OF_CURRENT_BASIS as readonly Stage[]).includes(row.stage);
  return !ended && can(viewer, "milestone.enter", subject);
}

const MILESTONE_ACTIONS: MilestoneActions = {
  add: addMilestoneAction,
  template: applyTemplateAction,
  done: completeMilestoneAction,
  update: updateMilestoneAction,
  replan: replanMilestoneAction,
  cancel: cancelMilestoneAction,
  reopen: reopenMilestoneAction,
  move: moveMilestoneAction,
};
