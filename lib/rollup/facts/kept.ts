import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerChanges, ledgerEntries } from "@/db/schema";
import type { SharedDimension } from "@/db/vocabulary";
import { BLOCK_IDS, type Block, readBlock, readShares } from "./block";
import { Words } from "./words";

/**
 * The narrow columns of all projects as they are in one state of the ledger, in memory: at 100,000 projects about 10 MB,
 * and summing them takes milliseconds where SQLite needs a hundred. `ledger_changes` says which blocks a later state
 * must read anew, so what is summed is always what the transaction sees.
 */
export type Facts = {
  version: number;
  token: string;
  words: Words;
  /** By place: ids from `place * BLOCK_IDS` on. Never changed once they stand here. */
  blocks: ReadonlyMap<number, Block>;
};

// Next loads this module several times in one process: one copy of the facts is enough.
const shared = globalThis as { [key: symbol]: unknown };
const KEPT = Symbol.for("ledger.facts");

/** The facts as the transaction sees them, with the shares of these dimensions. */
export async function factsOf(tx: Tx, dimensions: SharedDimension[]): Promise<Facts> {
  const facts = await current(tx, shared[KEPT] as Facts | undefined);
  shared[KEPT] = facts;
  for (const dimension of dimensions) {
    for (const [place, block] of facts.blocks) {
      if (!block.shares.has(dimension))
        block.shares.set(dimension, await readShares(tx, place, block, dimension, facts.words));
    }
  }
  return facts;
}

async function current(tx: Tx, kept: Facts | undefined): Promise<Facts> {
  const c = ledgerChanges;
  const [last] = (await tx.values(
    sql`SELECT ${c.version}, ${c.token} FROM ${c} ORDER BY ${c.version} DESC LIMIT 1`,
  )) as [number, string][];
  if (!last) throw new Error("The ledger has no state: the migration makes the first.");
  const [version, token] = last;
  if (kept?.version === version && kept.token === token) return kept;
  const changed = kept ? await changedSince(tx, kept) : null;
  const words = kept?.words ?? new Words();
  const blocks = new Map<number, Block>();
  const [[largestId] = [null]] = (await tx.values(
    sql`SELECT max(${ledgerEntries.projectId}) FROM ${ledgerEntries}`,
  )) as [number | null][];
  for (let place = 0; place * BLOCK_IDS <= (largestId ?? 0); place += 1) {
    const known = changed && !changed.has(place) ? kept?.blocks.get(place) : undefined;
    blocks.set(place, known ?? (await readBlock(tx, place, words)));
  }
  return { version, token, words, blocks };
}

/** The blocks that have changed since; null where that state is none of this ledger's past, or all was made anew. */
async function changedSince(tx: Tx, { version, token }: Facts): Promise<Set<number> | null> {
  const c = ledgerChanges;
  const rows = (await tx.values(
    sql`SELECT ${c.version}, ${c.token}, ${c.projectId} FROM ${c} WHERE ${c.version} >= ${version} ORDER BY 1`,
  )) as [number, string, number | null][];
  const [known, ...later] = rows;
  if (known?.[0] !== version || known[1] !== token) return null;
  if (later.some(([, , projectId]) => projectId === null)) return null;
  return new Set(later.map(([, , projectId]) => Math.floor((projectId ?? 0) / BLOCK_IDS)));
}
