import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, ledgerShares } from "@/db/schema";
import { SHARED_DIMENSIONS, type SharedDimension } from "@/db/vocabulary";
import { packPeriod } from "../grouping/period";
import type { Words } from "./words";

/** How many ids a block spans: one change of a project makes one block be read anew. */
export const BLOCK_IDS = 1_000;

/** Stands for null among whole numbers. */
export const NONE = -1;

/** What a rollup needs of the projects of `BLOCK_IDS` ids, column by column. Amounts in 分, NaN where unknown. */
export type Block = {
  ids: Int32Array;
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
  planned: Uint8Array;
  inCurrentBasis: Uint8Array;
  planFen: Float64Array;
  currentFen: Float64Array;
  /** By dimension, each read when it is first asked for. */
  shares: Map<SharedDimension, Shares>;
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
];

export async function readBlock(tx: Tx, place: number, words: Words): Promise<Block> {
  const e = ledgerEntries;
  const rows: EntryRow[] = await tx.values(sql`
    SELECT ${e.projectId}, ${e.regionCode}, ${e.planId}, ${e.type}, ${e.stage}, ${e.primarySector}, ${e.startYear},
      ${e.endYear}, ${e.planned}, ${e.inCurrentBasis}, ${e.planInvestmentFen}, ${e.currentFen}
    FROM ${e} WHERE ${e.projectId} ${spanOf(place)} ORDER BY ${e.projectId}`);
  const rowOf = new Int16Array(BLOCK_IDS).fill(NONE);
  for (const [row, [id]] of rows.entries()) rowOf[id - place * BLOCK_IDS] = row;
  return {
    ids: Int32Array.from(rows, (row) => row[0]),
    rowOf,
    region: Int32Array.from(rows, (row) => words.placeOf(row[1])),
    plan: Int32Array.from(rows, (row) => row[2] ?? NONE),
    type: Int8Array.from(rows, (row) => row[3]),
    stage: Int8Array.from(rows, (row) => row[4]),
    sector: Int8Array.from(rows, (row) => row[5] ?? NONE),
    startYear: Int16Array.from(rows, (row) => row[6] ?? NONE),
    endYear: Int16Array.from(rows, (row) => row[7] ?? NONE),
    period: Int32Array.from(rows, (row) => packPeriod(row[6] ?? NONE, row[7] ?? NONE)),
    planned: Uint8Array.from(rows, (row) => row[8]),
    inCurrentBasis: Uint8Array.from(rows, (row) => row[9]),
    planFen: Float64Array.from(rows, (row) => row[10] ?? Number.NaN),
    currentFen: Float64Array.from(rows, (row) => row[11] ?? Number.NaN),
    shares: new Map(),
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
