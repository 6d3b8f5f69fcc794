import Link from "next/link";
import { titled } from "@/app/page-title";
import { ask, requireViewer } from "@/app/session";
import { EventList } from "@/components/history/event-list";
import { HistoryFilterForm } from "@/components/history/history-filters";
import { Panel } from "@/components/ledger/filter/panel/panel";
import { BUTTON } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { PageHead } from "@/components/ui/page-head";
import { canEver } from "@/lib/auth/permissions";
import { historyQuery, parseHistoryUrl } from "@/lib/history/input";
import { listHistory, listPeople } from "@/lib/history/queries";
import { historyFilterSentence } from "@/lib/history/words";
import { translator } from "@/lib/language/translator";

export const generateMetadata = titled("historyPage.title");

/** 变更与历史: every value that changed, by whom, when, why and from where. */
export default async function HistoryPage({ searchParams }: PageProps<"/audit/history">) {
  const viewer = await requireViewer("history.read");
  const t = translator(viewer.locale);
  const filters = parseHistoryUrl(await searchParams);
  const { history, people, today } = await ask(async (tx) => ({
    history: await listHistory(tx, viewer, filters),
    people: await listPeople(tx, viewer),
    today: tx.today,
  }));
  const query = new URLSearchParams(historyQuery(filters)).toString();
  return (
    <>
      <PageHead
        title={t("historyPage.title")}
        note={historyFilterSentence(t, filters, people)}
        live
        actions={
          <>
            {canEver(viewer, "rollup.read") && (
              <Link href="/audit/compare" className={BUTTON}>
                {t("compare.title")}
              </Link>
            )}
            <Panel title={t("historyPage.export")} button end>
              {(["xlsx", "csv"] as const).map((format) => (
                <a
                  key={format}
                  href={`/audit/history/export?format=${format}${query && `&${query}`}`}
                  className="flex min-h-8 items-center rounded-[4px] px-2 hover:bg-row max-sm:min-h-11"
                >
                  {t(`compare.exportAs.${format}`)}
                </a>
              ))}
            </Panel>
          </>
        }
      />
      <HistoryFilterForm key={query} t={t} filters={filters} people={people} today={today} />
      {history.events.length === 0 ? (
        <Empty>{t("historyPage.empty")}</Empty>
      ) : (
        <EventList t={t} events={history.events} />
      )}
      <nav aria-label={t("historyPage.pages")} className="mt-3 flex gap-4 print:hidden">
        {filters.before !== null && (
          <Link
            href={{ pathname: "/audit/history", query: historyQuery(filters) }}
            className="py-1 text-accent hover:underline"
          >
            {t("project.newest")}
          </Link>
        )}
        {history.next !== null && (
          <Link
            href={{
              pathname: "/audit/history",
              query: historyQuery(filters, { before: history.next }),
            }}
            rel="next"
            className="py-1 text-accent hover:underline"
          >
            {t("project.older")}
          </Link>
        )}
      </nav>
    </>
  );
}
