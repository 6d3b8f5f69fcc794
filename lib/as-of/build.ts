import { type SQL, sql } from "drizzle-orm";
import { endOfDay, type Tx, type WriteTx } from "@/db/client";
import {
  beginChanges,
  beginEntries,
  copyProgress,
  copySearch,
  copyShares,
  finishEntries,
  indexProgress,
} from "@/db/snapshot/derived";
import { type Building, beginSnapshot, breathe, finishSnapshot } from "@/db/snapshot/file";
import { fillBusinessTables } from "@/db/snapshot/fill";
import { noteTouched } from "@/db/snapshot/touched";
import { deriveMissing, deriveMissingEntries } from "@/lib/ledger/derived/derived";
import { refreshProgressOrder } from "@/lib/ledger/derived/progress-order";
import { addMissingProgress, PROGRESS_COLUMNS } from "@/lib/monthly-return/progress";
import { sumMonths } from "@/lib/progress/sum-months";

export type SnapshotTask = {
  /** Where the file is made; it must not be there yet. */
  path: string;
  ledgerPath: string;
  /** The last event that was known. */
  seq: number;
  /** The day in Beijing that it is in the snapshot. */
  day: string;
};

/** About how much of the work is done before each step. */
const SHARES = {
  touched: 0.4,
  progress: 0.45,
  entries: 0.7,
  copied: 0.75,
  shares: 0.8,
  missing: 0.9,
} as const;

/**
 * Makes the file of a state of the past: the business rows from their history, and what is derived from them. `report`
 * is told how much is done, from 0 to 1. Blocks for tens of milliseconds at a time and longer: in a server, run it in a
 * thread of its own.
 */
export async function buildSnapshot(
  { path, ledgerPath, seq, day }: SnapshotTask,
  report: (share: number) => void = () => {},
): Promise<void> {
  const building = beginSnapshot(path, ledgerPath, seq);
  const tx = buildingTransaction(building, day);
  await fillBusinessTables(building, (share) => report(share * SHARES.touched));
  const touched = noteTouched(building, PROGRESS_COLUMNS);
  report(SHARES.progress);
  copyProgress(building);
  await addMissingProgress(tx, await idsIn(tx, touched.progress));
  await sumMonths(tx);
  await indexProgress(building);
  report(SHARES.entries);
  beginEntries(building);
  await deriveMissingEntries(tx, touched.entries);
  await refreshProgressOrder(tx, touched.order);
  report(SHARES.copied);
  finishEntries(building);
  report(SHARES.shares);
  copyShares(building);
  await breathe();
  copySearch(building);
  report(SHARES.missing);
  await deriveMissing(tx, touched);
  beginChanges(building);
  finishSnapshot(building, path);
  report(1);
}

async function idsIn(tx: Tx, subquery: SQL): Promise<number[]> {
  return (await tx.values(sql`SELECT * FROM ${subquery}`)).map(([id]) => Number(id));
}

function buildingTransaction({ handle: { db }, seq }: Building, day: string): WriteTx {
  const moment: Pick<Tx, "now" | "today" | "asOf"> = { now: endOfDay(day), today: day, asOf: seq };
  return Object.assign(Object.create(db), moment) as WriteTx;
}
