const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const DAY_MS = 86_400_000;

/** Years a ledger may speak of; anything else is a typing error. */
export const FIRST_YEAR = 1990;
export const LAST_YEAR = 2099;

/** Whether the text is a date with the precision of a year, a month or a day (`2021`, `2022-03`, `2024-12-31`). */
export function isPartialDate(text: string): boolean {
  const match = PARTIAL.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  const month = Number(match[2] ?? "1");
  if (month < 1 || month > 12) return false;
  return match[3] === undefined || isRealDay(year, month, Number(match[3]));
}

/** Whether the text is a calendar day (`2024-12-31`). */
export function isDay(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/** The first day of a partial date: a year begins on 1 January. */
export function firstDayOf(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

/** The last day of a partial date: a month is due on its last day, a year on 31 December. */
export function lastDayOf(date: string): string {
  if (date.length === 4) return `${date}-12-31`;
  if (date.length === 7) {
    return `${date}-${String(daysInMonth(Number(date.slice(0, 4)), Number(date.slice(5)))).padStart(2, "0")}`;
  }
  return date;
}

/** Days from one calendar day to a later one; negative when it is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

/** The period as printed: `2021–2025`, `2022-03–2024`, `2021–?` while one end is unknown. Null when both are. */
export function formatPeriod(start: string | null, end: string | null): string | null {
  if (start === null && end === null) return null;
  return start === end ? start : `${start ?? "?"}–${end ?? "?"}`;
}

/** An instant as Beijing wall time, `2026-11-23 14:05`. */
export function formatInstant(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace("T", " ");
}

function isRealDay(year: number, month: number, day: number): boolean {
  return day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
