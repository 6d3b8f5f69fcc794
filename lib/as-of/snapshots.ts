import { randomUUID } from "node:crypto";
import { renameSync, rmSync } from "node:fs";
import { databasePath, read, type Tx } from "@/db/client";
import type { Snapshot } from "@/db/snapshot/handle";
import { reportedPath } from "@/db/snapshot/reported";
import { loadRetention } from "@/lib/retention/queries";
import { buildSnapshot } from "./build";
import { type KnownThen, knownOn } from "./day";
import { isMade, makeRoom, snapshotPath, unfinishedPath } from "./files";
import { buildInThreads } from "./worker/in-threads";

/** A state of the past that is being made: how much is done, from 0 to 1. */
export type Making = { share: number; made: Promise<void> };

// Next loads this module several times in one process: each state is made once.
const shared = globalThis as { [key: symbol]: unknown };
const MAKING = Symbol.for("ledger.asOf.making");
const QUEUE = Symbol.for("ledger.asOf.queue");

/**
 * Answers a question from what was known at the end of a day; null or today asks the present. Waits while the state is
 * made. Throws RuleError for days that have no state (`knownOn()`).
 */
export async function readAsOf<T>(
  day: string | null,
  question: (tx: Tx) => Promise<T>,
): Promise<T> {
  const found = day === null ? null : await findSnapshot(day);
  if (found && "making" in found) {
    await found.making.made;
    return readAsOf(day, question);
  }
  return read(question, { asOf: found });
}

/**
 * The state of a day, or the news that it is being made, which begins here where it is not there yet; null for today.
 * Throws RuleError as `knownOn()` does.
 */
export async function findSnapshot(day: string): Promise<Snapshot | { making: Making } | null> {
  const { known, now } = await read(async (tx) => ({
    known: await knownOn(tx, day),
    now: tx.now,
  }));
  if (!known) return null;
  const path = snapshotPath(known.name);
  const making = makings().get(path);
  if (making) return { making };
  if (isMade(path, now)) return { path, seq: known.seq, day };
  return { making: begin(path, known) };
}

/** The state of a day once it is made; null for today. */
export async function waitForSnapshot(day: string): Promise<Snapshot | null> {
  const found = await findSnapshot(day);
  if (!found || !("making" in found)) return found;
  await found.making.made;
  return waitForSnapshot(day);
}

function makings(): Map<string, Making> {
  shared[MAKING] ??= new Map();
  return shared[MAKING] as Map<string, Making>;
}

/** One after the other, so that the rest of the machine stays with those who read the present. */
function begin(path: string, known: KnownThen): Making {
  const making: Making = { share: 0, made: Promise.resolve() };
  const turn = ((shared[QUEUE] as Promise<unknown>) ?? Promise.resolve()).then(() =>
    make(path, known, (share) => {
      making.share = share;
    }),
  );
  shared[QUEUE] = turn.catch(() => undefined);
  making.made = turn.finally(() => makings().delete(path));
  // Who waits for it hears of a failure; where nobody does, it must not end the process.
  making.made.catch(() => undefined);
  makings().set(path, making);
  return making;
}

async function make(
  path: string,
  { seq, day }: KnownThen,
  report: (share: number) => void,
): Promise<void> {
  makeRoom((await read(loadRetention)).asOfFiles);
  const unfinished = unfinishedPath(path, randomUUID());
  const task = { path: unfinished, ledgerPath: databasePath(), seq, day };
  try {
    await (process.env.NEXT_RUNTIME === "nodejs" ? buildInThreads : buildSnapshot)(task, report);
    renameSync(unfinished, path);
  } finally {
    for (const left of [unfinished, reportedPath(unfinished)]) rmSync(left, { force: true });
  }
}
