import Link from "next/link";
import { ask } from "@/app/session";
import { ProblemList } from "@/components/problem/problem-list";
import type { Viewer } from "@/lib/auth/actor";
import { translator } from "@/lib/language/translator";
import { parseProblemUrl } from "@/lib/problem/filters";
import { listProblemsFor } from "@/lib/problem/list";

type ProblemsPartProps = { viewer: Viewer; projectId: number; mayEnter: boolean };

/** The problems of a project, open ones first; nothing for those who neither have nor may raise any. */
export async function ProblemsPart({ viewer, projectId, mayEnter }: ProblemsPartProps) {
  const t = translator(viewer.locale);
  const filters = parseProblemUrl({ project: String(projectId), state: "all" });
  const { total, items } = await ask((tx) => listProblemsFor(tx, viewer, filters));
  if (total === 0 && !mayEnter) return null;
  return (
    <section aria-labelledby="problems">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-2">
        <h2 id="problems" className="text-base">
          {t("problem.ofProject", { count: total })}
        </h2>
        {mayEnter && (
          <Link
            href={`/problems/new?project=${projectId}`}
            className="inline-flex min-h-6 items-center text-accent hover:underline max-sm:min-h-11 print:hidden"
          >
            {t("problem.raise")}
          </Link>
        )}
      </div>
      {total === 0 ? (
        <p className="text-ink-3 text-sm">{t("problem.noneHere")}</p>
      ) : (
        <ProblemList t={t} problems={items} ofOneProject />
      )}
    </section>
  );
}
