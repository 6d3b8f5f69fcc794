import { readdirSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { databasePath, read, transact } from "@/db/client";
import { keepSnapshots } from "@/lib/as-of/files";
import { removeEndedSessions } from "@/lib/auth/sessions";
import { removeOldFailures } from "@/lib/auth/sign-in";
import { loadRetention } from "./queries";

const PAUSE_MS = 60 * 60_000;

/** Applies what is kept how long, now and every hour until the process ends. */
export async function keepRetention(): Promise<void> {
  await applyQuietly();
  setInterval(() => void applyQuietly(), PAUSE_MS).unref();
}

/** Removes what is kept no longer: ended sessions, old failed sign-ins, spare states of the past, old update copies. */
export async function applyRetention(): Promise<void> {
  const { asOfFiles, updateBackups } = await read(loadRetention);
  await transact(async (tx) => {
    await removeEndedSessions(tx);
    await removeOldFailures(tx);
  });
  keepSnapshots(asOfFiles);
  for (const path of updateCopies().slice(updateBackups)) rmSync(path, { force: true });
}

/** A disk or a database that is busy must not end the server: the next hour comes. */
async function applyQuietly(): Promise<void> {
  try {
    await applyRetention();
  } catch (error) {
    console.error(
      `What is kept no longer could not be removed: ${error instanceof Error ? error.message : error}`,
    );
  }
}

/** What `migrate()` left beside the database, the newest first. */
function updateCopies(): string[] {
  const start = `${basename(databasePath())}.before-migration`;
  const folder = dirname(databasePath());
  return readdirSync(folder)
    .filter((name) => name.startsWith(start) && /^(-\d+)?$/.test(name.slice(start.length)))
    .map((name) => ({ path: join(folder, name), madeMs: statSync(join(folder, name)).mtimeMs }))
    .sort((one, other) => other.madeMs - one.madeMs)
    .map(({ path }) => path);
}
