import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import type { CheckpointRow } from "@/lib/audit/checkpoint/queries";
import { RuleError } from "@/lib/errors";
import { lastEvent } from "./backup";

/** A range of events, and the hash of the last one. */
export type Lost = { fromSeq: number; toSeq: number; head: string };

/** The database that is about to be replaced, held so that nobody else can open it. */
export type Replaced = {
  exists: boolean;
  /** Which of its events are not in the other file; null when all are, or when it cannot be read. */
  lostSince: (candidate: string) => Lost | null;
  /** Restores that the replaced database knew of: what they left behind stays left behind. Rows as they are stored. */
  restores: () => CheckpointRow[];
  revokedTokens: () => { tokenHash: string; revokedAt: string }[];
  /** Lets go, with everything in the file itself and nothing in its write-ahead log. */
  release: () => void;
};

const NOTHING: Omit<Replaced, "exists"> = {
  lostSince: () => null,
  restores: () => [],
  revokedTokens: () => [],
  release: () => {},
};

/**
 * Takes the database for this process alone. A server that runs holds it, even while it does nothing: then this throws
 * RuleError `ledgerInUse`. One that is damaged beyond opening is simply there.
 */
export function holdAlone(path: string): Replaced {
  if (!existsSync(path)) return { exists: false, ...NOTHING };
  const file = new Database(path, { timeout: 0 });
  try {
    file.pragma("locking_mode = EXCLUSIVE");
    file.exec("BEGIN EXCLUSIVE; COMMIT");
  } catch (error) {
    file.close();
    if (isBusy(error)) throw new RuleError("ledgerInUse");
    return { exists: true, ...NOTHING };
  }
  return {
    exists: true,
    lostSince: (candidate) => readable(() => lostBetween(file, candidate), null),
    restores: () => readable(() => restores(file), []),
    revokedTokens: () => readable(() => revokedTokens(file), []),
    release: () => file.close(),
  };
}

function lostBetween(file: Database.Database, candidate: string): Lost | null {
  const { seq: last, head } = lastEvent(file);
  const common = lastCommonEvent(file, candidate);
  return last > common ? { fromSeq: common + 1, toSeq: last, head } : null;
}

/** Equal hashes mean an equal past, so the last common event can be found by halving. */
function lastCommonEvent(file: Database.Database, candidate: string): number {
  const other = new Database(candidate, { readonly: true });
  try {
    const mine = file.prepare("SELECT hash FROM events WHERE seq = ?").pluck();
    const theirs = other.prepare("SELECT hash FROM events WHERE seq = ?").pluck();
    let common = 0;
    let beyond = Math.min(lastEvent(file).seq, lastEvent(other).seq) + 1;
    while (beyond - common > 1) {
      const middle = Math.floor((common + beyond) / 2);
      if (mine.get(middle) === theirs.get(middle)) common = middle;
      else beyond = middle;
    }
    return common;
  } finally {
    other.close();
  }
}

function restores(file: Database.Database): CheckpointRow[] {
  return file
    .prepare(
      `SELECT id, ledger, seq, head, recorded_at AS recordedAt, lost_from_seq AS lostFromSeq, lost_to_seq AS lostToSeq,
       lost_head AS lostHead, key_id AS keyId, signature FROM checkpoints WHERE lost_to_seq IS NOT NULL`,
    )
    .all() as CheckpointRow[];
}

function revokedTokens(file: Database.Database) {
  return file
    .prepare(
      "SELECT token_hash AS tokenHash, revoked_at AS revokedAt FROM api_tokens WHERE revoked_at IS NOT NULL",
    )
    .all() as { tokenHash: string; revokedAt: string }[];
}

/** A damaged database is one of the reasons to restore: what cannot be read of it is left out. */
function readable<T>(ask: () => T, otherwise: T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof Database.SqliteError) return otherwise;
    throw error;
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}
