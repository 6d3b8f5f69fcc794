import Link from "next/link";
import { ChartCard } from "@/components/charts/chart-card";
import { LeadTable } from "@/components/overview/lead-table";
import { Switch } from "@/components/rollup/switch";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { RollupQuestion } from "@/lib/rollup/input";
import { groupLabel } from "@/lib/rollup/label";
import { ledgerQueryOf } from "@/lib/rollup/links";
import type { Rollup } from "@/lib/rollup/queries";
import { LENSES } from "@/lib/rollup/rollup";
import { rollupHref } from "../rollups/href";

type LeadSectionProps = {
  t: Translator;
  asked: RollupQuestion;
  rollup: Rollup;
  plans: number;
  today: string;
};

/** The money by lead unit under one of three lenses; joint projects are counted once in the total. */
export function LeadSection({ t, asked, rollup, plans, today }: LeadSectionProps) {
  const { totals } = rollup;
  const [region] = asked.filters.region;
  const wan = (fen: number | null) => (fen === null ? t("rollup.unknown") : formatWan(fen));
  return (
    <ChartCard
      title={t("overview.byLead")}
      source={t("chart.source", {
        unit: t("common.wan"),
        plans,
        known: totals.coverage.known,
        of: totals.coverage.of,
        date: today,
      })}
      fileName={`${t("overview.byLead")}-${today}`}
      words={{ download: t("chart.download"), failed: t("chart.failed") }}
    >
      <Switch
        label={t("rollup.lensLabel")}
        choices={LENSES.map((lens) => ({
          label: t(`rollup.lens.${lens}`),
          href: `/overview?${new URLSearchParams({ ...(region ? { region } : {}), lens })}`,
          chosen: lens === asked.lens,
        }))}
      />
      <LeadTable
        headings={{
          unit: t("rollup.dimension.lead"),
          projects: t("rollup.projects"),
          amount: t(`rollup.lensShort.${asked.lens}`),
        }}
        rows={rollup.groups.map((group) => ({
          key: group.keys.map(({ value }) => value).join(),
          label: group.keys.map((key) => groupLabel(t, key)).join(),
          href: `/projects?${ledgerQueryOf(asked, group.keys, null)}`,
          projects: String(group.projects),
          amount: wan(group.totalInvestmentFen),
        }))}
        total={{
          key: "total",
          label: t("rollup.total"),
          href: `/projects?${ledgerQueryOf(asked, [], null)}`,
          projects: String(totals.projects),
          amount: wan(totals.totalInvestmentFen),
        }}
      />
      {totals.countedTwiceFen > 0 && (
        <p className="mt-2 text-ink-3 text-xs">
          {t("rollup.twiceLead", {
            sum: formatWan((totals.totalInvestmentFen ?? 0) + totals.countedTwiceFen),
            count: totals.countedTwiceProjects,
            wan: formatWan(totals.countedTwiceFen),
          })}
        </p>
      )}
      <Link
        prefetch={false}
        href={{ pathname: "/rollups", search: rollupHref({ ...asked, top: null }).split("?")[1] }}
        className="text-accent text-sm hover:underline"
      >
        {t("overview.allLeads", { count: rollup.groupCount })}
      </Link>
    </ChartCard>
  );
}
