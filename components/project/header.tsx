import Link from "next/link";
import type { ReactNode } from "react";
import { Light } from "@/components/ui/light";
import { CLOSED_STAGES, type Stage } from "@/db/vocabulary";
import type { Translator } from "@/lib/language/translator";
import type { Project } from "@/lib/project/project";

type HeaderProps = { t: Translator; project: Project; today: string; children?: ReactNode };

/** Where the project stands, its name and its state; what the viewer may do with it as children. */
export function ProjectHeader({ t, project, today, children }: HeaderProps) {
  return (
    <header className="mb-4.5">
      <Crumbs t={t} project={project} />
      <div className="mt-1 flex flex-wrap items-end justify-between gap-x-4 gap-y-3">
        <div className="min-w-0">
          <h1 className="break-words text-xl">{project.row.name}</h1>
          <State t={t} project={project} today={today} />
        </div>
        {children && <div className="flex flex-wrap gap-1.5 print:hidden">{children}</div>}
      </div>
    </header>
  );
}

function Crumbs({ t, project: { region, sectors, parent } }: { t: Translator; project: Project }) {
  const primary = sectors.find(({ rank }) => rank === "primary");
  return (
    <nav aria-label={t("project.crumbs")} className="text-ink-3">
      <Link href="/projects" className="hover:underline">
        {t("nav.projects")}
      </Link>
      {" / "}
      <Link
        href={{ pathname: "/projects", query: { region: region.code } }}
        className="hover:underline"
      >
        {region.name}
      </Link>
      {primary && " / "}
      {primary && (
        <Link
          href={{
            pathname: "/projects",
            query: { region: region.code, sector: primary.sector },
          }}
          className="hover:underline"
        >
          {t(`sector.${primary.sector}`)}
        </Link>
      )}
      {parent && " / "}
      {parent && (
        <Link href={{ pathname: `/projects/${parent.id}` }} className="hover:underline">
          {parent.name}
        </Link>
      )}
    </nav>
  );
}

function State({ t, project: { row, sectors, overdue }, today }: HeaderProps) {
  const stage = t(`stage.${row.type}.${row.stage}`);
  const closed = (CLOSED_STAGES as readonly Stage[]).includes(row.stage);
  const over = row.endOn !== null && row.endOn < today && !closed;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-x-1.5 gap-y-1 text-ink-2">
      {sectors.map(({ sector, confirmed }) => (
        <Tag key={sector} t={t} label={t(`sector.${sector}`)} confirmed={confirmed} />
      ))}
      <Tag t={t} label={t(`projectType.${row.type}`)} confirmed={row.typeConfirmed} />
      <span className="ml-1.5 text-sm">
        {row.stageOn ? t("project.stageSince", { stage, day: row.stageOn }) : stage}
      </span>
      {overdue && (
        <span className="text-red text-sm">
          <Light colour="red">{t("common.overdue")}</Light>
        </span>
      )}
      {over && (
        <span>
          {"· "}
          {t("project.periodOver", { month: row.endOn?.slice(0, 7) ?? "" })}
        </span>
      )}
      {row.stageNote && <span className="basis-full text-sm">{row.stageNote}</span>}
    </div>
  );
}

function Tag({ t, label, confirmed }: { t: Translator; label: string; confirmed: boolean }) {
  return (
    <span
      title={confirmed ? undefined : t("project.unconfirmedNote")}
      className={`whitespace-nowrap rounded-[4px] border bg-sunken px-1.5 text-ink-2 text-xs ${confirmed ? "border-transparent" : "border-line-3 border-dashed"}`}
    >
      {label}
      {!confirmed && ` · ${t("project.unconfirmed")}`}
    </span>
  );
}
