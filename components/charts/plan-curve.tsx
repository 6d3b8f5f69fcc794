export type CurveMonth = {
  /** 1 to 12. */
  label: string;
  /** In per cent of the height; null where there is nothing yet. */
  planned: number;
  completed: number | null;
};

type PlanCurveProps = {
  months: CurveMonth[];
  /** The words at the lines of the grid, the highest first. */
  scale: string[];
  planned: string;
  completed: string;
  label: string;
};

const POINT = "absolute size-2 -translate-x-1/2 translate-y-1/2";

/**
 * Plan and completed, added up month by month: a dashed line with hollow squares and a solid one with full circles, so
 * that nobody needs the colours. Drawn on the server; the numbers stand in the table behind it.
 */
export function PlanCurve({ months, scale, planned, completed, label }: PlanCurveProps) {
  const left = (at: number) => ((at + 0.5) * 100) / months.length;
  const line = (values: (number | null)[]) =>
    values.flatMap((value, at) => (value === null ? [] : [`${left(at)},${100 - value}`])).join(" ");
  return (
    <div>
      <p className="mb-2 flex flex-wrap gap-x-4 text-ink-2 text-xs">
        <span className="inline-flex items-center gap-1.5">
          <i aria-hidden className="size-2 border-[1.5px] border-ink-3 bg-surface" />
          {planned}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <i aria-hidden className="size-2 rounded-full bg-accent" />
          {completed}
        </span>
      </p>
      <div role="img" aria-label={label} className="grid grid-cols-[auto_1fr] gap-x-2">
        <div className="flex h-44 flex-col justify-between text-right text-ink-3 text-xs leading-none">
          {scale.map((words) => (
            <span key={words}>{words}</span>
          ))}
        </div>
        <div className="relative h-44 border-line border-b">
          {scale.slice(0, -1).map((words, at) => (
            <i
              key={words}
              className="absolute inset-x-0 border-line-2 border-t"
              style={{ top: `${(at * 100) / (scale.length - 1)}%` }}
            />
          ))}
          <svg
            aria-hidden="true"
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            <polyline
              points={line(months.map((month) => month.planned))}
              fill="none"
              className="stroke-ink-3 [stroke-dasharray:5_4] [stroke-width:1.5px] [vector-effect:non-scaling-stroke]"
            />
            <polyline
              points={line(months.map((month) => month.completed))}
              fill="none"
              className="stroke-accent [stroke-width:2px] [vector-effect:non-scaling-stroke]"
            />
          </svg>
          {months.map((month, at) => (
            <i
              key={month.label}
              className={`${POINT} border-[1.5px] border-ink-3 bg-surface`}
              style={{ left: `${left(at)}%`, bottom: `${month.planned}%` }}
            />
          ))}
          {months.map(
            (month, at) =>
              month.completed !== null && (
                <i
                  key={month.label}
                  className={`${POINT} rounded-full bg-accent`}
                  style={{ left: `${left(at)}%`, bottom: `${month.completed}%` }}
                />
              ),
          )}
        </div>
        <span />
        <div className="mt-1 grid grid-cols-12 text-center text-ink-3 text-xs">
          {months.map((month) => (
            <span key={month.label}>{month.label}</span>
          ))}
        </div>
      </div>
    </div>
  );
}
