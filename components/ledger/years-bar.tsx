import type { LedgerItem } from "@/lib/ledger/items";

const STEP_PX = 16;
const MOST_YEARS = 10;

/** The years of the plan as small fields, those of the project filled. Nothing where years are unknown or too many. */
export function YearsBar({ item: { plan, startOn, endOn } }: { item: LedgerItem }) {
  if (startOn === null || endOn === null) return null;
  const [start, end] = [yearOf(startOn), yearOf(endOn)];
  const first = Math.min(start, plan?.startYear ?? start);
  const last = Math.max(end, plan?.endYear ?? end);
  const years = last - first + 1;
  if (years > MOST_YEARS) return null;
  const from = `${(start - first) * STEP_PX}px`;
  const to = `${(end - first + 1) * STEP_PX}px`;
  return (
    <i
      className="ledger-years"
      style={{
        width: years * STEP_PX - 2,
        background: `linear-gradient(to right, var(--line) ${from}, var(--accent) ${from} ${to}, var(--line) ${to})`,
      }}
    />
  );
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
