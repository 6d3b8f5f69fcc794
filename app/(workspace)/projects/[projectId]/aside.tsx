import Link from "next/link";
import { DriftCard } from "@/components/drift/drift-card";
import { ProjectFindings } from "@/components/finding/project-findings";
import type { Published } from "@/components/project/facts";
import { DetailsForm } from "@/components/project/form/details-form";
import { Investment } from "@/components/project/investment";
import { People } from "@/components/project/people";
import { ReportingUnitForm, ReportingUnitShown } from "@/components/project/reporting-unit";
import { SourceNote } from "@/components/project/source-note";
import type { Viewer } from "@/lib/auth/actor";
import { can } from "@/lib/auth/permissions";
import type { Translator } from "@/lib/language/translator";
import { annualPlanFen, plannedYears } from "@/lib/money-plan/money-plan";
import { publishedOtherwise } from "@/lib/project/published/published";
import { assignReportingUnitAction, updateDetailsAction } from "./actions";
import type { ProjectPageData } from "./data";
import { type ProjectView, pageHref } from "./view";

type AsideProps = {
  t: Translator;
  viewer: Viewer;
  page: ProjectPageData;
  view: ProjectView;
  published: Published;
};

/** The card beside the facts, on a phone below the tabs: money, people, source. */
export function Aside({ t, viewer, page, view, published }: AsideProps) {
  const { project } = page;
  const id = project.row.id;
  return (
    <div className="grid gap-5 rounded-card border border-line bg-surface px-4.5 py-3.5 lg:col-start-2 lg:row-span-2 lg:row-start-1">
      <Investment
        t={t}
        project={project}
        published={published.totalInvestment}
        plan={plannedByYear(page)}
        derived={view.derived}
        toggleHref={pageHref(id, { tab: view.tab, derived: !view.derived })}
      />
      <DriftCard
        t={t}
        project={project}
        changes={page.changes}
        listed={can(viewer, "change.read", project.subject)}
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
      <Reporting t={t} page={page} view={view} />
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
      <ProjectFindings
        t={t}
        findings={page.findings}
        raiseHref={
          can(viewer, "finding.raise", project.subject)
            ? `/audit/findings?raise=1&project=${id}`
            : null
        }
      />
    </div>
  );
}

/** Who owes the monthly return; reviewers may name another unit. Nothing on sub-projects. */
function Reporting({ t, page, view }: Pick<AsideProps, "t" | "page" | "view">) {
  const { project, reporting, reporters } = page;
  if (reporting === null) return null;
  const href = pageHref(project.row.id, view);
  return (
    <section aria-labelledby="reporting">
      <h2 id="reporting" className="mb-2.5 text-base">
        {t("project.reportingUnit")}
      </h2>
      {reporters ? (
        <ReportingUnitForm
          t={t}
          projectId={project.row.id}
          reporting={reporting}
          choices={reporters}
          action={assignReportingUnitAction}
          closeHref={href}
        />
      ) : (
        <ReportingUnitShown
          t={t}
          reporting={reporting}
          editHref={reporting.mayAssign ? `${href}&edit=reporting` : null}
        />
      )}
    </section>
  );
}

/** 年度计划投资 by year as reported; null for those who may not read it. */
function plannedByYear({ money }: ProjectPageData): ReadonlyMap<number, number> | null {
  if (money.seen === null) return null;
  const { lines } = money.seen;
  return new Map(
    plannedYears(lines).flatMap((year): [number, number][] => {
      const fen = annualPlanFen(lines, year);
      return fen === null ? [] : [[year, fen]];
    }),
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
