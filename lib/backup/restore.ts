import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  renameSync,
  rmSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import Database from "better-sqlite3";
import { and, eq, isNull } from "drizzle-orm";
import { closeDatabase, openDatabase, read, type WriteTx } from "@/db/client";
import { migrate, UnusableDatabaseError } from "@/db/migrate";
import { apiTokens, sessions } from "@/db/schema";
import { installGuards } from "@/db/sql/guards";
import { record } from "@/lib/audit/change";
import { isSignedBy } from "@/lib/audit/checkpoint/checkpoint";
import { addCheckpoint } from "@/lib/audit/checkpoint/commands";
import { loadSigningKey, signingKey } from "@/lib/audit/checkpoint/key";
import { checkpointOf } from "@/lib/audit/checkpoint/queries";
import { checkpointsIn, setSecondPlace } from "@/lib/audit/checkpoint/second-place";
import { setEventKey } from "@/lib/audit/key";
import { brokenSentence } from "@/lib/audit/verify/broken-sentence";
import { verifyHistory } from "@/lib/audit/verify/verify";
import { write } from "@/lib/audit/write";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import type { Environment } from "@/lib/environment";
import { RuleError } from "@/lib/errors";
import { rebuildLedgerEntries } from "@/lib/ledger/derived/derived";
import { readEventKey } from "@/lib/open-ledger";
import { fileHash, lastEvent, syncToDisk } from "./backup";
import { holdAlone, type Lost, type Replaced } from "./replaced";

export type Restoration = {
  /** Where the replaced database stands now; null when there was none. */
  replacedAs: string | null;
  /** The events that were in the replaced database and are not in the restored one; null when none were. */
  lost: Lost | null;
  /** The event that says so. */
  seq: number;
};

/**
 * Puts a backup in the place of the database, with the server stopped. The backup is copied, checked, brought to the
 * newest shape and verified before anything is touched; the replaced database stays beside it under a dated name; the
 * restored one says in an event of its own, and in a signed checkpoint, which events were lost, so that the gap does not
 * look like tampering.
 * Sessions end, and tokens that were revoked since stay revoked. Throws RuleError with nothing changed.
 */
export async function restoreBackup(
  actor: Actor,
  environment: Environment,
  source: string,
): Promise<Restoration> {
  assertCan(actor, "backup.run", { regionCode: null });
  const { databasePath, dataDir } = environment;
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  setEventKey(readEventKey(environment));
  loadSigningKey(environment);
  const replaced = holdAlone(databasePath);
  const candidate = `${databasePath}.restoring`;
  try {
    discard(candidate);
    await prepare(source, candidate);
    setSecondPlace(environment.checkpointDir);
    const lost = replaced.lostSince(candidate) ?? lostByCheckpoint(environment, candidate);
    const sha256 = await fileHash(source);
    const { seq, name } = await write(async (tx) => {
      await bringUpToDate(tx, replaced);
      const name = replaced.exists ? freeName(databasePath, tx.now) : null;
      const seq = await record(tx, actor, {
        action: "backup.restored",
        details: {
          file: basename(source),
          sha256,
          replacedAs: name && basename(name),
          lostFromSeq: lost?.fromSeq ?? null,
          lostToSeq: lost?.toSeq ?? null,
        },
      });
      await addCheckpoint(tx, withEarlier(lost, replaced));
      return { seq, name };
    });
    closeDatabase();
    replaced.release();
    swap(databasePath, candidate, name);
    return { replacedAs: name, lost, seq };
  } finally {
    closeDatabase();
    replaced.release();
    discard(candidate);
  }
}

/** What earlier restores left behind is not in the restored database either. */
function withEarlier(lost: Lost | null, replaced: Replaced): Lost | null {
  const earlier = replaced
    .restores()
    .map(checkpointOf)
    .filter((one) => isSignedBy(one, signingKey().publicKey))
    .flatMap((one) => one.lost ?? []);
  const [furthest] = earlier.sort((one, other) => other.toSeq - one.toSeq);
  if (!lost || !furthest || furthest.toSeq <= lost.toSeq) return lost;
  return { ...furthest, fromSeq: Math.min(lost.fromSeq, furthest.fromSeq) };
}

