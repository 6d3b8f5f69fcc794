import type { IndicatorReading, Mark } from "@/lib/document/document";
import { markOf, type Oddity, oddity } from "@/lib/document/marks";
import type { Header } from "../table/header";
import { CATEGORY } from "../table/rows";
import type { Sheet } from "../table/sheet";
import {
  ATTRIBUTE_WORDS,
  INDICATOR_UNIT_WORDS,
  INDICATOR_WORDS,
  NO_VALUE_WORDS,
} from "../table/words";
import { oneLine, plain, saysNothing } from "../values/plain";

type Columns = { seq: number; name: number; unit: number; attribute: number; values: number[] };
/** What a sign means in this table: `【】` → 累计数, `*` → 预计数. */
export type Signs = Map<string, string>;

/** The rows of an indicator table; `signs` comes from the table's own note. */
export function readIndicators(
  sheet: Sheet,
  header: Header,
  signs: Signs,
): { indicators: IndicatorReading[]; issues: Mark[] } {
  const columns = columnsOf(header);
  const indicators: IndicatorReading[] = [];
  const issues: Mark[] = [];
  let last = 0;
  for (let row = header.next; row < sheet.grid.rows; row += 1) {
    if (!isIndicatorRow(sheet, header, columns, row)) continue;
    const indicator = readIndicator(sheet, header, columns, signs, row);
    indicators.push(indicator);
    const { seq } = indicator;
    if (seq === null) continue;
    if (seq !== last + 1) {
      const odd =
        seq <= last
          ? oddity("seq_duplicate", { seq })
          : oddity("seq_gap", { expected: last + 1, seq });
      issues.push(markOf(odd, "seq", { row, column: columns.seq }));
    }
    last = seq;
  }
  return { indicators, issues };
}

/** 注：【 】为累计数,*为预计数。 → what each sign means. */
export function signsIn(note: string): Signs {
  const signs: Signs = new Map();
  for (const part of plain(note)
    .replace(/^[※*]?(?:备注|注|说明)[::]?/, "")
    .split(/[,，;；。]/)) {
    const [, sign, meaning] = /(【】|\[\]|\*|#|△)(?:号|内)?(?:为|表示|指|是)(.+)$/.exec(part) ?? [];
    if (sign && meaning) signs.set(sign === "[]" ? "【】" : sign, meaning);
  }
  return signs;
}

function columnsOf(header: Header): Columns {
  const words = header.texts.map((text) => plain(text).replace(/\([^()]*\)/g, ""));
  const of = (test: RegExp) => words.findIndex((word) => test.test(word));
  const seq = of(/^(?:序号|编号|序)$/);
  const name = of(INDICATOR_WORDS);
  const unit = of(INDICATOR_UNIT_WORDS);
  const attribute = of(ATTRIBUTE_WORDS);
  const taken = [seq, name, unit, attribute];
  const values = words.flatMap((word, column) =>
    taken.includes(column) || word === "" || NO_VALUE_WORDS.test(word) ? [] : column,
  );
  return { seq, name, unit, attribute, values };
}

function isIndicatorRow(sheet: Sheet, header: Header, columns: Columns, row: number): boolean {
  const filled = sheet.filled(row).filter((cell) => cell.row === row);
  const name = plain(sheet.text(row, columns.name));
  if (filled.length < 2 || name === "" || name === plain(sheet.text(header.row, columns.name)))
    return false;
  if (CATEGORY.test(name) && columns.values.every((column) => sheet.text(row, column) === ""))
    return false;
  return !/^(?:注|备注|※|说明)/.test(plain(filled[0]?.text ?? ""));
}

function readIndicator(
  sheet: Sheet,
  header: Header,
  columns: Columns,
  signs: Signs,
  row: number,
): IndicatorReading {
  const raw = sheet.text(row, columns.name);
  const signOfName = /【\s*】/.test(raw) ? "【】" : (/([*#△])$/.exec(raw)?.[1] ?? null);
  const bare = oneLine(raw.replace(/【\s*】|[*#△]$/g, ""));
  const [, name = bare, unitOfName = null] =
    /^(.+?)\s*[（(]([^（）()]{1,8})[）)]$/.exec(bare) ?? [];
  const unit = columns.unit < 0 ? unitOfName : sheet.text(row, columns.unit) || unitOfName;
  const seq = /^\d{1,4}$/.exec(plain(sheet.text(row, columns.seq)))?.[0];
  const attribute = sheet.text(row, columns.attribute);
  const issues: Mark[] = [];
  const values = columns.values.map((column) => {
    const text = sheet.text(row, column);
    const read = readValue(text, signs);
    const flagged = sheet.at(row, column)?.flags.includes("unsure") ? [oddity("cell_unsure")] : [];
    issues.push(...[...read.oddities, ...flagged].map((one) => markOf(one, null, { row, column })));
    const ofName =
      signOfName === null || read.value === null ? null : (signs.get(signOfName) ?? null);
    return {
      header: header.texts[column] ?? "",
      raw: text,
      value: read.value,
      meaning: read.meaning ?? ofName,
    };
  });
  return {
    row,
    seq: seq === undefined ? null : Number(seq),
    name: columns.unit < 0 && unitOfName !== null ? name : bare,
    unit,
    attribute: attribute === "" ? null : attribute,
    values,
    issues,
  };
}

/** 【 216 】, 30*, >15, 2.12, 37%: the number, and what its sign means. Words without one number are kept as they are. */
function readValue(
  text: string,
  signs: Signs,
): { value: number | null; meaning: string | null; oddities: Oddity[] } {
  if (saysNothing(text)) return { value: null, meaning: null, oddities: [] };
  const words = plain(text).replace(/(?<=\d),(?=\d{3}(?!\d))/g, "");
  const sign = /^【.*】$/.test(words) ? "【】" : (/[*#△]/.exec(words)?.[0] ?? null);
  const bare = words.replace(/[【】*#△]/g, "");
  const [, bound = "", digits] =
    /^(≥|>=|≤|<=|>|<|大于|小于|达到|不低于|约)?(-?\d+(?:\.\d+)?)(?:%|[个家件人项亿万元吨]{0,3}|以上|左右)*$/.exec(
      bare,
    ) ?? [];
  const meaning = sign === null ? null : (signs.get(sign) ?? null);
  const odd: Oddity[] = [];
  if (digits === undefined) odd.push(oddity("indicator_unclear", { raw: text }));
  else if (bound !== "" || /以上|左右/.test(bare))
    odd.push(oddity("indicator_bound", { raw: text }));
  if (sign !== null && meaning === null) odd.push(oddity("indicator_unclear", { raw: text }));
  return { value: digits === undefined ? null : Number(digits), meaning, oddities: odd };
}
