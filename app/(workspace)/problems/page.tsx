import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { ProblemFilters } from "@/components/problem/problem-filters";
import { ProblemList } from "@/components/problem/problem-list";
import { PRIMARY_BUTTON } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { Pager } from "@/components/ui/pager";
import { canEver } from "@/lib/auth/permissions";
import { translator } from "@/lib/language/translator";
import { countProblems } from "@/lib/problem/counts";
import { PROBLEMS_PER_PAGE, parseProblemUrl, problemQuery } from "@/lib/problem/filters";
import { listProblemsFor } from "@/lib/problem/list";
import { listRegions } from "@/lib/region/queries";

export const generateMetadata = titled("problem.title");

/** 问题清单: open ones first, the longest overdue on top. A manager sees those of the own units' projects. */
export default async function ProblemsPage({ searchParams }: PageProps<"/problems">) {
  const viewer = await requireViewer("return.read");
  const t = translator(viewer.locale);
  const filters = parseProblemUrl(await searchParams);
  const { found, counts, regions } = await ask(async (tx) => ({
    found: await listProblemsFor(tx, viewer, filters),
    counts: await countProblems(tx, viewer, filters),
    regions: await listRegions(tx, viewer),
  }));
  const { total, items } = found;
  const from = (filters.page - 1) * PROBLEMS_PER_PAGE + 1;
  const to = Math.min(filters.page * PROBLEMS_PER_PAGE, total);
  const at = (page: number) => ({ pathname: "/problems", query: problemQuery(filters, { page }) });
  return (
    <>
      <PageHead
        title={t("problem.title")}
        note={t("problem.note", counts.states)}
        actions={
          canEver(viewer, "problem.enter") && (
            <Link href="/problems/new" className={PRIMARY_BUTTON}>
              {t("problem.raise")}
            </Link>
          )
        }
      />
      <ProblemFilters t={t} filters={filters} counts={counts} regions={regions} />
      {items.length === 0 ? (
        <Empty>{t("problem.none")}</Empty>
      ) : (
        <ProblemList t={t} problems={items} />
      )}
      {total > PROBLEMS_PER_PAGE && (
        <Pager
          label={t("review.pages")}
          range={t("problem.range", { from, to, total })}
          previous={
            filters.page > 1 ? { label: t("review.previous"), href: at(filters.page - 1) } : null
          }
          next={to < total ? { label: t("review.next"), href: at(filters.page + 1) } : null}
        />
      )}
    </>
  );
}
