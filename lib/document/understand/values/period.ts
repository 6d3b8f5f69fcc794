import { FIRST_YEAR, isPartialDate } from "@/lib/dates";
import { type Oddity, oddity } from "@/lib/document/marks";
import { readDuration } from "./duration";
import { plain, saysNothing } from "./plain";

/** Plans of counties do not reach further. */
const LAST_PLANNED_YEAR = 2060;
const DATE = [
  "\\d{4}年\\d{1,2}月\\d{1,2}日?",
  "\\d{4}(?:\\.\\d{1,2}\\.|/\\d{1,2}/|-\\d{1,2}-)\\d{1,2}(?!\\d)",
  "\\d{4}年\\d{1,2}月?(?!\\d)",
  "\\d{4}[./-]\\d{1,2}(?!\\d)月?",
  "\\d{4}(?:0[1-9]|1[0-2])(?!\\d)",
  "\\d{4}年?(?!\\d)",
].join("|");
const DASH = "(?:[-–—―−~〜]+|至|到|起至)";
const BOTH_ENDS = new RegExp(`^(${DATE})${DASH}(${DATE})$`);
const MONTHS_OF_A_YEAR = new RegExp(`^(\\d{4})[年./](\\d{1,2})月?${DASH}(\\d{1,2})月?$`);
const SHORT_END = new RegExp(`^(\\d{4})年?${DASH}(\\d{2})年?$`);
const OPEN_END = new RegExp(`^(${DATE})(?:起|开始|开工|启动|${DASH})(?:长期|持续)?$`);
const ANY_DATE = new RegExp(DATE, "g");
const FIVE_YEARS: Record<string, [string, string]> = {
  十三五: ["2016", "2020"],
  十四五: ["2021", "2025"],
  十五五: ["2026", "2030"],
};

export type PeriodReading = {
  start: string | null;
  end: string | null;
  /** Where the cell gives a duration instead of, or beside, the two ends. */
  durationYears: number | null;
  rule: string;
  oddities: Oddity[];
};

/** A period as a cell words it, with the precision of the source; what is not certain carries an oddity. */
export function readPeriod(text: string): PeriodReading {
  if (saysNothing(text)) return period(null, null, "period.none", [oddity("period_missing")]);
  const { words, durationYears } = withoutRemark(plain(text));
  const read = plausible(readWords(words, text), text);
  return { ...read, durationYears: read.durationYears ?? durationYears };
}

/** One end of a period, for tables with a column for each. An Excel serial number is a date in doubt. */
export function readDate(text: string): { date: string | null; rule: string; oddities: Oddity[] } {
  if (saysNothing(text))
    return { date: null, rule: "date.none", oddities: [oddity("period_missing")] };
  const words = plain(text);
  if (/^[345]\d{4}(?:\.\d+)?$/.test(words))
    return { date: dayOfSerial(Number(words)), rule: "date.serial", oddities: [unclear(text)] };
  const whole = new RegExp(`^(${DATE})$`).exec(words)?.[1];
  const date = whole ? dateOf(whole) : null;
  // A workbook shows 2022.10 as 2022.1 when it takes the month for a decimal.
  const odd = /^\d{4}\.1$/.test(words) ? [unclear(text)] : [];
  if (date && isPlausible(date)) return { date, rule: "date.plain", oddities: odd };
  const found = (words.match(ANY_DATE) ?? []).map(dateOf);
  const only = found.length === 1 ? found[0] : null;
  if (only && isPlausible(only))
    return { date: only, rule: "date.words", oddities: [unclear(text)] };
  return { date: null, rule: "date.unread", oddities: [oddity("period_unread", { raw: text })] };
}

