import Link from "next/link";
import type { Translator } from "@/lib/language/translator";
import type { ListedProblem } from "@/lib/problem/problem";

type ProblemListProps = {
  t: Translator;
  problems: ListedProblem[];
  /** Where the project is said already. */
  ofOneProject?: true;
};

/** 问题清单: what it is, whose it is to solve, by when, and how late. */
export function ProblemList({ t, problems, ofOneProject }: ProblemListProps) {
  return (
    <ul className="rounded-card border border-line bg-surface">
      {problems.map((problem) => {
        const { id, text, level, unitName, person, dueOn, state, steps, closedOn } = problem;
        const facts = [
          t(`problemLevel.${level}`),
          unitName ?? t("problem.noUnit"),
          ...(person ? [person] : []),
          ...(dueOn ? [t("problem.due", { on: dueOn })] : [t("problem.noDue")]),
        ];
        return (
          <li key={id} className="border-line-2 border-b px-4 py-3 last:border-b-0 max-sm:px-3">
            <p className="flex flex-wrap items-baseline justify-between gap-x-4">
              <Link
                prefetch={false}
                href={`/problems/${id}`}
                className="min-w-0 break-words font-[550] hover:underline"
              >
                {text}
              </Link>
              <span className="text-sm">
                {state === "closed" ? (
                  <span className="text-ink-2">
                    {t("problem.closedOn", { on: closedOn ?? "" })}
                  </span>
                ) : problem.overdueDays > 0 ? (
                  <span className="text-red">
                    {t("problem.late", { days: problem.overdueDays })}
                  </span>
                ) : (
                  <span className="text-ink-2">{t("problemState.open")}</span>
                )}
              </span>
            </p>
            <p className="text-ink-2 text-sm">
              {facts.join(" · ")}
              {!ofOneProject && (
                <>
                  {" · "}
                  <Link
                    prefetch={false}
                    href={`/projects/${problem.projectId}`}
                    className="text-accent underline"
                  >
                    {problem.projectName}
                  </Link>
                </>
              )}
            </p>
            {steps && <p className="text-ink-2 text-sm">{t("problem.stepsAre", { steps })}</p>}
          </li>
        );
      })}
    </ul>
  );
}
