import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { LedgerMatch } from "@/lib/ledger/match/match";
import type { Basis } from "../grouping/groups";
import { BLOCK_IDS, type Block, NONE } from "./block";
import type { Facts } from "./kept";
import { rowsMeeting } from "./meeting";

/** Rows of a block, each by its place; `whole` where they are all that the basis counts. */
export type Selected = { place: number; block: Block; rows: Int32Array; whole: boolean };

export type Largest = { id: number; fen: number };

/** What a basis counts; null for all projects, whichever basis counts them. */
type Among = Basis | null;

/**
 * The projects of the basis that the filters find, block by block. What the columns say is asked of them: SQLite takes
 * twenty times longer to find the same.
 */
export async function select(
  tx: Tx,
  facts: Facts,
  basis: Among,
  { where, from, conditions }: Pick<LedgerMatch, "where" | "from" | "conditions">,
): Promise<Selected[]> {
  const blocks = [...facts.blocks].map(([place, block]) => ({ place, block }));
  if (conditions)
    return blocks
      .map(({ place, block }) => {
        const all = basis ? block.by[basis].rows : block.rows;
        const rows = rowsMeeting(block, all, conditions, facts.words);
        return { place, block, rows, whole: rows === all };
      })
      .filter(({ rows, whole }) => whole || rows.length > 0);
  return selectBySql(tx, basis, blocks, where, from);
}

/** Everything that the basis counts. */
export function selectAll(facts: Facts, basis: Basis): Selected[] {
  return [...facts.blocks].map(([place, block]) => ({
    place,
    block,
    rows: block.by[basis].rows,
    whole: true,
  }));
}

async function selectBySql(
  tx: Tx,
  basis: Among,
  blocks: Pick<Selected, "place" | "block">[],
  where: SQL | undefined,
  from: SQL,
): Promise<Selected[]> {
  const found = blocks.map(({ place, block }) => {
    const { rowOf, ids, by } = block;
    return { place, block, rowOf, isIn: basis && by[basis].isIn, rows: new Int32Array(ids.length) };
  });
  const howMany = new Int32Array(found.length);
  for (const id of await idsOf(tx, where, from)) {
    const at = Math.floor(id / BLOCK_IDS);
    const one = found[at];
    const row = one?.rowOf[id % BLOCK_IDS] ?? NONE;
    if (!one || row === NONE || (one.isIn && one.isIn[row] !== 1)) continue;
    one.rows[howMany[at] ?? 0] = row;
    howMany[at] = (howMany[at] ?? 0) + 1;
  }
  return found
    .map(({ place, block, rows }, at) => ({
      place,
      block,
      rows: rows.subarray(0, howMany[at]),
      whole: false,
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** The ids come as one value: as rows, tens of thousands of them would cost more than finding them. */
async function idsOf(tx: Tx, where: SQL | undefined, from: SQL): Promise<number[]> {
  const [[list] = ["[]"]]: string[][] = await tx.values(
    sql`SELECT json_group_array(${ledgerEntries.projectId}) FROM ${from} WHERE ${where ?? sql`1`}`,
  );
  return JSON.parse(list ?? "[]");
}

/** The projects with the largest known amounts, equal ones by id. */
export function largestOf(selected: Selected[], basis: Basis, howMany: number): Largest[] {
  const largest: Largest[] = [];
  const isBefore = (one: Largest, other: Largest) =>
    one.fen > other.fen || (one.fen === other.fen && one.id < other.id);
  for (const { block, rows } of selected) {
    const { amounts, largest: atMost } = block.by[basis];
    const last = largest[howMany - 1];
    if (last && atMost < last.fen) continue;
    for (const row of rows) {
      const fen = amounts[row] ?? Number.NaN;
      const last = largest[howMany - 1];
      if (Number.isNaN(fen) || (last && fen < last.fen)) continue;
      const one = { id: block.ids[row] ?? 0, fen };
      if (last && !isBefore(one, last)) continue;
      largest.push(one);
      largest.sort((a, b) => (isBefore(a, b) ? -1 : 1));
      largest.length = Math.min(largest.length, howMany);
    }
  }
  return largest;
}