function readWords(words: string, raw: string): PeriodReading {
  const both = BOTH_ENDS.exec(words);
  if (both) return period(dateOf(both[1] ?? ""), dateOf(both[2] ?? ""), "period.both", []);
  const months = MONTHS_OF_A_YEAR.exec(words);
  if (months)
    return period(month(months[1], months[2]), month(months[1], months[3]), "period.months", []);
  const short = SHORT_END.exec(words);
  if (short && Number(short[2]) > 12)
    return period(short[1] ?? null, `20${short[2]}`, "period.short", [unclear(raw)]);
  const lost = /^((?:19|20)\d{2})年?((?:19|20)\d{2})年?$/.exec(words);
  if (lost) return period(lost[1] ?? null, lost[2] ?? null, "period.lost_dash", [unclear(raw)]);
  const open = OPEN_END.exec(words);
  if (open) return period(dateOf(open[1] ?? ""), null, "period.open", [unclear(raw)]);
  const plan = /^(?:[“"‘']?)(十[三四五]五)(?:[”"’']?)(?:期间|时期|末)?$/.exec(words)?.[1];
  const [start = null, end = null] = (plan && FIVE_YEARS[plan]) || [];
  if (start) return period(start, end, "period.plan", [unclear(raw)]);
  return readLoose(words, raw);
}

/** Dates among other words: two are the ends, one is not enough, more are nobody's guess. */
function readLoose(words: string, raw: string): PeriodReading {
  const duration = readDuration(words, null);
  if (duration.years !== null && duration.oddities.length === 0)
    return {
      ...period(null, null, "period.duration", [oddity("period_missing")]),
      durationYears: duration.years,
    };
  const found = (words.match(ANY_DATE) ?? []).map(dateOf);
  const [first = null, second = null] = found;
  if (found.length === 2 && first && second)
    return period(first, second, "period.words", [unclear(raw)]);
  if (found.length === 1 && first) {
    const isYear = first.length === 4;
    return period(first, isYear ? first : null, "period.single", [unclear(raw)]);
  }
  return period(null, null, "period.unread", [oddity("period_unread", { raw })]);
}

function plausible(read: PeriodReading, raw: string): PeriodReading {
  const { start, end } = read;
  if ((start && !isPlausible(start)) || (end && !isPlausible(end)))
    return period(null, null, "period.unread", [oddity("period_unread", { raw })]);
  if (start && end && start.slice(0, Math.min(start.length, end.length)) > end)
    return period(null, null, "period.unread", [oddity("period_reversed", { raw })]);
  return read;
}

/** 2021-2025年（4年）: the bracket says the duration. */
function withoutRemark(words: string): { words: string; durationYears: number | null } {
  const [, before, remark] = /^(.+)\((.+)\)$/.exec(words) ?? [];
  const duration = remark === undefined ? null : readDuration(remark, null);
  if (before === undefined || !duration || duration.years === null)
    return { words: words.replace(/^共|[。;；]$/g, ""), durationYears: null };
  return { words: before, durationYears: duration.years };
}

function dateOf(words: string): string | null {
  const compact = /^(\d{4})(\d{2})$/.exec(words);
  if (compact) return `${compact[1]}-${compact[2]}`;
  const [year = "", ...rest] = words.match(/\d+/g) ?? [];
  const date = [year, ...rest.map((part) => part.padStart(2, "0"))].join("-");
  return isPartialDate(date) ? date : null;
}

function month(year: string | undefined, of: string | undefined): string | null {
  return dateOf(`${year}年${of}月`);
}

function isPlausible(date: string): boolean {
  const year = Number(date.slice(0, 4));
  return isPartialDate(date) && year >= FIRST_YEAR && year <= LAST_PLANNED_YEAR;
}

/** Excel counts days from 30 December 1899. */
function dayOfSerial(days: number): string {
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000)
    .toISOString()
    .slice(0, 10);
}

function period(
  start: string | null,
  end: string | null,
  rule: string,
  oddities: Oddity[],
): PeriodReading {
  return { start, end, durationYears: null, rule, oddities };
}

function unclear(raw: string): Oddity {
  return oddity("period_unclear", { raw });
}
