import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, ledgerShares } from "@/db/schema";
import {
  DETERMINATIONS,
  type Determination,
  SHARED_DIMENSIONS,
  type SharedDimension,
} from "@/db/vocabulary";
import { CONDITION_COLUMNS, type ConditionColumn } from "@/lib/ledger/match/condition";
import type { Basis } from "../grouping/groups";
import { packPeriod } from "../grouping/period";
import type { Words } from "./words";

/** How many ids a block spans: one change of a project makes one block be read anew. */
export const BLOCK_IDS = 1_000;

/** Stands for null among whole numbers. */
export const NONE = -1;

/** What a rollup needs of the projects of `BLOCK_IDS` ids, column by column. Amounts in 分, NaN where unknown. */
export type Block = {
  ids: Int32Array;
  /** All rows. */
  rows: Int32Array;
  /** The row of each id of the span; NONE where there is no such project. */
  rowOf: Int16Array;
  /** Places in `Words`. */
  region: Int32Array;
  plan: Int32Array;
  type: Int8Array;
  stage: Int8Array;
  sector: Int8Array;
  startYear: Int16Array;
  endYear: Int16Array;
  /** Both years in one number. */
  period: Int32Array;
  /** What filters ask for: places in closed lists and in `Words`, `dayNumber()`s, amounts; NONE or NaN where unknown. */
  columns: Record<ConditionColumn, Column>;
  by: Record<Basis, Counted>;
  /** By dimension, each read when it is first asked for. */
  shares: Map<SharedDimension, Shares>;
};

/** Of three kinds only: the engine reads few kinds of arrays in one place many times faster than many. */
export type Column = Int8Array | Int32Array | Float64Array;

