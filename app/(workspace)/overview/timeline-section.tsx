import Link from "next/link";
import { ChartCard } from "@/components/charts/chart-card";
import { Timeline, type TimelineBar } from "@/components/overview/timeline";
import { type FigureRow, FigureTable } from "@/components/ui/figure-table";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import type { Overview } from "@/lib/overview/queries";
import { barOf, placeOf, yearsOf } from "@/lib/overview/timeline";
import type { Timeline as TimelineData, TimelineRow } from "@/lib/overview/timeline-query";

type TimelineSectionProps = {
  t: Translator;
  timeline: TimelineData;
  overview: Overview;
  today: string;
  region: string | null;
};

/** The timeline with what it leaves out said below it. */
export function TimelineSection({ t, timeline, overview, today, region }: TimelineSectionProps) {
  const { rows, more, withoutPeriod } = timeline;
  if (rows.length === 0) return null;
  const years = yearsOf(rows, today);
  const bars = rows.map((row) => timelineBar(t, row, years));
  return (
    <ChartCard
      title={t("overview.timeline")}
      source={t("chart.periodSource", {
        plans: overview.plans,
        known: rows.length + more,
        of: overview.total.projects,
        date: today,
      })}
      fileName={`${t("overview.timeline")}-${today}`}
      words={{ download: t("chart.download"), failed: t("chart.failed") }}
      data={{
        show: t("chart.show"),
        table: (
          <FigureTable
            caption={t("overview.timeline")}
            headings={[
              t("overview.timelineProject"),
              t("overview.timelinePeriod"),
              t("overview.timelineMilestones"),
            ]}
            rows={bars.map((bar) => timelineRow(t, bar))}
          />
        ),
      }}
    >
      <Timeline
        years={years}
        bars={bars}
        today={placeOf(today, years)}
        todayLabel={t("overview.timelineToday", { date: today })}
      />
      <p className="mt-2 text-ink-3 text-xs">
        {t("overview.timelineNote")}
        {withoutPeriod > 0 && ` ${t("overview.timelineWithout", { count: withoutPeriod })}。`}
      </p>
      {more > 0 && (
        <Link
          href={{ pathname: "/projects", query: region ? { region } : {} }}
          className="text-accent text-sm underline"
        >
          {t("overview.timelineMore", { count: more })}
        </Link>
      )}
    </ChartCard>
  );
}

function timelineRow(t: Translator, { id, name, region, ...bar }: TimelineBar): FigureRow {
  const milestones = bar.marks.map(({ label }) => label).join(t("rollup.and"));
  return {
    key: String(id),
    label: name,
    note: region,
    href: `/projects/${id}`,
    cells: [
      { text: bar.period, note: bar.overdue, href: null },
      { text: milestones || t("overview.noMilestones"), href: null },
    ],
  };
}

const STATES = {
  met: "overview.milestoneMet",
  scheduled: "overview.milestoneScheduled",
  overdue: "overview.milestoneOverdue",
} as const;

function timelineBar(t: Translator, row: TimelineRow, years: number[]): TimelineBar {
  return {
    id: row.id,
    name: row.name,
    region: row.region,
    period: formatPeriod(row.start, row.end) ?? "",
    ...barOf(row, years),
    overdue: row.overdue ? t("common.overdue") : null,
    marks: row.milestones.flatMap(({ id, name, on, state }) =>
      state === "cancelled"
        ? []
        : [
            {
              id,
              look: state,
              left: placeOf(on, years),
              label: t("overview.milestone", { name, on, state: t(STATES[state]) }),
            },
          ],
    ),
  };
}
