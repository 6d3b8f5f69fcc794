import { createHash } from "node:crypto";
import {
  chmodSync,
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { basename, dirname } from "node:path";
import Database from "better-sqlite3";
import { write } from "@/lib/audit/write";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { recordBackup } from "./upkeep";

export type Backup = {
  path: string;
  bytes: number;
  sha256: string;
  /** The last event that is in it, and the hash the chain has there; 0 and "" for a ledger without events. */
  seq: number;
  head: string;
};

/**
 * Writes a consistent copy of the ledger to a new file, while others go on reading and writing. The copy counts only
 * once it has passed its check: until then it has another name. It holds no event key: without the key it can be read
 * and its hashes checked, but no event can be sealed. Throws RuleError when the file exists or cannot stand
 * there. Blocks while it copies: a server runs `copyDatabase()` in a worker.
 */
export async function createBackup(actor: Actor, source: string, target: string): Promise<Backup> {
  await write(async () => assertCan(actor, "backup.run", { regionCode: null }));
  const { seq, head } = copyDatabase(source, target);
  const backup = { path: target, bytes: statSync(target).size, sha256: await fileHash(target) };
  const details = { file: basename(target), bytes: backup.bytes, sha256: backup.sha256, seq, head };
  await write((tx) => recordBackup(tx, actor, details));
  return { ...backup, seq, head };
}

/** The copying itself, on handles of its own. Returns the last event of the copy. */
export function copyDatabase(source: string, target: string): { seq: number; head: string } {
  const file = basename(target);
  if (existsSync(target)) throw new RuleError("backupExists", { file }, "file");
  if (!existsSync(dirname(target))) throw new RuleError("backupFolder", { file }, "file");
  const unchecked = `${target}.unchecked-${process.pid}`;
  try {
    const from = new Database(source, { readonly: true, fileMustExist: true });
    try {
      from.prepare("VACUUM INTO ?").run(unchecked);
    } finally {
      from.close();
    }
    const last = checkedHead(unchecked);
    chmodSync(unchecked, 0o600);
    syncToDisk(unchecked);
    moveToNew(unchecked, target);
    syncToDisk(dirname(target));
    return last;
  } finally {
    rmSync(unchecked, { force: true });
  }
}

/** Whether a database file is whole; throws RuleError otherwise. Returns its last event. */
function checkedHead(path: string): { seq: number; head: string } {
  const file = new Database(path, { readonly: true });
  try {
    const [check] = file.pragma("integrity_check(1)") as { integrity_check: string }[];
    if (check?.integrity_check !== "ok")
      throw new RuleError("backupDamaged", { detail: check?.integrity_check ?? "" });
    return lastEvent(file);
  } finally {
    file.close();
  }
}

export function lastEvent(file: Database.Database): { seq: number; head: string } {
  const last = file.prepare("SELECT seq, hash AS head FROM events ORDER BY seq DESC LIMIT 1").get();
  return (last as { seq: number; head: string } | undefined) ?? { seq: 0, head: "" };
}

/** Renaming alone would overwrite: the name is taken first. Throws RuleError when somebody else took it in between. */
function moveToNew(from: string, target: string): void {
  try {
    closeSync(openSync(target, "wx", 0o600));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST")
      throw new RuleError("backupExists", { file: basename(target) }, "file");
    throw error;
  }
  renameSync(from, target);
}

/** A file's bytes or a folder's names survive a power cut once this returns. */
export function syncToDisk(path: string): void {
  const descriptor = openSync(path, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

export async function fileHash(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest("hex");
}
