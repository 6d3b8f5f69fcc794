import { read } from "@/db/client";
import { factsAtHand, readAllFacts } from "./kept";

const PAUSE_MS = 2_000;
const BREATH_MS = 10;

/**
 * Reads the facts of the present in the background, and again whenever too much has changed for a page of the ledger to
 * catch up by itself, from now on until the process ends. Until then pages ask SQLite.
 */
export function keepFactsAtHand(): void {
  let reading = false;
  const look = async () => {
    if (reading) return;
    reading = true;
    await bringFactsToHand().catch((error: unknown) => console.error(error));
    reading = false;
  };
  setInterval(() => void look(), PAUSE_MS).unref();
}

/** The same once, until they are at hand. */
export async function bringFactsToHand(): Promise<void> {
  await read(async (tx) => {
    if (!(await factsAtHand(tx))) await readAllFacts(tx, breathe);
  });
}

/** A block takes a few milliseconds: who asks meanwhile has most of the time. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, BREATH_MS));
}
