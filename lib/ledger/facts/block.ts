import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import { ledgerEntries } from "@/db/schema";
import { DETERMINATIONS, type SharedDimension } from "@/db/vocabulary";
import type { Basis } from "../filter/filters";
import { CONDITION_COLUMNS, type ConditionColumn } from "../match/condition";
import { packPeriod } from "./period";
import type { Words } from "./words";

/** How many ids a block spans. */
export const BLOCK_IDS = 1_000;

/** Stands for null among whole numbers. */
export const NONE = -1;

/** What is kept of the projects of `BLOCK_IDS` ids, column by column. */
export type Block = {
  ids: Int32Array;
  /** All rows. */
  rows: Int32Array;
  /** The row of each id of the span; NONE where there is no such project. */
  rowOf: Int16Array;
  columns: Columns;
  /** Both years in one number. */
  period: Int32Array;
  by: Record<Basis, Counted>;
  /** By dimension, each read when it is first asked for. */
  shares: Map<SharedDimension, Shares>;
};

/**
 * What filters ask for and what is summed and sorted: places in closed lists and in `Words`, `dayNumber()`s, amounts in
 * 分; NONE or, for amounts, NaN where unknown.
 */
export type Columns = Record<ColumnName, Column>;
type ColumnName =
  | ConditionColumn
  | "startYear"
  | "endYear"
  | "planFen"
  | "currentFen"
  | "sourceOrder";

/** Of three kinds only: the engine reads few kinds of arrays in one place many times faster than many. */
export type Column = Int8Array | Int32Array | Float64Array;

/** What a basis counts of a block. */
export type Counted = {
  /** By row: 1 where the basis counts the project. */
  isIn: Column;
  /** All rows that it counts. */
  rows: Int32Array;
  amounts: Column;
  /** The largest of the amounts; -Infinity where none is known. */
  largest: number;
};

/** The shares of the rows of a block: those of row n stand from `from[n]` up to `from[n + 1]`. */
export type Shares = {
  from: Int32Array;
  /** Places in `Words`. */
  key: Int32Array;
  first: Uint8Array;
  weight: Int32Array;
  heads: Int32Array;
};

type Value = string | number | null;
type Kind = "word" | "small" | "whole" | "amount" | "day" | "determination";
const COLUMNS: Record<ColumnName, [Kind, AnyColumn | SQL]> = {
  regionCode: ["word", CONDITION_COLUMNS.regionCode],
  planId: ["whole", CONDITION_COLUMNS.planId],
  type: ["small", CONDITION_COLUMNS.type],
  stage: ["small", CONDITION_COLUMNS.stage],
  primarySector: ["small", CONDITION_COLUMNS.primarySector],
  sectorBits: ["whole", CONDITION_COLUMNS.sectorBits],
  firstDayKnown: ["day", CONDITION_COLUMNS.firstDayKnown],
  lastDayKnown: ["day", CONDITION_COLUMNS.lastDayKnown],
  endOn: ["day", CONDITION_COLUMNS.endOn],
  milestoneDueOn: ["day", CONDITION_COLUMNS.milestoneDueOn],
  totalInvestmentFen: ["amount", CONDITION_COLUMNS.totalInvestmentFen],
  open: ["small", CONDITION_COLUMNS.open],
  planned: ["small", CONDITION_COLUMNS.planned],
  inCurrentBasis: ["small", CONDITION_COLUMNS.inCurrentBasis],
  joint: ["small", CONDITION_COLUMNS.joint],
  ownerState: ["determination", CONDITION_COLUMNS.ownerState],
  leadState: ["determination", CONDITION_COLUMNS.leadState],
  startYear: ["whole", ledgerEntries.startYear],
  endYear: ["whole", ledgerEntries.endYear],
  planFen: ["amount", ledgerEntries.planInvestmentFen],
  currentFen: ["amount", ledgerEntries.currentFen],
  sourceOrder: ["whole", ledgerEntries.sourceOrder],
};
const STATES: readonly Value[] = DETERMINATIONS;
const NAMES = Object.keys(COLUMNS) as ColumnName[];

