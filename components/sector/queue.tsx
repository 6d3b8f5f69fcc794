import Link from "next/link";
import type { ReactNode } from "react";
import { sourceText } from "@/components/ledger/table/cells";
import type { Translator } from "@/lib/language/translator";
import type { SectorProject } from "@/lib/sector/sector";
import { Marked, Records } from "./evidence";

type QueueProps = {
  t: Translator;
  projects: SectorProject[];
  /** Whether each project has a tick box and a way to change its sectors. */
  mayConfirm: (project: SectorProject) => boolean;
};

/** Projects with name and content, the matched words marked, and what each sector rests on. */
export function Queue({ t, projects, mayConfirm }: QueueProps) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {projects.map((project) => (
        <Item key={project.id} t={t} project={project}>
          {mayConfirm(project) && <Tick t={t} project={project} />}
        </Item>
      ))}
    </ul>
  );
}

type ItemProps = { t: Translator; project: SectorProject; children: ReactNode };

function Item({ t, project, children }: ItemProps) {
  return (
    <li className="grid grid-cols-[auto_minmax(0,1fr)] gap-3 border-line-2 border-b px-4 py-3 last:border-b-0">
      <span className="pt-0.5">{children}</span>
      <div className="min-w-0">
        <p className="flex flex-wrap items-baseline justify-between gap-x-4">
          <Link
            href={`/projects/${project.id}`}
            className="inline-block min-h-6 py-0.5 font-[550] hover:underline"
          >
            <Marked text={project.name} records={project.records} />
          </Link>
          <Link
            href={`/sectors/${project.id}`}
            className="inline-flex min-h-6 items-center text-accent text-sm hover:underline"
          >
            {t("sectorPage.open")}
            <span className="sr-only"> {project.name}</span>
          </Link>
        </p>
        <p className="text-ink-3 text-xs">
          {project.region.name} · {sourceText(t, project)}
        </p>
        {project.content && (
          <p className="my-1 line-clamp-3 text-ink-2 text-sm print:line-clamp-none">
            <Marked text={project.content} records={project.records} />
          </p>
        )}
        <Records t={t} project={project} />
      </div>
    </li>
  );
}

function Tick({ t, project }: { t: Translator; project: SectorProject }) {
  return (
    <label className="grid size-6 place-items-center">
      <input
        type="checkbox"
        name="project"
        value={`${project.id}:${project.version}`}
        aria-label={t("sectorPage.choose", { name: project.name })}
        className="size-4 accent-accent max-sm:size-6"
      />
    </label>
  );
}
