/** A number as the cell shows it; `unsure` where the format is one that we do not follow. */
export type ShownNumber = { text: string; unsure: boolean };

/**
 * A stored number as its cell shows it. Dates keep the precision of their format: `2022`, `2022-03`, `2022-03-01`.
 * Other numbers keep all 15 digits that a workbook holds, without the noise of binary fractions, with per cent and
 * the words of the format (`0"万元"`); thousands separators are left out.
 */
export function showNumber(
  value: number,
  format: string,
  dates: { from1904: boolean },
): ShownNumber {
  const section = sectionFor(value, format);
  if (section === null) return { text: plainNumber(value), unsure: true };
  const code = withoutLiterals(section);
  if (/[ymdhs]/i.test(code) && !/general/i.test(code)) return showDate(value, code, dates);
  return showDecimal(value, section, code);
}

/** A number without exponent and without digits that a workbook cannot hold: 0.30000000000000004 is 0.3. */
export function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes("e")) return text;
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : trimZeros(rounded.toFixed(20));
}

/** The part of the format for this number; null for formats with conditions, which may show anything. */
function sectionFor(value: number, format: string): string | null {
  if (/\[[<>=]/.test(format)) return null;
  const sections = format
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, "")
    .split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const [positive = "General", negative, zero] = sections;
  if (value < 0 && negative) return negative.includes("-") ? negative : `-${negative}`;
  return value === 0 && zero ? zero : positive;
}

function withoutLiterals(section: string): string {
  return section.replace(/"[^"]*"|\\.|_.|\*./g, "").replace(/AM\/PM|上午\/下午/gi, "");
}

function showDecimal(value: number, section: string, code: string): ShownNumber {
  if (/[!?/E]/.test(code) || /,+(?=[^0#?,]*$)/.test(code)) return showUnusual(value, code);
  const percent = code.includes("%");
  const shown = plainNumber(denoised(percent ? value * 100 : Math.abs(value), code));
  const sign = value < 0 ? "-" : "";
  const digits = percent ? shown.replace("-", "") : shown;
  const { before, after } = literalsOf(section);
  return { text: `${before}${sign}${digits}${percent ? "%" : ""}${after}`.trim(), unsure: false };
}

/** Scaled by commas at the end (`0.00,,`) we can follow; fractions, exponents and made-up points we cannot. */
function showUnusual(value: number, code: string): ShownNumber {
  const scaled = /^[^!?/E]*$/.test(code) ? code.match(/,+(?=[^0#?,]*$)/)?.[0].length : undefined;
  if (scaled) return { text: plainNumber(value / 1000 ** scaled), unsure: true };
  return { text: plainNumber(value), unsure: !/^[0#.,?\s]*E[+-]0+$/.test(code) };
}

/** Differences that only binary arithmetic makes are rounded away to the digits shown; true digits stay. */
function denoised(value: number, code: string): number {
  if (!/[0#]/.test(code)) return value;
  const decimals = (code.match(/\.([0#]+)/)?.[1] ?? "").length;
  const rounded = Number(value.toFixed(Math.min(decimals, 20)));
  return Math.abs(rounded - value) <= Math.abs(value) * 1e-9 ? rounded : value;
}

/** The words of a format around its digits: ￥ before, 万元 after. */
function literalsOf(section: string): { before: string; after: string } {
  const words = section
    .replace(/_.|\*./g, "")
    .replace(/"([^"]*)"|\\(.)/g, (_, quoted, single) => quoted ?? single);
  const digits = words.search(/[0#]|General/i);
  if (digits < 0) return { before: "", after: "" };
  const end = words.replace(/General/i, "0######").search(/[0#][^0#]*$/) + 1;
  const shift = /General/i.test(words) ? 0 : end;
  const after = /General/i.test(words) ? words.replace(/^.*General/i, "") : words.slice(shift);
  return {
    before: words.slice(0, digits).replace(/[-+()]/g, ""),
    after: after.replace(/[%()]/g, ""),
  };
}

const DAY_MS = 86_400_000;
const DAYS_1904 = 1_462;
/** 9999-12-31. */
const LAST_DAY = 2_958_465;

function showDate(value: number, code: string, dates: { from1904: boolean }): ShownNumber {
  const serial = dates.from1904 ? value + DAYS_1904 : value;
  if (/\[[hms]+\]/i.test(code) || serial < 0 || serial > LAST_DAY + 1) {
    return { text: plainNumber(value), unsure: true };
  }
  const time = /h/i.test(code) ? showTime(serial) : "";
  const dateCode = code.replace(/h+[^ymd]*m+|m+[^ymdh]*s+|[hs]/gi, "");
  if (!/[ymd]/i.test(dateCode)) return { text: time || plainNumber(value), unsure: false };
  const day = isoDay(Math.floor(serial));
  const length = /d/i.test(dateCode) ? 10 : /m/i.test(dateCode) ? 7 : 4;
  return { text: `${day.slice(0, length)}${time ? ` ${time}` : ""}`, unsure: false };
}

/** Workbooks count 1900-02-29, a day that never was, so that days before it are one off. */
function isoDay(serial: number): string {
  if (serial === 60) return "1900-02-29";
  const sinceEpoch = serial < 60 ? serial + 1 : serial;
  return new Date(Date.UTC(1899, 11, 30) + sinceEpoch * DAY_MS).toISOString().slice(0, 10);
}

function showTime(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 24 * 60) % (24 * 60);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, "");
}
