import { sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries } from "@/db/schema";
import type { SharedDimension } from "@/db/vocabulary";
import { changedSince, isSameState, type LedgerState, ledgerState } from "../derived/changes";
import { BLOCK_IDS, type Block, readAgain, readBlock } from "./block";
import { readShares } from "./shares";
import { Words } from "./words";

/**
 * The narrow columns of all projects as they are in one state of the ledger, in memory: at 100,000 projects about 14 MB,
 * and finding and summing them takes milliseconds where SQLite needs tens. `ledger_changes` says which projects a later
 * state must read anew, so what is found is always what the transaction sees.
 */
export type Facts = LedgerState & {
  /** The state of the past they are of, by its last event; null for the present. */
  asOf: number | null;
  words: Words;
  /** By place, without a gap: ids from `place * BLOCK_IDS` on. Never changed once they stand here. */
  blocks: ReadonlyMap<number, Block>;
};

// Next loads this module several times in one process: one copy of the facts is enough.
const shared = globalThis as { [key: symbol]: unknown };
const KEPT = Symbol.for("ledger.facts");
/** The present, and the states of the past that were asked last. */
const STATES_KEPT = 3;
/** So many projects, or all of so few blocks, are read in a few milliseconds. */
const READ_AT_ONCE = { projects: 100, blocks: 2 };

/** The facts as the transaction sees them, with the shares of these dimensions. */
export async function factsOf(tx: Tx, dimensions: SharedDimension[]): Promise<Facts> {
  const state = await ledgerState(tx);
  const kept = keptStates().get(tx.asOf);
  const facts = await current(tx, state, kept, kept && (await changedOf(tx, state, kept)));
  for (const dimension of dimensions) {
    for (const [place, block] of facts.blocks) {
      if (!block.shares.has(dimension))
        block.shares.set(dimension, await readShares(tx, place, block, dimension, facts.words));
    }
  }
  return facts;
}

/**
 * The facts as the transaction sees them, for questions that SQLite answers as well: null where reading what is not in
 * memory yet would take longer than it saves. What a write sees before it is done is for nobody else.
 */
export async function factsAtHand(tx: Tx): Promise<Facts | null> {
  if (!tx.$client.readonly) return null;
  const state = await ledgerState(tx);
  const kept = keptStates().get(tx.asOf);
  const changed = kept ? await changedOf(tx, state, kept) : null;
  const isLittle = changed
    ? changed.size <= READ_AT_ONCE.projects
    : (await countBlocks(tx)) <= READ_AT_ONCE.blocks;
  return isLittle ? current(tx, state, kept, changed) : null;
}

/** Reads all facts of the present, a pause after each block. What somebody else has read meanwhile stays. */
export async function readAllFacts(tx: Tx, pause: () => Promise<void>): Promise<void> {
  const before = keptStates().get(tx.asOf);
  const facts = await allOf(tx, await ledgerState(tx), new Words(), pause);
  if (keptStates().get(tx.asOf) === before) keep(facts);
}

/** By the state that a transaction reads, the last asked at the end. */
function keptStates(): Map<number | null, Facts> {
  shared[KEPT] ??= new Map();
  return shared[KEPT] as Map<number | null, Facts>;
}

function keep(facts: Facts): Facts {
  const states = keptStates();
  states.delete(facts.asOf);
  states.set(facts.asOf, facts);
  const oldest = [...states.keys()].find((state) => state !== null && state !== facts.asOf);
  if (states.size > STATES_KEPT && oldest !== undefined) states.delete(oldest);
  return facts;
}

/** The projects that are others now than they are kept; null where all must be read anew. */
async function changedOf(tx: Tx, state: LedgerState, kept: Facts): Promise<Set<number> | null> {
  return isSameState(kept, state) ? new Set() : changedSince(tx, kept);
}

async function current(
  tx: Tx,
  state: LedgerState,
  kept: Facts | undefined,
  changed: Set<number> | null | undefined,
): Promise<Facts> {
  if (kept && isSameState(kept, state)) return keep(kept);
  if (kept && changed) return keep(await changedFacts(tx, state, kept, changed));
  return keep(await allOf(tx, state, kept?.words ?? new Words()));
}

async function allOf(
  tx: Tx,
  state: LedgerState,
  words: Words,
  pause?: () => Promise<void>,
): Promise<Facts> {
  const blocks = new Map<number, Block>();
  const howMany = await countBlocks(tx);
  for (let place = 0; place < howMany; place += 1) {
    blocks.set(place, await readBlock(tx, place, words));
    await pause?.();
  }
  return { ...state, asOf: tx.asOf, words, blocks };
}

async function changedFacts(
  tx: Tx,
  state: LedgerState,
  kept: Facts,
  changed: Set<number>,
): Promise<Facts> {
  const { words, asOf } = kept;
  const placeOf = (id: number) => Math.floor(id / BLOCK_IDS);
  const blocks = new Map(kept.blocks);
  for (const place of new Set([...changed].map(placeOf))) {
    const block = kept.blocks.get(place);
    const ids = [...changed].filter((id) => placeOf(id) === place);
    if (block) blocks.set(place, await readAgain(tx, place, block, ids, words));
  }
  const howMany = await countBlocks(tx);
  for (let place = blocks.size; place < howMany; place += 1)
    blocks.set(place, await readBlock(tx, place, words));
  return { ...state, asOf, words, blocks };
}

async function countBlocks(tx: Tx): Promise<number> {
  const [[largestId] = [null]] = (await tx.values(
    sql`SELECT max(${ledgerEntries.projectId}) FROM ${ledgerEntries}`,
  )) as [number | null][];
  return largestId === null ? 0 : Math.floor(largestId / BLOCK_IDS) + 1;
}
