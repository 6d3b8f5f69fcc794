import { daysBetween } from "@/lib/dates";

type Period = { startOn: string; endOn: string };

/** The years a timeline shows: from the first start to the last end, this year included. */
export function yearsOf(periods: Period[], today: string): number[] {
  if (periods.length === 0) return [];
  const first = Math.min(...periods.map(({ startOn }) => yearOf(startOn)));
  const last = Math.max(yearOf(today), ...periods.map(({ endOn }) => yearOf(endOn)));
  return Array.from({ length: last - first + 1 }, (_, at) => first + at);
}

/** Where a day stands on the axis of these years, in percent from its left end; outside it is cut to the ends. */
export function placeOf(day: string, years: number[]): number {
  const [first = 0] = years;
  const axisStart = `${first}-01-01`;
  const axisEnd = `${first + years.length}-01-01`;
  const share = daysBetween(axisStart, day) / daysBetween(axisStart, axisEnd);
  return Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100;
}

/** Left end and width of a period's bar, in percent. The last day belongs to it. */
export function barOf(
  { startOn, endOn }: Period,
  years: number[],
): { left: number; width: number } {
  const left = placeOf(startOn, years);
  return { left, width: Math.round((placeOf(dayAfter(endOn), years) - left) * 100) / 100 };
}

function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
