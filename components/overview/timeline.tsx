import Link from "next/link";

export type TimelineBar = {
  id: number;
  name: string;
  region: string;
  period: string;
  /** In percent of the axis. */
  left: number;
  width: number;
  /** The words for 超期未完工; null while it is not. */
  overdue: string | null;
  marks: { id: number; label: string; left: number; look: "met" | "scheduled" | "overdue" }[];
};

type TimelineProps = {
  years: number[];
  bars: TimelineBar[];
  /** In percent of the axis. */
  today: number;
  todayLabel: string;
};

const LOOKS = {
  met: "border-accent bg-accent",
  scheduled: "border-accent bg-surface",
  overdue: "border-red bg-surface",
} as const;

const COLUMNS =
  "grid grid-cols-[minmax(0,18rem)_1fr] max-sm:grid-cols-1 print:grid-cols-[30rem_1fr]";

/** What runs when: one line per project, its period as a bar with its milestones, and a line for today. */
export function Timeline({ years, bars, today, todayLabel }: TimelineProps) {
  return (
    <div>
      <div className={`${COLUMNS} gap-3 border-line border-b text-ink-3 text-xs`}>
        <span className="max-sm:hidden" />
        <span className="relative flex">
          {years.map((year) => (
            <span key={year} className="flex-1 border-line-2 border-l pl-1">
              {year}
            </span>
          ))}
          <span
            className="absolute top-0 h-full border-ink-3 border-l"
            style={{ left: `${today}%` }}
            title={todayLabel}
          />
        </span>
      </div>
      <ol>
        {bars.map((bar) => (
          <Row key={bar.id} bar={bar} today={today} />
        ))}
      </ol>
    </div>
  );
}

function Row({ bar, today }: { bar: TimelineBar; today: number }) {
  return (
    <li
      className={`${COLUMNS} items-center gap-x-3 border-line-2 border-b py-1 print:break-inside-avoid print:py-0`}
    >
      <span className="min-w-0 text-sm print:flex print:items-baseline print:gap-2">
        <Link
          prefetch={false}
          href={{ pathname: `/projects/${bar.id}` }}
          className="block truncate hover:underline print:flex-1"
        >
          {bar.name}
        </Link>
        <span className="text-ink-3 text-xs">
          {bar.region} · {bar.period}
          {bar.overdue && <span className="ml-1.5 text-red">■ {bar.overdue}</span>}
        </span>
      </span>
      <span className="relative block h-5">
        <span
          className="absolute top-1.5 h-2 rounded-xs bg-accent"
          style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
        />
        {bar.marks.map(({ id, label, left, look }) => (
          <span
            key={id}
            role="img"
            aria-label={label}
            title={label}
            className={`absolute top-1 -ml-1.5 size-3 rotate-45 border-2 ${LOOKS[look]}`}
            style={{ left: `${left}%` }}
          />
        ))}
        <span
          aria-hidden
          className="absolute -top-4 h-13 border-ink-3 border-l"
          style={{ left: `${today}%` }}
        />
      </span>
    </li>
  );
}
