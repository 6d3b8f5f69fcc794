import {
  type CalendarRules,
  type DayChanges,
  holidaysKnown,
  monthAfter,
  openedMonths,
  reportDays,
} from "./calendar";

/** One thing that a new calendar does, as a key of a sentence under `calendar.effect`, with its values. */
export type EffectLine = { key: EffectKey; values: Record<string, string | number> };
type EffectKey =
  | "goesLive"
  | "opensLater"
  | "openedAlready"
  | "lateAlready"
  | "startsEarlier"
  | "startsLater"
  | "opensOn"
  | "dueOn"
  | "locksOn"
  | "joins"
  | "separates";

/** How many months ahead a change of days is spelled out. */
export const MONTHS_AHEAD = 6;

/**
 * What setting `after` in the place of `before` (null: the region has not gone live) does, seen from `today`. Empty when
 * it changes nothing.
 */
export function calendarEffect(
  before: CalendarRules | null,
  after: CalendarRules,
  today: string,
  changes: DayChanges,
): EffectLine[] {
  if (before === null) return liveLines(after, today, changes);
  const lines: EffectLine[] = [];
  const starts = { from: before.startsMonth, to: after.startsMonth };
  if (after.startsMonth < before.startsMonth)
    lines.push({ key: "startsEarlier", values: starts }, ...openedLines(after, today, changes));
  if (after.startsMonth > before.startsMonth) lines.push({ key: "startsLater", values: starts });
  if (after.joinsJanuary !== before.joinsJanuary)
    lines.push({ key: after.joinsJanuary ? "joins" : "separates", values: {} });
  return [...lines, ...movedDays(before, after, today, changes)];
}

/** The months of the returns that are in work: last month's, this month's and those after, from the first one owed. */
export function comingMonths(rules: CalendarRules, today: string): string[] {
  const first = monthAfter(today.slice(0, 7), -1);
  const [from = first] = [first, rules.startsMonth].sort().reverse();
  return Array.from({ length: MONTHS_AHEAD }, (_, at) => monthAfter(from, at)).filter(
    (month) => !(rules.joinsJanuary && month.endsWith("-01")),
  );
}

/** The years of these days for which no notice is built in: there only weekends count as days off. */
export function unknownYears(days: readonly string[]): string[] {
  return [...new Set(days.map((day) => day.slice(0, 4)))].filter((year) => !holidaysKnown(year));
}

/** How a change of working days moves the coming due days and locks of a region. */
export function movedByNotice(
  rules: CalendarRules,
  today: string,
  before: DayChanges,
  after: DayChanges,
): EffectLine[] {
  return comingMonths(rules, today).flatMap((month) =>
    differing(month, reportDays(month, rules, before), reportDays(month, rules, after)),
  );
}

function liveLines(rules: CalendarRules, today: string, changes: DayChanges): EffectLine[] {
  const { opensOn } = reportDays(rules.startsMonth, rules, changes);
  const first: EffectLine = { key: "goesLive", values: { month: rules.startsMonth } };
  if (opensOn > today)
    return [first, { key: "opensLater", values: { month: rules.startsMonth, on: opensOn } }];
  return [first, ...openedLines(rules, today, changes)];
}

function openedLines(rules: CalendarRules, today: string, changes: DayChanges): EffectLine[] {
  const opened = openedMonths(rules, today);
  const late = opened.filter((month) => reportDays(month, rules, changes).dueOn < today);
  const lines: EffectLine[] = [];
  if (opened.length > 0)
    lines.push({
      key: "openedAlready",
      values: { count: opened.length, first: opened[0] ?? "", last: opened.at(-1) ?? "" },
    });
  if (late.length > 0)
    lines.push({ key: "lateAlready", values: { count: late.length, last: late.at(-1) ?? "" } });
  return lines;
}

function movedDays(
  before: CalendarRules,
  after: CalendarRules,
  today: string,
  changes: DayChanges,
): EffectLine[] {
  const both = comingMonths(after, today).filter((month) => month >= before.startsMonth);
  return both.flatMap((month) =>
    differing(month, reportDays(month, before, changes), reportDays(month, after, changes)),
  );
}

function differing(
  month: string,
  before: ReturnType<typeof reportDays>,
  after: ReturnType<typeof reportDays>,
): EffectLine[] {
  return (["opensOn", "dueOn", "locksOn"] as const)
    .filter((key) => before[key] !== after[key])
    .map((key) => ({ key, values: { month, from: before[key], to: after[key] } }));
}
