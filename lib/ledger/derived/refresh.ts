import type { WriteTx } from "@/db/client";
import { refreshEntries } from "./derived";

const waiting = new WeakMap<WriteTx, Set<number>>();
/** About twenty milliseconds of work. */
const SLICE = 200;

/** Brings the ledger's narrow row and the search index of one project up to date. Called by `change()`. */
export async function refreshLedgerEntry(tx: WriteTx, projectId: number): Promise<void> {
  const together = waiting.get(tx);
  if (together) together.add(projectId);
  else await refreshEntries(tx, [projectId]);
}

/**
 * What `act` changes of projects is derived once, at its end and in slices: for commands that write thousands of them.
 * Until then the ledger's narrow rows are those of before. `onSlice` hears how many are done.
 */
export async function refreshTogether<Result>(
  tx: WriteTx,
  act: () => Promise<Result>,
  onSlice: (done: number, total: number) => void = () => undefined,
): Promise<Result> {
  const together = new Set<number>();
  waiting.set(tx, together);
  const result = await act().finally(() => waiting.delete(tx));
  const ids = [...together].sort((one, other) => one - other);
  for (let from = 0; from < ids.length; from += SLICE) {
    await refreshEntries(tx, ids.slice(from, from + SLICE));
    onSlice(Math.min(ids.length, from + SLICE), ids.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return result;
}
