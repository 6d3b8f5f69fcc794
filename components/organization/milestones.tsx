import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import type { OverdueMilestone } from "@/lib/organization/dossier/dossier";

/** Milestones that are overdue on projects a unit leads, the oldest first. Nothing where there are none. */
export function Milestones({ t, milestones }: { t: Translator; milestones: OverdueMilestone[] }) {
  if (milestones.length === 0) return null;
  return (
    <section className="rounded-card border border-line bg-surface px-4.5 py-3.5 print:border-0 print:px-0">
      <h3 className="mb-1 text-base">{t("unit.milestones")}</h3>
      <ul>
        {milestones.map(({ projectId, projectName, name, firstPlanned, days }) => (
          <li
            key={`${projectId} ${name} ${firstPlanned}`}
            className="flex flex-wrap items-baseline justify-between gap-x-4 border-line-2 border-b py-1.5 last:border-b-0"
          >
            <span>
              {name}
              <small className="block text-xs">
                <Link href={`/projects/${projectId}`} className="text-accent hover:underline">
                  {projectName}
                </Link>
              </small>
            </span>
            <span className="whitespace-nowrap text-red text-sm">
              {t("unit.milestoneLate", { planned: firstPlanned, days })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
