import Link from "next/link";
import type { Review } from "@/lib/import/review/review";
import type { Translator } from "@/lib/language/translator";
import { type ReviewView, reviewHref } from "./view";

type TableTabsProps = { t: Translator; review: Review; view: ReviewView };

/** The tables of the document: projects, indicators, and what is not read. */
export function TableTabs({ t, review, view }: TableTabsProps) {
  return (
    <nav
      aria-label={t("importPage.sourceCaption")}
      className="mb-3 flex flex-wrap gap-x-5 gap-y-1 border-line border-b"
    >
      {review.tables.map(({ at, title, reading, included }) => (
        <Link
          key={at}
          href={reviewHref(review.row.id, { table: at }) as "/imports"}
          scroll={false}
          aria-current={at === view.table ? "page" : undefined}
          className="py-1.5 text-ink-2 aria-[current=page]:border-accent aria-[current=page]:border-b-2 aria-[current=page]:font-semibold aria-[current=page]:text-ink max-sm:min-h-11"
        >
          {reading.kind === "projects"
            ? t("importPage.tableProjects", { title, count: reading.projects.length })
            : reading.kind === "indicators"
              ? t("importPage.tableIndicators", { title, count: reading.indicators.length })
              : t("importPage.tableOther", { title })}
          {reading.kind === "projects" && !included && ` · ${t("importPage.notIncluded")}`}
        </Link>
      ))}
    </nav>
  );
}
