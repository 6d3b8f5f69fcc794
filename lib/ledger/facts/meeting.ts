import { DETERMINATIONS, PROJECT_TYPES, SECTORS, STAGES } from "@/db/vocabulary";
import type { Condition, ConditionColumn } from "@/lib/ledger/match/condition";
import { type Block, type Column, dayNumber, NONE } from "./block";
import type { Words } from "./words";

/** Those of the rows of a block that meet all conditions, in their order: what `inSql()` asks of SQLite, in memory. */
export function rowsMeeting(
  block: Block,
  rows: Int32Array,
  conditions: readonly Condition[],
  words: Words,
): Int32Array {
  return conditions.reduce(
    (left, condition) => (left.length === 0 ? left : meeting(block, left, condition, words)),
    rows,
  );
}

function meeting(block: Block, rows: Int32Array, condition: Condition, words: Words): Int32Array {
  if ("all" in condition) return rowsMeeting(block, rows, condition.all, words);
  if ("any" in condition) {
    const [only, ...further] = condition.any;
    if (only && further.length === 0) return meeting(block, rows, only, words);
    const met = new Uint8Array(block.ids.length);
    for (const one of condition.any)
      for (const row of meeting(block, rows, one, words)) met[row] = 1;
    return keep(rows, (row) => met[row] === 1);
  }
  const { column } = condition;
  const values: Column = block.columns[column];
  if ("unknown" in condition)
    return keep(rows, (row) => Number.isNaN(values[row]) || values[row] === NONE);
  if ("bits" in condition) return keepBits(values, rows, condition.bits);
  if ("oneOf" in condition) {
    const wanted = condition.oneOf.map((value) => numberOf(column, value, words));
    const [only = Number.NaN] = wanted;
    if (wanted.length === 1) return keepRange(values, rows, only, only);
    return keep(rows, (row) => wanted.includes(values[row] ?? NONE));
  }
  const [from, to] = rangeOf(condition, (value) => numberOf(column, value, words));
  return keepRange(values, rows, from, to);
}

type Compared = Extract<
  Condition,
  { atLeast: unknown } | { atMost: unknown } | { before: unknown }
>;

/** Both ends are found too. What is unknown lies in no range: below all others, or no number. */
function rangeOf(
  condition: Compared,
  number: (value: string | number) => number,
): [number, number] {
  if ("atLeast" in condition) return [number(condition.atLeast), Infinity];
  if ("atMost" in condition) return [NONE + 1, number(condition.atMost)];
  return [NONE + 1, number(condition.before) - 1];
}

/** Those of the rows, in their order. */
export function keep(rows: Int32Array, isKept: (row: number) => boolean): Int32Array {
  const kept = new Int32Array(rows.length);
  let howMany = 0;
  for (const row of rows) {
    if (!isKept(row)) continue;
    kept[howMany] = row;
    howMany += 1;
  }
  return kept.subarray(0, howMany);
}

/** The same of the most frequent condition, without a call for every project. */
function keepRange(values: Column, rows: Int32Array, from: number, to: number): Int32Array {
  const kept = new Int32Array(rows.length);
  let howMany = 0;
  for (const row of rows) {
    const value = values[row] ?? NONE;
    // Asked this way round, no number at all lies in no range.
    if (!(value >= from && value <= to)) continue;
    kept[howMany] = row;
    howMany += 1;
  }
  return kept.subarray(0, howMany);
}

function keepBits(values: Column, rows: Int32Array, bits: number): Int32Array {
  const kept = new Int32Array(rows.length);
  let howMany = 0;
  for (const row of rows) {
    if (((values[row] ?? 0) & bits) === 0) continue;
    kept[howMany] = row;
    howMany += 1;
  }
  return kept.subarray(0, howMany);
}

/** A value as the columns of a block have it; NaN, which none of them equals, for a word that nothing has. */
function numberOf(column: ConditionColumn, value: string | number, words: Words): number {
  if (typeof value === "number") return value;
  switch (column) {
    case "regionCode":
      return words.knownPlaceOf(value) ?? Number.NaN;
    case "type":
      return placeIn(PROJECT_TYPES, value);
    case "stage":
      return placeIn(STAGES, value);
    case "primarySector":
      return placeIn(SECTORS, value);
    case "ownerState":
    case "leadState":
      return placeIn(DETERMINATIONS, value);
    default:
      return dayNumber(value);
  }
}

function placeIn(list: readonly string[], value: string): number {
  const place = list.indexOf(value);
  return place < 0 ? Number.NaN : place;
}
