import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { asc, gt } from "drizzle-orm";
import { read } from "@/db/client";
import { checkpoints } from "@/db/schema";
import { type Checkpoint, checkpointFileName, checkpointText, parseCheckpoint } from "./checkpoint";
import { publicKeyPem } from "./key";
import { checkpointOf } from "./queries";

/** Where copies of checkpoints go, and which have gone there. */
type SecondPlace = { directory: string; copiedToId: number; due: boolean; fault: string | null };

const shared = globalThis as { [key: symbol]: unknown };
const PLACE = Symbol.for("ledger.checkpointPlace");

/** Sets the folder for this process. It is made with the first checkpoint. */
export function setSecondPlace(directory: string): void {
  shared[PLACE] = { directory, copiedToId: 0, due: true, fault: null } satisfies SecondPlace;
}

/** The folder, and why the last copy could not be written; null where no folder is set. */
export function secondPlace(): { directory: string; fault: string | null } | null {
  return (shared[PLACE] as SecondPlace | undefined) ?? null;
}

/** Says that a checkpoint waits to be copied. The copy is made after the transaction. */
export function copiesAreDue(): void {
  const place = shared[PLACE] as SecondPlace | undefined;
  if (place) place.due = true;
}

/**
 * Writes the checkpoints that are not in the second place yet, one file each, never over another. What goes wrong there
 * never undoes the write in the ledger: it is said in the log and on the page, and tried again with the next one.
 */
export async function copyCheckpoints(): Promise<void> {
  const place = shared[PLACE] as SecondPlace | undefined;
  if (!place?.due) return;
  place.due = false;
  const rows = await read((tx) =>
    tx
      .select()
      .from(checkpoints)
      .where(gt(checkpoints.id, place.copiedToId))
      .orderBy(asc(checkpoints.id)),
  );
  try {
    if (rows.length > 0) mkdirSync(place.directory, { recursive: true, mode: 0o700 });
    if (rows.length > 0) writeOnce(join(place.directory, "public-key.pem"), publicKeyPem());
    for (const row of rows) {
      const checkpoint = checkpointOf(row);
      writeOnce(join(place.directory, checkpointFileName(checkpoint)), checkpointText(checkpoint));
      place.copiedToId = row.id;
    }
    place.fault = null;
  } catch (error) {
    place.due = true;
    place.fault = error instanceof Error ? error.message : String(error);
    console.error(`Checkpoints cannot be copied to ${place.directory}: ${place.fault}`);
  }
}

/** The checkpoints of a folder, in the order of their events. */
export function checkpointsIn(directory: string): Checkpoint[] {
  if (!existsSync(directory)) return [];
  return readdirSync(directory)
    .filter((name) => /^checkpoint-.*\.json$/.test(name))
    .flatMap((name) => parseCheckpoint(readFileSync(join(directory, name), "utf8")) ?? [])
    .sort((one, other) => one.seq - other.seq);
}

function writeOnce(path: string, text: string): void {
  if (existsSync(path)) return;
  const file = openSync(path, "wx", 0o600);
  try {
    writeSync(file, text);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
