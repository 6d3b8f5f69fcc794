import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { Basis } from "../filter/filters";
import type { InMemory, LedgerMatch } from "../match/match";
import { BLOCK_IDS, type Block, NONE } from "./block";
import type { Facts } from "./kept";
import { keep, rowsMeeting } from "./meeting";

/** Rows of a block, each by its place; `whole` where they are all that the basis counts. */
export type Selected = { place: number; block: Block; rows: Int32Array; whole: boolean };

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
  { where, from, inMemory }: Pick<LedgerMatch, "where" | "from" | "inMemory">,
): Promise<Selected[]> {
  return inMemory
    ? selectInMemory(tx, facts, basis, inMemory)
    : selectBySql(
        tx,
        basis,
        [...facts.blocks].map(([place, block]) => ({ place, block })),
        where,
        from,
      );
}

/** The same of filters that ask for nothing but what stands in the columns, and for lists of ids. */
export async function selectInMemory(
  tx: Tx,
  { blocks, words }: Facts,
  basis: Among,
  { conditions, lists }: InMemory,
): Promise<Selected[]> {
  const listed: Uint8Array[] = [];
  for (const list of lists) listed.push(await idsIn(tx, list, blocks.size * BLOCK_IDS));
  return [...blocks]
    .map(([place, block]) => {
      const all = basis ? block.by[basis].rows : block.rows;
      const inLists = listed.reduce((left, isIn) => rowsIn(isIn, place, block, left), all);
      const rows = rowsMeeting(block, inLists, conditions, words);
      return { place, block, rows, whole: rows === all };
    })
    .filter(({ rows, whole }) => whole || rows.length > 0);
}

/** Most lists have nothing of most blocks. */
function rowsIn(isIn: Uint8Array, place: number, { ids }: Block, rows: Int32Array): Int32Array {
  if (!isIn.subarray(place * BLOCK_IDS, (place + 1) * BLOCK_IDS).includes(1)) return NO_ROWS;
  return keep(rows, (row) => isIn[ids[row] ?? 0] === 1);
}

const NO_ROWS = new Int32Array(0);

/** 1 at the place of each id of a list. */
async function idsIn(tx: Tx, list: SQL, length: number): Promise<Uint8Array> {
  const isIn = new Uint8Array(length);
  for (const id of await idsOf(tx, sql`SELECT id FROM ${list}`)) isIn[id] = 1;
  return isIn;
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
  const ids = sql`SELECT ${ledgerEntries.projectId} AS id FROM ${from} WHERE ${where ?? sql`1`}`;
  for (const id of await idsOf(tx, ids)) {
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
async function idsOf(tx: Tx, ids: SQL): Promise<number[]> {
  const [[list] = ["[]"]]: string[][] = await tx.values(
    sql`SELECT json_group_array(id) FROM (${ids})`,
  );
  return JSON.parse(list ?? "[]");
}
