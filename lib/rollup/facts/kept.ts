import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { SharedDimension } from "@/db/vocabulary";
import {
  changedSince,
  isSameState,
  type LedgerState,
  ledgerState,
} from "@/lib/ledger/derived/changes";
import { BLOCK_IDS, type Block, readBlock, readShares } from "./block";
import { Words } from "./words";

/**
 * The narrow columns of all projects as they are in one state of the ledger, in memory: at 100,000 projects about 14 MB,
 * and summing them takes milliseconds where SQLite needs a hundred. `ledger_changes` says which blocks a later state
 * must read anew, so what is summed is always what the transaction sees.
 */
export type Facts = LedgerState & {
  /** The state of the past they are of, by its last event; null for the present. */
  asOf: number | null;
  words: Words;
  /** By place: ids from `place * BLOCK_IDS` on. Never changed once they stand here. */
  blocks: ReadonlyMap<number, Block>;
};

// Next loads this module several times in one process: one copy of the facts is enough.
const shared = globalThis as { [key: symbol]: unknown };
const KEPT = Symbol.for("ledger.facts");
/** The present, and the states of the past that were asked last. */
const STATES_KEPT = 3;

/** The facts as the transaction sees them, with the shares of these dimensions. */
export async function factsOf(tx: Tx, dimensions: SharedDimension[]): Promise<Facts> {
  const states = keptStates();
  const facts = await current(tx, states.get(tx.asOf));
  keep(states, tx.asOf, facts);
  for (const dimension of dimensions) {
    for (const [place, block] of facts.blocks) {
      if (!block.shares.has(dimension))
        block.shares.set(dimension, await readShares(tx, place, block, dimension, facts.words));
    }
  }
  return facts;
}

/** By the state that a transaction reads, the last asked at the end. */
function keptStates(): Map<number | null, Facts> {
  shared[KEPT] ??= new Map();
  return shared[KEPT] as Map<number | null, Facts>;
}

function keep(states: Map<number | null, Facts>, asOf: number | null, facts: Facts): void {
  states.delete(asOf);
  states.set(asOf, facts);
  const oldest = [...states.keys()].find((state) => state !== null && state !== asOf);
  if (states.size > STATES_KEPT && oldest !== undefined) states.delete(oldest);
}

async function current(tx: Tx, kept: Facts | undefined): Promise<Facts> {
  const state = await ledgerState(tx);
  if (kept && isSameState(kept, state)) return kept;
  const changed = kept ? await changedBlocks(tx, kept) : null;
  const words = kept?.words ?? new Words();
  const blocks = new Map<number, Block>();
  const [[largestId] = [null]] = (await tx.values(
    sql`SELECT max(${ledgerEntries.projectId}) FROM ${ledgerEntries}`,
  )) as [number | null][];
  for (let place = 0; place * BLOCK_IDS <= (largestId ?? 0); place += 1) {
    const known = changed && !changed.has(place) ? kept?.blocks.get(place) : undefined;
    blocks.set(place, known ?? (await readBlock(tx, place, words)));
  }
  return { ...state, asOf: tx.asOf, words, blocks };
}

async function changedBlocks(tx: Tx, kept: Facts): Promise<Set<number> | null> {
  const ids = await changedSince(tx, kept);
  return ids && new Set([...ids].map((id) => Math.floor(id / BLOCK_IDS)));
}
