import Link from "next/link";
import { ChartCard } from "@/components/charts/chart-card";
import { Switch } from "@/components/rollup/switch";
import { type FigureRow, FigureTable } from "@/components/ui/figure-table";
import { LENSES } from "@/lib/group/group";
import type { Translator } from "@/lib/language/translator";
import { formatWan } from "@/lib/money";
import type { RollupQuestion } from "@/lib/rollup/input";
import { ledgerQueryOf } from "@/lib/rollup/links";
import type { Rollup } from "@/lib/rollup/queries";
import type { Figure } from "@/lib/rollup/rollup";
import { labeller, wanOrUnknown } from "@/lib/rollup/words";
import { rollupHref } from "../rollups/href";
import { coverageNote } from "../rollups/table-view";

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
  const label = labeller(t, rollup.groups);
  return (
    <ChartCard
      title={t("overview.byLead")}
      source={t("chart.source", {
        unit: t("common.wan"),
        plans,
        known: totals.coverage.known,
        of: totals.coverage.of,
        basis: t("rollup.basis.current"),
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
      <FigureTable
        caption={t("overview.byLead")}
        headings={[
          t("rollup.dimension.lead"),
          t("rollup.projects"),
          t("rollup.amountWan", { measure: t(`rollup.lensShort.${asked.lens}`) }),
        ]}
        rows={rollup.groups.map((group) =>
          figureRow(t, group, {
            key: group.keys.map(({ value }) => value).join(),
            label: group.keys.map(label).join(),
            href: `/projects?${ledgerQueryOf(asked, group.keys, null)}`,
          }),
        )}
        total={figureRow(t, totals, {
          key: "total",
          label: t("rollup.total"),
          href: `/projects?${ledgerQueryOf(asked, [], null)}`,
        })}
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

function figureRow(
  t: Translator,
  figure: Figure,
  { key, label, href }: { key: string; label: string; href: string },
): FigureRow {
  const amount = wanOrUnknown(t, figure.totalInvestmentFen);
  const [note = null] = coverageNote(t, figure);
  const cells = [
    { text: String(figure.projects), href },
    { text: amount, note, href },
  ];
  return { key, label, href, cells };
}