/** What a basis counts of a block. */
export type Counted = {
  /** By row: 1 where the basis counts the project. */
  isIn: Int8Array;
  /** All rows that it counts. */
  rows: Int32Array;
  amounts: Float64Array;
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

/** Column by column in the order of the `SELECT`. */
type EntryRow = [
  id: number,
  region: string,
  plan: number | null,
  type: number,
  stage: number,
  sector: number | null,
  startYear: number | null,
  endYear: number | null,
  planned: number,
  inCurrentBasis: number,
  planFen: number | null,
  currentFen: number | null,
  sectorBits: number,
  firstDayKnown: string | null,
  lastDayKnown: string | null,
  endOn: string | null,
  milestoneDueOn: string | null,
  totalFen: number | null,
  open: number,
  joint: number,
  ownerState: Determination,
  leadState: Determination,
];

export async function readBlock(tx: Tx, place: number, words: Words): Promise<Block> {
  const e = ledgerEntries;
  const rows: EntryRow[] = await tx.values(sql`
    SELECT ${e.projectId}, ${e.regionCode}, ${e.planId}, ${e.type}, ${e.stage}, ${e.primarySector}, ${e.startYear},
      ${e.endYear}, ${e.planned}, ${e.inCurrentBasis}, ${e.planInvestmentFen}, ${e.currentFen}, ${e.sectorBits},
      ${CONDITION_COLUMNS.firstDayKnown}, ${CONDITION_COLUMNS.lastDayKnown}, ${e.endOn}, ${e.milestoneDueOn},
      ${e.totalInvestmentFen}, ${e.open}, ${e.joint}, ${e.ownerState}, ${e.leadState}
    FROM ${e} WHERE ${e.projectId} ${spanOf(place)} ORDER BY ${e.projectId}`);
  const rowOf = new Int16Array(BLOCK_IDS).fill(NONE);
  for (const [row, [id]] of rows.entries()) rowOf[id - place * BLOCK_IDS] = row;
  const narrow = {
    region: Int32Array.from(rows, (row) => words.placeOf(row[1])),
    plan: Int32Array.from(rows, (row) => row[2] ?? NONE),
    type: Int8Array.from(rows, (row) => row[3]),
    stage: Int8Array.from(rows, (row) => row[4]),
    sector: Int8Array.from(rows, (row) => row[5] ?? NONE),
  };
  const by = { plan: countedOf(rows, 8, 10), current: countedOf(rows, 9, 11) };
  const days = (at: 13 | 14 | 15 | 16) => Int32Array.from(rows, (row) => dayNumber(row[at]));
  const states = (at: 20 | 21) => Int8Array.from(rows, (row) => DETERMINATIONS.indexOf(row[at]));
  return {
    ids: Int32Array.from(rows, (row) => row[0]),
    rows: Int32Array.from(rows.keys()),
    rowOf,
    ...narrow,
    startYear: Int16Array.from(rows, (row) => row[6] ?? NONE),
    endYear: Int16Array.from(rows, (row) => row[7] ?? NONE),
    period: Int32Array.from(rows, (row) => packPeriod(row[6] ?? NONE, row[7] ?? NONE)),
    columns: {
      regionCode: narrow.region,
      planId: narrow.plan,
      type: narrow.type,
      stage: narrow.stage,
      primarySector: narrow.sector,
      sectorBits: Int32Array.from(rows, (row) => row[12]),
      firstDayKnown: days(13),
      lastDayKnown: days(14),
      endOn: days(15),
      milestoneDueOn: days(16),
      totalInvestmentFen: Float64Array.from(rows, (row) => row[17] ?? Number.NaN),
      open: Int8Array.from(rows, (row) => row[18]),
      planned: by.plan.isIn,
      inCurrentBasis: by.current.isIn,
      joint: Int8Array.from(rows, (row) => row[19]),
      ownerState: states(20),
      leadState: states(21),
    },
    by,
    shares: new Map(),
  };
}

/** A day as a whole number that sorts as it does: 20261123; NONE where there is none. */
export function dayNumber(day: string | null): number {
  return day === null ? NONE : Number(day.replaceAll("-", ""));
}

function countedOf(rows: EntryRow[], isIn: 8 | 9, fen: 10 | 11): Counted {
  const places = Int32Array.from(rows.keys()).filter((row) => rows[row]?.[isIn] === 1);
  return {
    isIn: Int8Array.from(rows, (row) => row[isIn]),
    rows: places,
    amounts: Float64Array.from(rows, (row) => row[fen] ?? Number.NaN),
    largest: places.reduce((most, row) => Math.max(most, rows[row]?.[fen] ?? most), -Infinity),
  };
}

type ShareRow = [id: number, key: string, first: number, weight: number, heads: number];

/**
 * The shares of a block in one dimension; of the same state of the ledger as the block. Left alone, SQLite would walk the
 * whole dimension for each block.
 */
export async function readShares(
  tx: Tx,
  place: number,
  { ids, rowOf }: Block,
  dimension: SharedDimension,
  words: Words,
): Promise<Shares> {
  const s = ledgerShares;
  const rows: ShareRow[] = await tx.values(sql`
    SELECT ${s.projectId}, ${s.key}, ${s.first}, ${s.weight}, ${s.heads}
    FROM ${s} INDEXED BY ledger_shares_project
    WHERE ${s.projectId} ${spanOf(place)} AND ${s.dimension} = ${SHARED_DIMENSIONS.indexOf(dimension)}
    ORDER BY ${s.projectId}`);
  const from = new Int32Array(ids.length + 1);
  for (const [id] of rows) {
    const after = (rowOf[id - place * BLOCK_IDS] ?? NONE) + 1;
    from[after] = (from[after] ?? 0) + 1;
  }
  for (let row = 1; row < from.length; row += 1)
    from[row] = (from[row] ?? 0) + (from[row - 1] ?? 0);
  return {
    from,
    key: Int32Array.from(rows, (row) => words.placeOf(row[1])),
    first: Uint8Array.from(rows, (row) => row[2]),
    weight: Int32Array.from(rows, (row) => row[3]),
    heads: Int32Array.from(rows, (row) => row[4]),
  };
}

function spanOf(place: number): SQL {
  return sql`BETWEEN ${place * BLOCK_IDS} AND ${(place + 1) * BLOCK_IDS - 1}`;
}
