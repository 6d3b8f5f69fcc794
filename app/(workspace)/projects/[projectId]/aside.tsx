import Link from "next/link";
import type { Published } from "@/components/project/facts";
import { DetailsForm } from "@/components/project/form/details-form";
import { Investment } from "@/components/project/investment";
import { People } from "@/components/project/people";
import { SourceNote } from "@/components/project/source-note";
import type { Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { publishedOtherwise } from "@/lib/project/published";
import { updateDetailsAction } from "./actions";
import type { ProjectPageData } from "./data";
import { type ProjectView, pageHref } from "./view";

type AsideProps = {
  t: Translator;
  viewer: Viewer;
  page: ProjectPageData;
  view: ProjectView;
  published: Published;
};

/** The card beside the facts: money, people, source. */
export function Aside({ t, viewer, page, view, published }: AsideProps) {
  const { project } = page;
  const id = project.row.id;
  return (
    <div className="grid gap-5 rounded-card border border-line bg-surface px-4.5 py-3.5 lg:row-span-2">
      <Investment
        t={t}
        project={project}
        published={published.totalInvestment}
        derived={view.derived}
        toggleHref={pageHref(id, { tab: view.tab, derived: !view.derived })}
      />
      <section aria-labelledby="people">
        <PeopleHeading t={t} viewer={viewer} page={page} view={view} />
        {editsDetails(viewer, page, view) ? (
          <DetailsForm
            t={t}
            row={project.row}
            leaders={page.leaders.map(({ name }) => name)}
            action={updateDetailsAction}
            closeHref={pageHref(id, view)}
          />
        ) : (
          <People t={t} row={project.row} />
        )}
      </section>
      <section aria-labelledby="source">
        <h2 id="source" className="mb-2.5 text-base">
          {t("project.source")}
        </h2>
        {project.sources.length === 0 && (
          <p className="text-ink-2 text-sm">{t("project.noSource")}</p>
        )}
        {project.sources.map((source) => (
          <SourceNote
            key={source.entry.id}
            t={t}
            source={source}
            corrected={Object.keys(publishedOtherwise(project, source)).length}
          />
        ))}
      </section>
    </div>
  );
}

function editsDetails(viewer: Viewer, { project }: ProjectPageData, view: ProjectView): boolean {
  return view.open === "details" && can(viewer, "project.update_details", project.subject);
}

function PeopleHeading({ t, viewer, page, view }: Omit<AsideProps, "published">) {
  const { row, subject } = page.project;
  const mayEdit = can(viewer, "project.update_details", subject);
  return (
    <div className="mb-2.5 flex items-baseline justify-between">
      <h2 id="people" className="text-base">
        {t("project.people")}
      </h2>
      {mayEdit && view.open !== "details" && (
        <Link
          id="details-edit"
          href={`${pageHref(row.id, view)}&edit=details` as "/"}
          scroll={false}
          className="px-1 py-0.5 text-accent hover:underline print:hidden max-sm:min-h-11 max-sm:content-center"
        >
          {t("project.edit")}
          <span className="sr-only"> {t("project.people")}</span>
        </Link>
      )}
    </div>
  );
}
