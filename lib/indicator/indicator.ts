import type { Location } from "@/lib/document/document";

/** 约束性, 预期性. */
export const INDICATOR_ATTRIBUTES = ["binding", "anticipated"] as const;
export type IndicatorAttribute = (typeof INDICATOR_ATTRIBUTES)[number];
/** What a column of an indicator table has, where its header says so. */
export const INDICATOR_VALUE_KINDS = ["base", "target", "actual"] as const;
export type IndicatorValueKind = (typeof INDICATOR_VALUE_KINDS)[number];
/** 存量, 新增累计, 预估: what a sign at a number means by the table's own note. */
export const INDICATOR_MEANINGS = ["stock", "cumulative_new", "estimate"] as const;
export type IndicatorMeaning = (typeof INDICATOR_MEANINGS)[number];

/** What a cell of a value column says, in the words of the document. */
export type IndicatorValue = {
  /** Column of the table as found, from 0. */
  column: number;
  raw: string;
  /** The number where the cell has one. */
  value: number | null;
  /** What a sign means by the table's own note: 累计数; null without a sign. */
  note: string | null;
};

export type Indicator = {
  /** Row of the table as found, from 0. */
  row: number;
  seq: number | null;
  name: string;
  unit: string | null;
  /** As the table words it. */
  attribute: string | null;
  values: IndicatorValue[];
};

/** A value column: its header on one line, and what that plainly says it is. */
export type IndicatorColumn = {
  header: string;
  kind: IndicatorValueKind | null;
  year: number | null;
};

/** The indicators of one table of a plan, as the last published document has it. */
export type IndicatorTable = {
  importId: number;
  /** Place among the tables of the document, from 0. */
  table: number;
  title: string | null;
  location: Location;
  fileName: string;
  sha256: string;
  region: { code: string; name: string };
  plan: { id: number; name: string };
  columns: IndicatorColumn[];
  indicators: Indicator[];
};

/** A row of a table as found, each cell under its header. */
export type IndicatorSource = Pick<
  IndicatorTable,
  "importId" | "table" | "title" | "location" | "fileName" | "sha256"
> & { row: number; cells: { column: number; header: string; text: string }[] };

/** 约束性, 预期性; null where the table says neither. */
export function attributeOf(words: string | null): IndicatorAttribute | null {
  if (words === null) return null;
  if (/约束/.test(words)) return "binding";
  return /预期/.test(words) ? "anticipated" : null;
}

/** 2020年实际完成指标 is an actual value, 2025年预期目标 a target; what a header leaves open stays open: 2020年指标值. */
export function columnOf(header: string): IndicatorColumn {
  const words = header.replace(/\s+/g, "");
  const years = words.match(/(?:19|20)\d\d/g) ?? [];
  return {
    header: words,
    kind: kindOf(words),
    year: years.length === 1 ? Number(years[0]) : null,
  };
}

function kindOf(words: string): IndicatorValueKind | null {
  if (/基期|基年|基数|现状/.test(words)) return "base";
  const target = /目标|预期|规划值/.test(words);
  const actual = /实际|完成|实绩/.test(words);
  if (target === actual) return null;
  return target ? "target" : "actual";
}

/** 新增累计值, 累计数, 指标预估值: what a note says of a number; null where it says something else. */
export function meaningOf(note: string | null): IndicatorMeaning | null {
  if (note === null) return null;
  if (/新增/.test(note)) return "cumulative_new";
  if (/预估|预计|估/.test(note)) return "estimate";
  return /累计|存量/.test(note) ? "stock" : null;
}

/**
 * The actual value as a part of the target, in hundredths of a per cent: where one table has both of the same year as
 * plain numbers of the same meaning. Null otherwise. Whether more is better is not said: it is no verdict.
 */
export function attainmentBp(
  columns: readonly IndicatorColumn[],
  { values }: Pick<Indicator, "values">,
): number | null {
  const of = (kind: IndicatorValueKind) => columns.findIndex((column) => column.kind === kind);
  const [target, actual] = [of("target"), of("actual")];
  const year = columns[target]?.year ?? null;
  if (year === null || columns[actual]?.year !== year) return null;
  const [wanted, reached] = [values[target], values[actual]];
  if (!wanted || !reached || wanted.note !== reached.note) return null;
  if (!isPlain(wanted) || !isPlain(reached) || wanted.value <= 0) return null;
  return Math.round((reached.value * 10_000) / wanted.value);
}

/** A number and nothing else: ≥15 is none. */
function isPlain(value: IndicatorValue): value is IndicatorValue & { value: number } {
  return value.value !== null && !/[≥≤<>=大小达不约上左]/.test(value.raw);
}
