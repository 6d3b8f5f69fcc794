import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { Basis } from "../grouping/groups";
import { BLOCK_IDS, type Block } from "./block";
import type { Facts } from "./kept";

/** Rows of a block, each by its place. */
export type Selected = { place: number; block: Block; rows: Int32Array };

export type Largest = { id: number; fen: number };

/** The projects of the basis that the `where` over `from` finds, all where it is undefined, block by block. */
export async function select(
  tx: Tx,
  facts: Facts,
  basis: Basis,
  { where, from }: { where: SQL | undefined; from: SQL },
): Promise<Selected[]> {
  const found = where === undefined ? null : await idsByBlock(tx, where, from);
  return [...facts.blocks].flatMap(([place, block]) => {
    const ids = found ? found.get(place) : block.ids;
    if (!ids) return [];
    const counted = basis === "plan" ? block.planned : block.inCurrentBasis;
    const rows: number[] = [];
    for (const id of ids) {
      const row = block.rowOf[id - place * BLOCK_IDS] ?? -1;
      if (counted[row] === 1) rows.push(row);
    }
    return [{ place, block, rows: new Int32Array(rows) }];
  });
}

/** The ids come as one value: as rows, tens of thousands of them would cost more than finding them. */
async function idsByBlock(tx: Tx, where: SQL, from: SQL): Promise<Map<number, number[]>> {
  const [[list] = ["[]"]]: string[][] = await tx.values(
    sql`SELECT json_group_array(${ledgerEntries.projectId}) FROM ${from} WHERE ${where}`,
  );
  const blocks = new Map<number, number[]>();
  for (const id of JSON.parse(list ?? "[]") as number[]) {
    const place = Math.floor(id / BLOCK_IDS);
    const block = blocks.get(place);
    if (block) block.push(id);
    else blocks.set(place, [id]);
  }
  return blocks;
}

/** The amounts that a basis sums, in 分. */
export function amountsOf(block: Block, basis: Basis): Float64Array {
  return basis === "plan" ? block.planFen : block.currentFen;
}

/** The projects with the largest known amounts, equal ones by id. */
export function largestOf(selected: Selected[], basis: Basis, howMany: number): Largest[] {
  const largest: Largest[] = [];
  const isBefore = (one: Largest, other: Largest) =>
    one.fen > other.fen || (one.fen === other.fen && one.id < other.id);
  for (const { block, rows } of selected) {
    const amounts = amountsOf(block, basis);
    for (const row of rows) {
      const one = { id: block.ids[row] ?? 0, fen: amounts[row] ?? Number.NaN };
      const last = largest[howMany - 1];
      if (Number.isNaN(one.fen) || (last && !isBefore(one, last))) continue;
      largest.push(one);
      largest.sort((a, b) => (isBefore(a, b) ? -1 : 1));
      largest.length = Math.min(largest.length, howMany);
    }
  }
  return largest;
}
