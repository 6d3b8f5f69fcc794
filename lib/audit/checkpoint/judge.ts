import type { KeyObject } from "node:crypto";
import { type Checkpoint, isSignedBy, keyIdOf } from "./checkpoint";

/** What a walk over the chain found that checkpoints are held against. */
export type WalkedChain = {
  /** Hash of the first event; null for a ledger without events. */
  ledger: string | null;
  /** How many events there are. */
  events: number;
  /** The hashes at the numbers that checkpoints speak of. */
  hashAt: Map<number, string>;
};

export type CheckpointVerdict = {
  /** How many checkpoints of this key agree with the chain. */
  held: number;
  /** How many speak of events that a recorded restore has left behind. */
  restored: number;
  /** How many were signed with another key and say nothing here. */
  foreign: number;
  /** The first contradiction, or null. `after` is the last event that a checkpoint vouches for. */
  broken: { seq: number; after: number; reason: CheckpointBreak } | null;
};

/**
 * `signature`: the checkpoint itself was changed; `ledger`: the first event is another one; `cut`: events are missing at
 * the end; `rewritten`: the event that it names has another hash.
 */
export type CheckpointBreak = "signature" | "ledger" | "cut" | "rewritten";

/**
 * Holds signed checkpoints against a chain. Where an event differs, a restore that was signed and stands in the chain
 * explains it, but only for the events it names and for checkpoints older than itself.
 */
export function judgeCheckpoints(
  chain: WalkedChain,
  all: Checkpoint[],
  publicKey: KeyObject,
): CheckpointVerdict {
  const keyId = keyIdOf(publicKey);
  const own = all.filter((one) => one.keyId === keyId).sort((one, other) => one.seq - other.seq);
  const verdict: CheckpointVerdict = {
    held: 0,
    restored: 0,
    foreign: all.length - own.length,
    broken: null,
  };
  const restores = own.filter((one) => one.lost && holds(chain, one) && isSignedBy(one, publicKey));
  let after = 0;
  for (const checkpoint of own) {
    const reason = breakOf(chain, checkpoint, publicKey);
    if (reason === null) {
      verdict.held += 1;
      after = checkpoint.seq;
    } else if (reason !== "signature" && restores.some((one) => explains(one, checkpoint))) {
      verdict.restored += 1;
    } else {
      const seq = reason === "cut" ? chain.events + 1 : reason === "ledger" ? 1 : checkpoint.seq;
      return { ...verdict, broken: { seq, after, reason } };
    }
  }
  return verdict;
}

function breakOf(
  chain: WalkedChain,
  checkpoint: Checkpoint,
  publicKey: KeyObject,
): CheckpointBreak | null {
  if (!isSignedBy(checkpoint, publicKey)) return "signature";
  if (holds(chain, checkpoint)) return null;
  if (chain.ledger !== null && chain.ledger !== checkpoint.ledger) return "ledger";
  return chain.events < checkpoint.seq ? "cut" : "rewritten";
}

function holds({ ledger, hashAt }: WalkedChain, checkpoint: Checkpoint): boolean {
  return ledger === checkpoint.ledger && hashAt.get(checkpoint.seq) === checkpoint.head;
}

/** Whether a restore says that the event of this checkpoint was left behind. */
function explains({ lost, ledger, recordedAt }: Checkpoint, older: Checkpoint): boolean {
  return (
    lost !== null &&
    ledger === older.ledger &&
    older.recordedAt <= recordedAt &&
    older.seq >= lost.fromSeq &&
    older.seq <= lost.toSeq &&
    (older.seq < lost.toSeq || older.head === lost.head)
  );
}