/** Where the replaced database is gone or unreadable, the newest checkpoint says how far the chain had come. */
function lostByCheckpoint({ checkpointDir }: Environment, candidate: string): Lost | null {
  const file = new Database(candidate, { readonly: true });
  try {
    const last = lastEvent(file);
    const first = file.prepare("SELECT hash FROM events WHERE seq = 1").pluck().get();
    const newest = checkpointsIn(checkpointDir)
      .filter(({ ledger, seq }) => ledger === first && seq > last.seq)
      .filter((one) => isSignedBy(one, signingKey().publicKey))
      .at(-1);
    return newest ? { fromSeq: last.seq + 1, toSeq: newest.seq, head: newest.head } : null;
  } finally {
    file.close();
  }
}

/** A checked, migrated and verified copy of the backup, opened as the database of this process. */
async function prepare(source: string, candidate: string): Promise<void> {
  const file = basename(source);
  if (!existsSync(source)) throw unreadable(file, "no such file");
  copyFileSync(source, candidate);
  chmodSync(candidate, 0o600);
  let migrated: string[];
  try {
    assertWholeLedger(candidate);
    migrated = migrate(candidate);
    const handle = new Database(candidate);
    handle.transaction(() => installGuards(handle)).immediate();
    handle.close();
  } catch (error) {
    if (error instanceof UnusableDatabaseError || error instanceof Database.SqliteError)
      throw unreadable(file, error.message);
    throw error;
  }
  openDatabase(candidate);
  if (migrated.length > 0) await write((tx) => rebuildLedgerEntries(tx));
  const { broken } = await read((tx) => verifyHistory(tx));
  if (broken) throw new RuleError("restoreBroken", { detail: brokenSentence(broken) });
}

/** Any SQLite file can be migrated into an empty ledger; a backup has events. */
function assertWholeLedger(path: string): void {
  const handle = new Database(path, { readonly: true });
  try {
    const [check] = handle.pragma("integrity_check(1)") as { integrity_check: string }[];
    if (check?.integrity_check !== "ok")
      throw new UnusableDatabaseError("corrupt", check?.integrity_check ?? "");
    lastEvent(handle);
  } finally {
    handle.close();
  }
}

async function bringUpToDate(tx: WriteTx, replaced: Replaced): Promise<void> {
  await tx.delete(sessions);
  for (const { tokenHash, revokedAt } of replaced.revokedTokens()) {
    await tx
      .update(apiTokens)
      .set({ revokedAt })
      .where(and(eq(apiTokens.tokenHash, tokenHash), isNull(apiTokens.revokedAt)));
  }
}

/** At every moment one of the two stands under the database's name, whole. */
function swap(databasePath: string, candidate: string, name: string | null): void {
  if (name) {
    for (const suffix of ["-wal", "-shm"])
      if (existsSync(databasePath + suffix)) renameSync(databasePath + suffix, name + suffix);
    keepUnder(databasePath, name);
  }
  syncToDisk(candidate);
  renameSync(candidate, databasePath);
  syncToDisk(dirname(databasePath));
}

function keepUnder(path: string, name: string): void {
  try {
    linkSync(path, name);
  } catch {
    copyFileSync(path, name);
    syncToDisk(name);
  }
}

function freeName(path: string, now: string): string {
  const stamp = now.slice(0, 19).replaceAll(":", "-");
  let name = `${path}.replaced-${stamp}`;
  for (let n = 2; existsSync(name); n += 1) name = `${path}.replaced-${stamp}-${n}`;
  return name;
}

function discard(path: string): void {
  for (const suffix of ["", "-wal", "-shm", ".before-migration"])
    rmSync(path + suffix, { force: true });
}

function unreadable(file: string, detail: string): RuleError {
  return new RuleError("restoreUnreadable", { file, detail }, "file");
}
