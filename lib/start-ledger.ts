import { UnusableDatabaseError } from "@/db/migrate";
import { forgetSnapshots } from "@/lib/as-of/files";
import { keepCheckpoints } from "@/lib/audit/checkpoint/daily";
import { EnvironmentError, environment } from "@/lib/environment";
import { keepFactsAtHand } from "@/lib/ledger/facts/keep";
import { openLedger } from "@/lib/open-ledger";
import { keepRetention } from "@/lib/retention/apply";

/** Opens the ledger for a server. What an operator can mend is said in a sentence, and the process ends. */
export async function startLedger(): Promise<void> {
  try {
    await openLedger(environment(), (line) => console.log(line));
    forgetSnapshots();
    await keepCheckpoints();
    await keepRetention();
    keepFactsAtHand();
  } catch (error) {
    console.error(startFailure(error));
    process.exit(1);
  }
}

/** What an operator should know about a failed start; bugs keep their stack. */
export function startFailure(error: unknown): string {
  if (error instanceof EnvironmentError) return error.message;
  if (error instanceof UnusableDatabaseError)
    return `${SENTENCES[error.reason]} (${error.message})`;
  if (error instanceof Error && "code" in error) {
    const code = String(error.code);
    if (code === "ENOSPC" || code === "SQLITE_FULL")
      return "The disk is full: nothing was changed. Make room and start again.";
    if (code.startsWith("SQLITE_BUSY"))
      return "Another process holds the database: nothing was changed. Stop it and start again.";
    if (UNWRITABLE.has(code)) {
      return `The data folder cannot be written: ${error.message}`;
    }
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const UNWRITABLE = new Set([
  "EACCES",
  "EEXIST",
  "ENOTDIR",
  "EROFS",
  "SQLITE_CANTOPEN",
  "SQLITE_READONLY",
]);

const SENTENCES: Record<UnusableDatabaseError["reason"], string> = {
  corrupt:
    "The database file is damaged and was left as it is. Move it aside and restore the last backup: npm run -s ledger -- restore FILE.",
  newer:
    "The database was made by a newer version of the ledger. Start that version, or restore an older backup.",
  changed:
    "A migration that has already run was edited since. Put the original file back into db/migrations.",
};
