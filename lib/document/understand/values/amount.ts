import { type Oddity, oddity } from "@/lib/document/marks";
import { plain, saysNothing } from "./plain";

/** How many 万元 one of the unit is. */
const WAN = { 元: 0.0001, 千元: 0.1, 万元: 1, 百万元: 100, 千万元: 1_000, 亿元: 10_000 };
export type MoneyUnit = keyof typeof WAN;

const UNIT = "千万元?|百万元?|亿元?|万元?|千元|元";
const AMOUNT = new RegExp(`^(\\d+(?:\\.\\d+)?(?:e\\+?\\d+)?)(${UNIT})?(?:整|人民币)?$`, "i");
const HUNDRED_MILLIONS_AND_REST = /^(\d+(?:\.\d+)?)亿元?(\d+(?:\.\d+)?)(万元?)$/;
const VAGUE =
  /^(?:人民币|总投资)?(约|大约|约为|近|超过?|逾|不低于|不少于|预计|暂估|估算)?(.*?)(左右|以上|以下|以内|余|多|上下)?$/;
/** 500 亿元: more than any project of a county. */
const IMPLAUSIBLE_WAN = 5_000_000;

export type AmountReading = { wan: number | null; rule: string; oddities: Oddity[] };

/**
 * An amount as a cell words it, in 万元; null, with an oddity that says why, where there is no single number.
 * `unit` is what the header or the table says; a unit in the cell outranks it.
 */
export function readAmount(text: string, unit: MoneyUnit | null): AmountReading {
  if (saysNothing(text)) return unknown("amount.none", oddity("amount_missing"));
  const words = withoutSeparators(plain(text));
  if (/^(?:待定|另定|待明确|待测算|未定|面议)$/.test(words))
    return unknown("amount.none", oddity("amount_missing"));
  const range = /^约?([\d.]+)(?:千|百|万|亿)*元?(?:[-–—−~]+|至|到)([\d.]+)/.exec(words);
  if (range) return unknown("amount.range", oddity("amount_range", { raw: text }));
  const [, before = "", middle = "", after = ""] = VAGUE.exec(words) ?? [];
  const exact = readExact(middle, unit);
  if (exact)
    return before || after
      ? { ...exact, oddities: [oddity("amount_vague", { raw: text }), ...exact.oddities] }
      : exact;
  return (
    withRemark(words, unit) ?? unknown("amount.unclear", oddity("amount_unclear", { raw: text }))
  );
}

/** The unit that a header, a title or a line such as 单位：万元 names. */
export function moneyUnitIn(text: string): MoneyUnit | null {
  const found = /千万元|百万元|亿元|万元|千元|(?<![美欧日单])元(?!素|旦)/.exec(plain(text))?.[0];
  return (found as MoneyUnit | undefined) ?? null;
}

/** A line that says in which unit the amounts below it are: 单位：万元, 二、新开工项目（单位：亿元）. */
export function isMoneyLine(text: string): boolean {
  return /单位:.{0,4}元|^[(].{0,6}元[)]$/.test(plain(text));
}

function readExact(words: string, unit: MoneyUnit | null): AmountReading | null {
  const mixed = HUNDRED_MILLIONS_AND_REST.exec(words);
  if (mixed) return amount(Number(mixed[1]) * 10_000 + Number(mixed[2]), "amount.mixed", []);
  const [, digits, worded] = AMOUNT.exec(words) ?? [];
  if (digits === undefined) return null;
  const own = worded ? moneyUnitIn(worded.endsWith("元") ? worded : `${worded}元`) : null;
  const used = own ?? unit ?? "万元";
  const oddities: Oddity[] = [];
  if ((worded && !worded.endsWith("元") && unit === null) || (!worded && unit === null))
    oddities.push(oddity("unit_assumed", { unit: used }));
  if (own && unit && own !== unit) oddities.push(oddity("unit_differs", { own, unit }));
  return amount(Number(digits) * WAN[used], `amount.${RULES[used]}`, oddities);
}

const RULES: Record<MoneyUnit, string> = {
  元: "yuan",
  千元: "thousand",
  万元: "wan",
  百万元: "million",
  千万元: "ten_million",
  亿元: "yi",
};

/** 3000（其中财政500）: the number before the bracket, in doubt. */
function withRemark(words: string, unit: MoneyUnit | null): AmountReading | null {
  const [, first, remark] = /^([^(（,，;；。]+)[(（,，;；](.*)$/.exec(words) ?? [];
  if (first === undefined || remark === undefined) return null;
  const read = readExact(first, unit);
  if (!read) return null;
  const spoken = /^(?:含|其中|包括|不含|已)|^\D*$/.test(remark);
  return spoken
    ? { ...read, oddities: [oddity("amount_vague", { raw: words }), ...read.oddities] }
    : null;
}

function amount(wan: number, rule: string, oddities: Oddity[]): AmountReading {
  const exact = Number(wan.toFixed(6));
  if (exact > IMPLAUSIBLE_WAN || (exact > 0 && exact < 1))
    return {
      wan: exact,
      rule,
      oddities: [...oddities, oddity("amount_implausible", { wan: exact })],
    };
  if (exact === 0) return unknown(rule, oddity("amount_missing"));
  return { wan: exact, rule, oddities };
}

function unknown(rule: string, why: Oddity): AmountReading {
  return { wan: null, rule, oddities: [why] };
}

/** 1,234,567: only commas that stand where thousands do; others make the cell unreadable on purpose. */
function withoutSeparators(words: string): string {
  return words.replace(/(?<![\d,.])\d{1,3}(?:[,']\d{3})+(?!\d)/g, (number) =>
    number.replace(/[,']/g, ""),
  );
}
