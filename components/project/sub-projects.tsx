import Link from "next/link";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { Project } from "@/lib/project/project";
import { type SubProjectSum, sumSubProjects } from "@/lib/project/sub-projects";

type SubProjectsProps = { t: Translator; project: Project; canAdd: boolean };

/** The parts of an umbrella project, their sum held against the whole. */
export function SubProjects({ t, project, canAdd }: SubProjectsProps) {
  const { row, subProjects } = project;
  const sum = sumSubProjects(subProjects, row.totalInvestmentFen);
  return (
    <>
      {subProjects.length === 0 ? (
        <p className="text-ink-2">{t("project.subEmpty")}</p>
      ) : (
        <>
          <SubTable t={t} project={project} />
          <p className="mt-2.5">
            {t("project.subSum", { sum: formatWan(sum.sumFen), known: sum.known, of: sum.of })}
            {"；"}
            <Check t={t} sum={sum} />
          </p>
          <p className="text-ink-3 text-xs">{t("project.subNote")}</p>
        </>
      )}
      {canAdd && (
        <Link
          href={{ pathname: "/projects/new", query: { parent: row.id } }}
          className="mt-3 inline-block py-1 text-accent hover:underline print:hidden"
        >
          ＋ {t("project.addSub")}
        </Link>
      )}
    </>
  );
}

function Check({ t, sum: { differenceFen } }: { t: Translator; sum: SubProjectSum }) {
  if (differenceFen === null) return t("project.subUnknown");
  if (differenceFen === 0) return t("project.subMatches");
  const difference = formatWan(Math.abs(differenceFen));
  if (differenceFen < 0) return t("project.subLess", { difference });
  return <b className="font-semibold text-red">{t("project.subMore", { difference })}</b>;
}

const HEAD = "px-3 py-1.5 text-left font-medium text-ink-3 text-xs";

function SubTable({ t, project }: Omit<SubProjectsProps, "canAdd">) {
  return (
    <div className="overflow-x-auto rounded-card border border-line bg-surface">
      <table className="w-full border-collapse">
        <thead>
          <tr className="border-line border-b">
            <th className={HEAD}>{t("project.subName")}</th>
            <th className={HEAD}>{t("project.stageColumn")}</th>
            <th className={HEAD}>{t("project.period")}</th>
            <th className={`${HEAD} text-right`}>{t("project.amountColumn")}</th>
          </tr>
        </thead>
        <tbody>
          {project.subProjects.map((part) => (
            <tr key={part.id} className="border-line-2 border-b last:border-0">
              <td className="px-3 py-2">
                <Link href={{ pathname: `/projects/${part.id}` }} className="hover:underline">
                  {part.name}
                </Link>
              </td>
              <td className="px-3 py-2">{t(`stage.${part.type}.${part.stage}`)}</td>
              <td className="px-3 py-2">
                {formatPeriod(part.start, part.end) ?? t("common.unknown")}
              </td>
              <td className="px-3 py-2 text-right">
                {part.totalInvestmentFen === null
                  ? t("common.unknown")
                  : formatWan(part.totalInvestmentFen)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
