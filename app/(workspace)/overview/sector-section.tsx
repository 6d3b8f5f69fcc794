import Link from "next/link";
import { ChartCard } from "@/components/charts/chart-card";
import { SectorBars } from "@/components/overview/sector-bars";
import { FigureTable } from "@/components/ui/figure-table";
import type { Translator } from "@/lib/language/translator";
import type { Overview } from "@/lib/overview/queries";
import { concentration, sectorBars, sectorRows, totalRow } from "./view";

type SectorSectionProps = {
  t: Translator;
  overview: Overview;
  region: string | null;
  today: string;
};

/** The money by sector; the numbers stand beside their bars. */
export function SectorSection({ t, overview, region, today }: SectorSectionProps) {
  const { bars, note } = sectorBars(t, overview, region);
  const share = concentration(t, overview, region);
  return (
    <ChartCard
      title={t("overview.bySector")}
      source={t("chart.source", {
        unit: t("common.wan"),
        plans: overview.plans,
        known: overview.total.known,
        of: overview.total.projects,
        basis: t("rollup.basis.current"),
        date: today,
      })}
      fileName={`${t("overview.bySector")}-${today}`}
      words={{ download: t("chart.download"), failed: t("chart.failed") }}
      data={{
        show: t("chart.show"),
        table: (
          <FigureTable
            caption={t("overview.bySector")}
            headings={[t("overview.sector"), t("overview.projects"), t("overview.amountWan")]}
            rows={sectorRows(t, overview, region)}
            total={totalRow(t, overview, region)}
          />
        ),
      }}
    >
      <SectorBars rows={bars} unknown={t("overview.unknownAmount")} />
      <p className="mt-2 text-ink-3 text-xs">{note}</p>
      {share && (
        <p className="mt-1 text-ink-2 text-sm">
          <Link
            prefetch={false}
            href={{ pathname: `/projects/${share.id}` }}
            className="text-accent hover:underline"
          >
            {share.largest}
          </Link>
          {" · "}
          <Link prefetch={false} href={share.threeHref} className="text-accent hover:underline">
            {share.three}
          </Link>
        </p>
      )}
    </ChartCard>
  );
}
