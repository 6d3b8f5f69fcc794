import { HOLIDAYS } from "./holidays";

/** When the returns of a region open, are due and lock; days of a month. */
export type CalendarRules = {
  startsMonth: string;
  opensDay: number;
  dueDay: number;
  locksDay: number;
  joinsJanuary: boolean;
};

/** What a region begins with: opens on the 25th, due on the 5th, locks on the 10th of the month after. */
export const USUAL_CALENDAR = { opensDay: 25, dueDay: 5, locksDay: 10, joinsJanuary: false };

/** The calendar days of one month's return. */
export type ReportDays = { month: string; opensOn: string; dueOn: string; locksOn: string };

/** Days that differ from the built-in lists: `true` is a working day. */
export type DayChanges = ReadonlyMap<string, boolean>;

const DAY_MS = 86_400_000;
const NONE: DayChanges = new Map();

/** Whether the State Council's list of that year is known; without it only weekends are off. */
export function holidaysKnown(year: string): boolean {
  return year in HOLIDAYS;
}

/** Whether offices work on that day: changes first, then the year's list, then the week. */
export function isWorkingDay(day: string, changes: DayChanges = NONE): boolean {
  const changed = changes.get(day);
  if (changed !== undefined) return changed;
  const year = HOLIDAYS[day.slice(0, 4)];
  const date = day.slice(5);
  if (year?.working.includes(date)) return true;
  if (year?.off.some(([from, to]) => date >= from && date <= to)) return false;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** That day, or the first working day after it. */
export function workingDayFrom(day: string, changes: DayChanges = NONE): string {
  let found = day;
  while (!isWorkingDay(found, changes)) found = dayAfter(found);
  return found;
}

/** When the return of this month opens, is due and locks; the last two moved past days off, in this order. */
export function reportDays(
  month: string,
  rules: CalendarRules,
  changes: DayChanges = NONE,
): ReportDays {
  const next = monthAfter(month, 1);
  const dueOn = workingDayFrom(dayOf(next, rules.dueDay), changes);
  const locks = dayOf(next, rules.locksDay);
  // A long holiday may push the due day behind the day of the lock.
  const locksOn = workingDayFrom(locks > dueOn ? locks : dayAfter(dueOn), changes);
  return { month, opensOn: dayOf(month, rules.opensDay), dueOn, locksOn };
}

/** Months with a return of their own that have opened by `today`, oldest first; a joined January is February's. */
export function openedMonths(rules: CalendarRules, today: string): string[] {
  const months: string[] = [];
  let month = rules.startsMonth;
  while (dayOf(month, rules.opensDay) <= today) {
    if (!(rules.joinsJanuary && month.endsWith("-01"))) months.push(month);
    month = monthAfter(month, 1);
  }
  return months;
}

/** `2026-12` and 1 give `2027-01`; negative counts go back. */
export function monthAfter(month: string, count: number): string {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + count;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** The n-th day of the month, or its last one where it is shorter. */
function dayOf(month: string, day: number): string {
  const days = new Date(
    Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0),
  ).getUTCDate();
  return `${month}-${String(Math.min(day, days)).padStart(2, "0")}`;
}

/** The day after this one. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
}
