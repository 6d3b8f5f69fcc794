import { type Oddity, oddity } from "@/lib/document/marks";
import { plain, saysNothing } from "./plain";

const NUMERALS = "一二三四五六七八九十";

/** Years between two inclusive ends, 2022 to 2025 being four; null while an end is unknown. */
export function inclusiveYears(start: string | null, end: string | null): number | null {
  if (!start || !end) return null;
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4));
  if (start.length === 4 || end.length === 4) return years + 1;
  return (years * 12 + Number(end.slice(5, 7)) - Number(start.slice(5, 7)) + 1) / 12;
}

/** A duration in years: 4年, 三年, 48个月; a bare number takes the unit of the header, or years in doubt. */
export function readDuration(
  text: string,
  headerUnit: "年" | "月" | null,
): { years: number | null; rule: string; oddities: Oddity[] } {
  if (saysNothing(text)) return { years: null, rule: "duration.none", oddities: [] };
  const words = plain(text).replace(/^(?:共|约|建设期|周期)/, "");
  const vague = /^约/.test(plain(text)) ? [oddity("duration_unclear", { raw: text })] : [];
  const [, digits, unit] =
    /^(\d{1,3}(?:\.\d+)?|[一二三四五六七八九十]|两|半)(周年|年半|年|个月|月)?$/.exec(words) ?? [];
  const number = digits === undefined ? Number.NaN : numberOf(digits);
  if (!Number.isFinite(number))
    return {
      years: null,
      rule: "duration.unread",
      oddities: [oddity("duration_unclear", { raw: text })],
    };
  const said = unit ?? headerUnit;
  const years = said?.endsWith("月")
    ? Number((number / 12).toFixed(4))
    : number + (unit === "年半" ? 0.5 : 0);
  const oddities = said ? vague : [oddity("duration_unclear", { raw: text })];
  return { years, rule: said?.endsWith("月") ? "duration.months" : "duration.years", oddities };
}

function numberOf(digits: string): number {
  if (digits === "两") return 2;
  if (digits === "半") return 0.5;
  const at = NUMERALS.indexOf(digits);
  return at >= 0 ? at + 1 : Number(digits);
}
