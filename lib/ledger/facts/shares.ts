import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerShares } from "@/db/schema";
import { SHARED_DIMENSIONS, type SharedDimension } from "@/db/vocabulary";
import { BLOCK_IDS, type Block, NONE, type Shares, spanOf } from "./block";
import type { Words } from "./words";

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
