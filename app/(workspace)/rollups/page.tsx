import type { Metadata } from "next";
import Link from "next/link";
import type { ReactNode } from "react";
import { ask, requireViewer } from "@/app/session";
import { ChartCard } from "@/components/charts/chart-card";
import { DownloadPng } from "@/components/charts/download-png";
import { YearColumns } from "@/components/charts/year-columns";
import { FilterBar } from "@/components/ledger/filter/filter-bar";
import { ReturnTable } from "@/components/rollup/return-table";
import { GroupPanels } from "@/components/rollup/rollup-bar";
import { RollupHead } from "@/components/rollup/rollup-head";
import { RollupMatrix } from "@/components/rollup/rollup-matrix";
import { RollupTable } from "@/components/rollup/rollup-table";
import { BUTTON } from "@/components/ui/button";
import { FigureTable } from "@/components/ui/figure-table";
import { PrintButton } from "@/components/ui/print-button";
import { type Translator, translator } from "@/lib/language/translator";
import { filterChips } from "@/lib/ledger/filter/chips";
import { formatYi } from "@/lib/money";
import { ownPairs, parseRollupUrl, type RollupQuestion, rollupQuery } from "@/lib/rollup/input";
import type { Rollup } from "@/lib/rollup/queries";
import type { RollupReturns } from "@/lib/rollup/returns/queries";
import { byWords, concentrationOf, topShareOf } from "@/lib/rollup/words";
import { askRollup } from "./ask-rollup";
import { Controls } from "./controls";
import { rollupHref } from "./href";
import { COLUMNS_MAX, matrixView } from "./matrix-view";
import { returnView } from "./return-view";
import { tableView, yearColumns } from "./table-view";

/** What a saved picture shows: title, sums, sheet and source, without the filters. */
const PICTURE = "rollup-picture";

export async function generateMetadata(): Promise<Metadata> {
  const viewer = await requireViewer("rollup.read");
  return { title: translator(viewer.locale)("rollup.title") };
}

export default async function RollupPage({ searchParams }: PageProps<"/rollups">) {
  const viewer = await requireViewer("rollup.read");
  const t = translator(viewer.locale);
  const address = await searchParams;
  const asked = parseRollupUrl(address);
  const { rollup, returns, sides, names, choices, today } = await ask((tx) =>
    askRollup(tx, viewer, asked),
  );
  const regions = names.regions.filter(({ code }) => asked.filters.region.includes(code));
  const scope = (regions.length > 0 ? regions : names.regions.length === 1 ? names.regions : [])
    .map(({ name }) => name)
    .join(t("rollup.and"));
  const sourcePlans = choices.plans.filter(
    ({ regionCode }) => regions.length === 0 || regions.some(({ code }) => code === regionCode),
  );
  const sources = sourcePlans.map(({ name }) => name).join(t("rollup.and")) || t("rollup.noPlans");
  const query = rollupQuery(asked);
  const source = {
    line: t("chart.source", {
      unit: t("common.wan"),
      plans: sourcePlans.length,
      ...rollup.totals.coverage,
      basis: t(`rollup.basis.${rollup.basis}`),
      date: today,
    }),
    date: today,
  };
  return (
    <div id={PICTURE}>
      <RollupHead
        title={t("rollup.title")}
        sum={sumOf(t, asked, rollup, scope || t("rollup.allRegions"))}
        concentration={<Concentration t={t} asked={asked} rollup={rollup} sides={sides} />}
        exports={{
          label: t("rollup.export"),
          choices: (["xlsx", "csv"] as const).map((format) => ({
            key: format,
            label: t(`rollup.exportAs.${format}`),
            href: `/rollups/export?format=${format}&${query}`,
          })),
        }}
      >
        <DownloadPng
          targetId={PICTURE}
          fileName={`${t("rollup.title")}-${byWords(t, asked)}-${today}`}
          words={{ download: t("chart.download"), failed: t("chart.failed") }}
          className={BUTTON}
        />
        <PrintButton label={t("rollup.print")} />
      </RollupHead>
      <div data-not-in-picture>
        <FilterBar
          key={query}
          t={t}
          filters={{
            ...asked.filters,
            basis: asked.filters.basis === "plan" ? null : asked.filters.basis,
          }}
          chips={filterChips(t, asked.filters, names).filter(
            ({ names: [name] }) => name !== "basis",
          )}
          choices={choices}
          opened={address.open}
          page={{
            path: "/rollups",
            hrefOf: (filters) =>
              rollupHref(asked, { filters: { ...filters, basis: filters.basis ?? "plan" } }),
            kept: ownPairs(asked).filter(([name]) => name !== "by"),
            children: <GroupPanels t={t} by={asked.by} />,
          }}
        />
        <Controls
          t={t}
          asked={asked}
          rollup={rollup}
          rows={(sides?.rows ?? rollup).groups.length}
          live={choices.live}
        />
      </div>
      {rollup.totals.projects === 0 ? (
        <p className="rounded-card border border-line bg-surface px-5 py-12 text-center text-ink-2">
          {t("rollup.empty")}
        </p>
      ) : (
        <Sheet {...{ t, asked, rollup, returns, sides, source }} />
      )}
      <p className="mt-2 text-ink-3 text-xs">
        {asked.by.some((one) => one === "owner" || one === "ownerKind") && t("rollup.hostNote")}{" "}
        {t("rollup.note", { plans: sources, date: today })}
      </p>
    </div>
  );
}

