import { transact } from "@/db/client";
import { addDailyCheckpoint } from "./commands";
import { copyCheckpoints } from "./second-place";

const PAUSE_MS = 10 * 60_000;

/** Looks every few minutes whether the day has its checkpoint, from now on until the process ends. */
export async function keepCheckpoints(): Promise<void> {
  await checkpointOfTheDay();
  setInterval(() => void checkpointOfTheDay(), PAUSE_MS).unref();
}

/** A disk that is full, or a database that is busy, must not end the server: the next look comes soon. */
async function checkpointOfTheDay(): Promise<void> {
  try {
    await transact(addDailyCheckpoint);
    await copyCheckpoints();
  } catch (error) {
    console.error(
      `No checkpoint could be written: ${error instanceof Error ? error.message : error}`,
    );
  }
}
