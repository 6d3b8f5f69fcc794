import Link from "next/link";
import type { ReactNode } from "react";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { yearsOf } from "@/lib/project/annual-plan";
import type { Project, ProjectUnit } from "@/lib/project/project";
import type { PublishedField } from "@/lib/project/published/published";
import { type SourceField, sourceRows } from "@/lib/project/published/source-cells";

export type Published = Partial<Record<PublishedField, string>>;
type FactsProps = {
  t: Translator;
  project: Project;
  published: Published;
  sourceHrefOf: (field: SourceField) => string;
};

/** The facts of a project; where one was corrected, what the plan says stands below. */
export function Facts({ t, project, published, sourceHrefOf }: FactsProps) {
  const { row, units } = project;
  const told = sourceFieldsOf(project);
  const source = (field: SourceField) => (told.has(field) ? sourceHrefOf(field) : undefined);
  const unitFact = (field: "owners" | "hosts" | "leads", role: "owner" | "host" | "lead") => (
    <Fact
      t={t}
      label={t(`project.${field}`)}
      published={published[field]}
      sourceHref={source(field)}
    >
      <Units t={t} units={units[role]} />
      {role === "lead" && isJoint(units.lead) && (
        <span className="ml-1.5 text-accent text-xs">{t("common.joint")}</span>
      )}
    </Fact>
  );
  return (
    <dl className="grid grid-cols-[92px_1fr] gap-x-3 gap-y-2">
      {published.name !== undefined && (
        <Fact
          t={t}
          label={t("project.name")}
          published={published.name}
          sourceHref={source("name")}
        >
          {row.name}
        </Fact>
      )}
      {(units.owner.length > 0 || units.host.length === 0) && unitFact("owners", "owner")}
      {(units.host.length > 0 || published.hosts !== undefined) && unitFact("hosts", "host")}
      {unitFact("leads", "lead")}
      {units.support.length > 0 && (
        <Fact t={t} label={t("project.supports")} sourceHref={source("supports")}>
          <Units t={t} units={units.support} />
        </Fact>
      )}
      <Fact
        t={t}
        label={t("project.period")}
        published={published.period}
        sourceHref={source("period")}
      >
        {formatPeriod(row.start, row.end) ?? <Unknown t={t} />}
        <Years t={t} project={project} />
      </Fact>
      {(row.field !== null || published.field !== undefined) && (
        <Fact
          t={t}
          label={t("project.field")}
          published={published.field}
          sourceHref={source("field")}
        >
          {row.field ?? <Unknown t={t} />}
        </Fact>
      )}
      <Fact t={t} label={t("project.content")} sourceHref={source("content")}>
        <span className="whitespace-pre-line">{row.content ?? <Unknown t={t} />}</span>
      </Fact>
    </dl>
  );
}

type FactProps = {
  t: Translator;
  label: string;
  published?: string;
  /** Where its cell in the document is shown. */
  sourceHref?: string;
  children: ReactNode;
};

export function Fact({ t, label, published, sourceHref, children }: FactProps) {
  return (
    <>
      <dt className="text-ink-3">
        {sourceHref ? (
          <Link
            href={sourceHref as "/"}
            scroll={false}
            prefetch={false}
            title={t("project.sourceOf", { field: label })}
            className="underline decoration-dotted underline-offset-3 hover:text-accent print:no-underline"
          >
            {label}
          </Link>
        ) : (
          label
        )}
      </dt>
      <dd className="min-w-0 break-words">
        {children}
        {published !== undefined && <PublishedValue t={t} text={published} />}
      </dd>
    </>
  );
}

/** What the plan's row says, where today's value is another. */
export function PublishedValue({ t, text }: { t: Translator; text: string }) {
  return (
    <span className="block text-ink-3 text-sm">
      {text === "" ? t("project.publishedNothing") : t("project.published", { text })}
    </span>
  );
}

/** The fields that some document's row says. */
function sourceFieldsOf(project: Project): Set<string> {
  return new Set(sourceRows(project).flatMap(({ cells }) => cells.map(({ field }) => field)));
}

function Unknown({ t }: { t: Translator }) {
  return <span className="text-ink-3">{t("common.notStated")}</span>;
}

function isJoint(leads: ProjectUnit[]): boolean {
  return leads.filter(({ entryKind }) => entryKind === "named").length > 1;
}

function Units({ t, units }: { t: Translator; units: ProjectUnit[] }) {
  if (units.length === 0) return <Unknown t={t} />;
  return units.map((unit, at) => (
    <span key={unit.id}>
      {at > 0 && unit.entryKind !== "open_list" && "、"}
      <UnitName t={t} unit={unit} />
    </span>
  ));
}

/** A body is a link to its projects; a placeholder or an open list is said to be none. */
function UnitName({
  t,
  unit: { entryKind, text, openCount },
}: {
  t: Translator;
  unit: ProjectUnit;
}) {
  if (entryKind === "placeholder")
    return <span className="text-ink-2">{t("common.undetermined", { text })}</span>;
  if (entryKind === "open_list") {
    const label =
      openCount === null
        ? t("common.openListUncounted", { text })
        : t("common.openList", { text, count: openCount });
    return <span className="text-ink-2">{label}</span>;
  }
  return (
    <Link
      href={{ pathname: "/projects", query: { unit: text, unitRole: "any" } }}
      className="hover:underline"
    >
      {text}
    </Link>
  );
}

const YEARS_SHOWN = 30;

/** One block per calendar year of the plan, filled where the project runs. */
function Years({ t, project }: { t: Translator; project: Project }) {
  const own = yearsOf(project.row.startOn, project.row.endOn);
  if (own.length === 0) return null;
  const plans = project.sources.map(({ plan }) => plan);
  const first = Math.min(own[0] ?? 0, ...plans.map(({ startYear }) => startYear));
  const last = Math.max(own.at(-1) ?? 0, ...plans.map(({ endYear }) => endYear));
  if (last - first >= YEARS_SHOWN) return null;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  return (
    <span
      role="img"
      aria-label={t("project.years", { years: own.join("、") })}
      className="mt-1 flex gap-0.5"
    >
      {years.map((year) => (
        <span
          key={year}
          className={`h-1.5 w-3.5 rounded-[2px] ${own.includes(year) ? "bg-accent print:border-3 print:border-accent" : "bg-line"}`}
        />
      ))}
    </span>
  );
}