type ConcentrationProps = Pick<SheetProps, "t" | "asked" | "rollup" | "sides">;

/** What hangs on the largest project, which it leads to, and on the rows that are shown. */
function Concentration({ t, asked, rollup, sides }: ConcentrationProps) {
  return (
    <p className="text-ink-3 text-xs">
      {rollup.largest && (
        <Link
          prefetch={false}
          href={`/projects/${rollup.largest.id}`}
          className="inline-block min-h-6 content-center hover:underline"
        >
          {concentrationOf(t, rollup)}
        </Link>
      )}{" "}
      {topShareOf(t, asked, sides?.rows ?? rollup)}
    </p>
  );
}

type SheetProps = {
  t: Translator;
  asked: RollupQuestion;
  rollup: Rollup;
  returns: RollupReturns | null;
  sides: Awaited<ReturnType<typeof askRollup>>["sides"];
  source: { line: string; date: string };
};

/** One dimension as rows, two as a matrix; listed one under the other where the columns would be too many. */
function Sheet({ t, asked, rollup, returns, sides, source }: SheetProps) {
  if (asked.measure === "returns")
    return returns ? (
      <ReturnTable {...returnView(t, asked, { rollup, returns, sides })} />
    ) : (
      <p className="rounded-card border border-line bg-surface px-5 py-12 text-center text-ink-2">
        {t("rollup.returns.none")}
      </p>
    );
  if (sides && sides.columns.groups.length <= COLUMNS_MAX)
    return <RollupMatrix {...matrixView(t, asked, rollup, sides)} />;
  const { cut, ...table } = tableView(t, asked, rollup);
  const years = yearColumns(t, asked, rollup);
  return (
    <>
      {years && years.length > 0 && (
        <div className="mb-3">
          <ChartCard
            title={t("rollup.chart")}
            source={source.line}
            fileName={`${t("rollup.chart")}-${source.date}`}
            words={{ download: t("chart.download"), failed: t("chart.failed") }}
            data={{
              show: t("chart.show"),
              table: (
                <FigureTable
                  caption={t("rollup.chart")}
                  headings={[
                    t("rollup.dimension.activeYear"),
                    t("rollup.projects"),
                    t("rollup.derivedWan"),
                  ]}
                  rows={years}
                />
              ),
            }}
          >
            <YearColumns columns={years} />
          </ChartCard>
        </div>
      )}
      <RollupTable {...table} />
      {cut && <p className="mt-2 text-ink-3 text-xs">{t("rollup.cut")}</p>}
    </>
  );
}

function sumOf(t: Translator, asked: RollupQuestion, { totals }: Rollup, scope: string): ReactNode {
  return t.rich("rollup.sum", {
    scope,
    by: byWords(t, asked),
    count: totals.projects,
    yi: totals.totalInvestmentFen === null ? "—" : formatYi(totals.totalInvestmentFen),
    ...totals.coverage,
    basis: t(`rollup.basis.${asked.filters.basis}`),
    n: (words) => <b className="font-[650] text-ink text-lg">{words}</b>,
  });
}
