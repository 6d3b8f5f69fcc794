import { titled } from "@/app/page-title";
import { requireViewer } from "@/app/session";
import { CompareDays } from "@/components/compare/day-fields";
import { ComparedLists } from "@/components/compare/lists";
import { ComparedSums } from "@/components/compare/sums";
import { FilterBar } from "@/components/ledger/filter/filter-bar";
import { Panel } from "@/components/ledger/filter/panel/panel";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { read } from "@/db/client";
import { firstDay } from "@/lib/as-of/day";
import type { Comparison } from "@/lib/compare/comparison";
import { type ComparisonQuestion, comparisonQuery, parseComparisonUrl } from "@/lib/compare/input";
import { headsOf } from "@/lib/compare/sheet";
import { type Translator, translator } from "@/lib/language/translator";
import { filterChips } from "@/lib/ledger/filter/chips";
import { filterPairs } from "@/lib/ledger/filter/filter-url";
import { askChoices, askComparison } from "./ask-comparison";

export const generateMetadata = titled("compare.title");

export default async function ComparePage({ searchParams }: PageProps<"/audit/compare">) {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const { today, first } = await read(async (tx) => ({
    today: tx.today,
    first: await firstDay(tx),
  }));
  const address = await searchParams;
  const asked = parseComparisonUrl(address, today);
  const { names, choices } = await askChoices(viewer, asked);
  const answer = await askComparison(viewer, t, asked);
  return (
    <>
      <Head t={t} asked={asked} answer={answer} />
      <CompareDays
        key={`${asked.from} ${asked.to}`}
        t={t}
        {...asked}
        first={first}
        today={today}
        kept={filterPairs(asked.filters)}
      />
      <FilterBar
        key={comparisonQuery(asked)}
        t={t}
        filters={asked.filters}
        chips={filterChips(t, asked.filters, names)}
        choices={choices}
        opened={address.open}
        page={{
          path: "/audit/compare",
          hrefOf: (filters) => `/audit/compare?${comparisonQuery({ ...asked, filters })}`,
          kept: [
            ["from", asked.from],
            ["to", asked.to],
          ],
        }}
      />
      {"comparison" in answer && (
        <>
          <ComparedSums t={t} comparison={answer.comparison} />
          <ComparedLists t={t} comparison={answer.comparison} today={today} />
          <p className="break-all text-ink-3 text-xs">
            {t("compare.head")}：{headsOf(t, answer.comparison)}
          </p>
        </>
      )}
    </>
  );
}

type HeadProps = {
  t: Translator;
  asked: ComparisonQuestion;
  answer: { comparison: Comparison } | { sentence: string };
};

/** How much came, went and changed; or why the days cannot be compared. */
function Head({ t, asked, answer }: HeadProps) {
  return (
    <PageHead
      above={{ label: t("historyPage.title"), href: "/audit/history" }}
      title={t("compare.title")}
      note={
        "comparison" in answer
          ? t("compare.note", {
              from: asked.from,
              to: asked.to,
              added: answer.comparison.added.length,
              removed: answer.comparison.removed.length,
              changed: answer.comparison.changed.length,
            })
          : answer.sentence
      }
      live
      actions={
        "comparison" in answer && (
          <>
            <Panel title={t("compare.export")} button end>
              {(["xlsx", "csv"] as const).map((format) => (
                <a
                  key={format}
                  href={`/audit/compare/export?format=${format}&${comparisonQuery(asked)}`}
                  className="flex min-h-8 items-center rounded-[4px] px-2 hover:bg-row max-sm:min-h-11"
                >
                  {t(`compare.exportAs.${format}`)}
                </a>
              ))}
            </Panel>
            <PrintButton label={t("rollup.print")} />
          </>
        )
      }
    />
  );
}