export async function readBlock(tx: Tx, place: number, words: Words): Promise<Block> {
  const rows = await readRows(tx, spanOf(place));
  const rowOf = new Int16Array(BLOCK_IDS).fill(NONE);
  for (const [row, [id]] of rows.entries()) rowOf[id - place * BLOCK_IDS] = row;
  const ids = Int32Array.from(rows, ([id]) => id);
  return blockOf(
    ids,
    rowOf,
    eachColumn((name) => columnOf(name, rows, words)),
  );
}

/** A block with some of its projects read anew, the shares left out; all of it where others stand in it now. */
export async function readAgain(
  tx: Tx,
  place: number,
  { ids, rowOf, columns }: Block,
  changed: number[],
  words: Words,
): Promise<Block> {
  const rowOfId = (id: number) => rowOf[id - place * BLOCK_IDS] ?? NONE;
  const stood = changed.filter((id) => rowOfId(id) !== NONE);
  const list = JSON.stringify(changed);
  const rows = await readRows(tx, sql`IN (SELECT value FROM json_each(${list}))`);
  if (rows.length !== stood.length || rows.some(([id]) => rowOfId(id) === NONE))
    return readBlock(tx, place, words);
  const patched = eachColumn((name) => {
    const column = columns[name].slice();
    const anew = columnOf(name, rows, words);
    for (const [at, [id]] of rows.entries()) column[rowOfId(id)] = anew[at] ?? NONE;
    return column;
  });
  return blockOf(ids, rowOf, patched);
}

function eachColumn(make: (name: ColumnName) => Column): Columns {
  return Object.fromEntries(NAMES.map((name) => [name, make(name)])) as Columns;
}

function blockOf(ids: Int32Array, rowOf: Int16Array, columns: Columns): Block {
  const { planned, planFen, inCurrentBasis, currentFen, startYear, endYear } = columns;
  return {
    ids,
    rows: Int32Array.from(ids.keys()),
    rowOf,
    columns,
    period: Int32Array.from(startYear, (from, row) => packPeriod(from, endYear[row] ?? NONE)),
    by: { plan: countedOf(planned, planFen), current: countedOf(inCurrentBasis, currentFen) },
    shares: new Map(),
  };
}

function countedOf(isIn: Column, amounts: Column): Counted {
  const rows = Int32Array.from(isIn.keys()).filter((row) => isIn[row] === 1);
  const largest = rows.reduce((most, row) => {
    const fen = amounts[row] ?? Number.NaN;
    return Number.isNaN(fen) ? most : Math.max(most, fen);
  }, -Infinity);
  return { isIn, rows, amounts, largest };
}

type Row = [id: number, ...Value[]];

async function readRows(tx: Tx, which: SQL): Promise<Row[]> {
  const id = ledgerEntries.projectId;
  const columns = sql.join(
    NAMES.map((name) => sql`${COLUMNS[name][1]}`),
    sql`, `,
  );
  return tx.values(
    sql`SELECT ${id}, ${columns} FROM ${ledgerEntries} WHERE ${id} ${which} ORDER BY ${id}`,
  );
}

function columnOf(name: ColumnName, rows: Row[], words: Words): Column {
  const [kind] = COLUMNS[name];
  const at = NAMES.indexOf(name) + 1;
  const number = (row: Row) => Number(row[at] ?? NONE);
  switch (kind) {
    case "small":
      return Int8Array.from(rows, number);
    case "whole":
      return Int32Array.from(rows, number);
    case "amount":
      return Float64Array.from(rows, (row) => Number(row[at] ?? Number.NaN));
    case "word":
      return Int32Array.from(rows, (row) => words.placeOf(String(row[at])));
    case "day":
      return Int32Array.from(rows, (row) => dayNumber(row[at] ?? null));
    case "determination":
      return Int8Array.from(rows, (row) => STATES.indexOf(row[at] ?? null));
  }
}

/** A day as a whole number that sorts as it does: 20261123; NONE where there is none. */
export function dayNumber(day: Value): number {
  return day === null ? NONE : Number(String(day).replaceAll("-", ""));
}

/** The ids of a block. */
export function spanOf(place: number): SQL {
  return sql`BETWEEN ${place * BLOCK_IDS} AND ${(place + 1) * BLOCK_IDS - 1}`;
}
