import Link from "next/link";
import { notFound } from "next/navigation";
import { ask, requireViewer } from "@/app/session";
import { Facts } from "@/components/project/facts";
import { StageForm } from "@/components/project/form/stage-form";
import { ProjectHeader } from "@/components/project/header";
import { BUTTON, PRIMARY_BUTTON } from "@/components/ui/button";
import { can } from "@/lib/auth/permissions";
import { translator } from "@/lib/language/translator";
import { publishedOtherwise } from "@/lib/project/published/published";
import { loadProject } from "@/lib/project/queries";
import { changeStageAction } from "./actions";
import { Aside } from "./aside";
import { loadPage } from "./data";
import { ProblemsPart } from "./problems-part";
import { TabbedPart } from "./tabbed-part";
import { pageHref, parseView, sourceHref, wholeNumber } from "./view";

type Props = PageProps<"/projects/[projectId]">;

export async function generateMetadata({ params }: Props) {
  const viewer = await requireViewer("project.read");
  const id = wholeNumber((await params).projectId);
  if (id === null) notFound();
  const { row } = await ask((tx) => loadProject(tx, viewer, id));
  return { title: row.name };
}

export default async function ProjectPage({ params, searchParams }: Props) {
  const viewer = await requireViewer("project.read");
  const t = translator(viewer.locale);
  const id = wholeNumber((await params).projectId);
  if (id === null) notFound();
  const view = parseView(await searchParams);
  const page = await ask((tx) => loadPage(tx, viewer, id, view));
  const { project, today, moves } = page;
  const href = pageHref(id, view);
  const [source] = project.sources;
  const published = source ? publishedOtherwise(project, source) : {};
  return (
    <>
      <ProjectHeader t={t} project={project} today={today}>
        {can(viewer, "audit.use", project.subject) && (
          <a href={`/projects/${id}/dossier`} className={BUTTON}>
            {t("dossier.export")}
          </a>
        )}
        {can(viewer, "project.correct", project.subject) && (
          <Link href={`/projects/${id}/correct`} className={BUTTON}>
            {t("project.correct")}
          </Link>
        )}
        {can(viewer, "change.ask", project.subject) && (
          <Link href={`/changes/new?project=${id}` as "/"} className={BUTTON}>
            {t("change.askHere")}
          </Link>
        )}
        {moves.length > 0 && (
          <Link
            id="stage-edit"
            href={`${href}&edit=stage` as "/"}
            scroll={false}
            className={page.owedMonth ? BUTTON : PRIMARY_BUTTON}
          >
            {t("project.changeStage")}
          </Link>
        )}
        {page.owedMonth && (
          <Link
            href={{ pathname: "/updates", query: { project: id, month: page.owedMonth } }}
            className={PRIMARY_BUTTON}
          >
            {t("project.report", { month: page.owedMonth })}
          </Link>
        )}
      </ProjectHeader>
      {view.open === "stage" && moves.length > 0 && (
        <StageForm
          t={t}
          row={project.row}
          moves={moves}
          action={changeStageAction}
          closeHref={href}
        />
      )}
      <div className="grid items-start gap-x-5.5 gap-y-4 lg:grid-cols-[minmax(0,1fr)_340px] lg:grid-rows-[auto_1fr]">
        <Facts
          t={t}
          project={project}
          published={published}
          sourceHrefOf={(field) => sourceHref(id, field)}
        />
        <div className="grid min-w-0 gap-8">
          <TabbedPart t={t} viewer={viewer} page={page} view={view} />
          {page.money.seen && project.row.parentId === null && (
            <ProblemsPart
              viewer={viewer}
              projectId={id}
              mayEnter={can(viewer, "problem.enter", page.money.subject)}
            />
          )}
        </div>
        <Aside t={t} viewer={viewer} page={page} view={view} published={published} />
      </div>
    </>
  );
}
