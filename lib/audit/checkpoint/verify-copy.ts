import type { KeyObject } from "node:crypto";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import Database from "better-sqlite3";
import { readCopy } from "@/db/client";
import { RuleError } from "@/lib/errors";
import { type Verification, verifyHistory } from "../verify/verify";
import { type Checkpoint, keyIdOf } from "./checkpoint";

/**
 * Verifies a database file against a checkpoint that was kept elsewhere, with the public key alone: the app does not
 * run, and no secret is needed. Throws RuleError for what is no ledger, and for a checkpoint of another key.
 */
export async function verifyCopy(
  path: string,
  { publicKey, checkpoint }: { publicKey: KeyObject; checkpoint: Checkpoint | null },
): Promise<Verification> {
  if (checkpoint && checkpoint.keyId !== keyIdOf(publicKey)) throw new RuleError("checkpointKey");
  const options = { key: null, publicKey, checkpoints: checkpoint ? [checkpoint] : [] };
  const file = basename(path);
  if (!existsSync(path)) throw new RuleError("restoreUnreadable", { file, detail: "no such file" });
  try {
    return await fromReadableFolder(path, (readable) =>
      readCopy(readable, (tx) => verifyHistory(tx, options)),
    );
  } catch (error) {
    if (error instanceof Database.SqliteError)
      throw new RuleError("restoreUnreadable", { file, detail: error.message });
    throw error;
  }
}

/** SQLite keeps a small file beside a database that was in use; where the folder takes none, a copy is read. */
async function fromReadableFolder<T>(path: string, ask: (path: string) => Promise<T>): Promise<T> {
  try {
    return await ask(path);
  } catch (error) {
    const refused =
      error instanceof Database.SqliteError &&
      ["SQLITE_CANTOPEN", "SQLITE_READONLY_DIRECTORY", "SQLITE_READONLY"].includes(error.code);
    if (!refused) throw error;
  }
  const folder = mkdtempSync(join(tmpdir(), "ledger-copy-"));
  try {
    const copy = join(folder, "ledger.db");
    copyFileSync(path, copy);
    if (existsSync(`${path}-wal`)) copyFileSync(`${path}-wal`, `${copy}-wal`);
    return await ask(copy);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
