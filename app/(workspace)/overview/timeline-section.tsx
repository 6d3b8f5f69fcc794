import Link from "next/link";
import { Timeline, type TimelineBar } from "@/components/overview/timeline";
import { formatPeriod } from "@/lib/dates";
import type { Translator } from "@/lib/language/translator";
import { barOf, placeOf, yearsOf } from "@/lib/overview/timeline";
import type { Timeline as TimelineData, TimelineRow } from "@/lib/overview/timeline-query";

type TimelineSectionProps = {
  t: Translator;
  timeline: TimelineData;
  today: string;
  region: string | null;
};

/** The timeline with what it leaves out said below it. */
export function TimelineSection({ t, timeline, today, region }: TimelineSectionProps) {
  const { rows, more, withoutPeriod } = timeline;
  if (rows.length === 0) return null;
  const years = yearsOf(rows, today);
  return (
    <section className="mt-4.5 rounded-card border border-line bg-surface px-4.5 py-3.5">
      <h2 className="mb-2">{t("overview.timeline")}</h2>
      <Timeline
        years={years}
        bars={rows.map((row) => timelineBar(t, row, years))}
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
    </section>
  );
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
