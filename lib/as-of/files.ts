import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from "node:fs";
import { dirname, join } from "node:path";
import { databasePath } from "@/db/client";

const UNFINISHED = ".unfinished";

/** Where the file of a state stands: in the data folder, readable for its owner alone. */
export function snapshotPath(name: string): string {
  return join(folder(), `${name}.db`);
}

const MINUTE_MS = 60_000;

/** Whether the file is there; it counts as used at this moment, give or take a minute. */
export function isMade(path: string, now: string): boolean {
  const file = statSync(path, { throwIfNoEntry: false });
  if (!file) return false;
  const used = new Date(now);
  if (Math.abs(used.getTime() - file.mtimeMs) > MINUTE_MS) utimesSync(path, used, used);
  return true;
}

/** Makes room for one more where so many are kept: removes what was used longest ago. At 100,000 projects each has about 300 MB. */
export function makeRoom(kept: number): void {
  mkdirSync(folder(), { recursive: true, mode: 0o700 });
  keepSnapshots(kept - 1);
}

/** Keeps so many of the files, those used last. */
export function keepSnapshots(kept: number): void {
  if (!existsSync(folder())) return;
  const files = readdirSync(folder())
    .filter((name) => name.endsWith(".db"))
    .map((name) => join(folder(), name))
    .map((path) => ({ path, usedMs: statSync(path).mtimeMs }))
    .sort((one, other) => other.usedMs - one.usedMs);
  for (const { path } of files.slice(kept)) rmSync(path, { force: true });
}

/** Under which name a file is made until it is whole. */
export function unfinishedPath(path: string, tag: string): string {
  return `${path}.${tag}${UNFINISHED}`;
}

/** Removes every state of the past: they can be made again. For a server that starts, whose rules may be newer. */
export function forgetSnapshots(): void {
  rmSync(folder(), { recursive: true, force: true });
}

function folder(): string {
  return join(dirname(databasePath()), "cache", "as-of");
}
