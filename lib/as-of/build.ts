import { rmSync } from "node:fs";
import { type SQL, sql } from "drizzle-orm";
import { endOfDay, type Tx, type WriteTx } from "@/db/client";
import { type Difference, isOn } from "@/db/snapshot/copy";
import {
  beginChanges,
  copyEntries,
  copyProgress,
  copySearch,
  copyShares,
  indexProgress,
} from "@/db/snapshot/derived";
import {
  type Building,
  beginSnapshot,
  breathe,
  finishSnapshot,
  makeIndexes,
} from "@/db/snapshot/file";
import { fillBusinessTables } from "@/db/snapshot/fill";
import {
  attachReported,
  reportedPath,
  seePastProjects,
  takeReported,
} from "@/db/snapshot/reported";
import { REPORTED_TABLES, tablesHeld } from "@/db/snapshot/tables";
import { noteTouched, noteTouchedProgress, type Touched } from "@/db/snapshot/touched";
import { deriveMissing, deriveMissingEntries } from "@/lib/ledger/derived/derived";
import { FIGURE_COLUMNS, FIGURES_OF_PROJECTS, refreshFigures } from "@/lib/ledger/derived/figures";
import { ORDER_COLUMNS, refreshProgressOrder } from "@/lib/ledger/derived/progress-order";
import { addMissingProgress, PROGRESS_COLUMNS } from "@/lib/monthly-return/progress";
import { addStoredYears, addYears, insertSums, type MonthSums } from "@/lib/progress/sum-months";

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
const SHARES = { business: 0.55, copied: 0.65, derived: 0.7, reported: 0.8 } as const;

/**
 * Makes the file of a state of the past: the business rows from their history, and what is derived from them. `report`
 * is told how much is done, from 0 to 1. Blocks for tens of milliseconds at a time and longer: in a server, run it in a
 * thread of its own, and `buildReported()` in another: `reportedMade` is called once that may begin.
 */
export async function buildSnapshot(
  task: SnapshotTask,
  report: (share: number) => void = () => {},
  reportedMade: () => Promise<void> = () => buildReported(task),
): Promise<void> {
  const { path } = task;
  const building = beginSnapshot(path, { ...task, tables: tablesHeld() });
  const tx = transactionOf(building, task);
  const reported = reportedMade();
  // Who waits for it hears of a failure below.
  reported.catch(() => undefined);
  await fillBusinessTables(building, exceptReported(), (share) => report(share * SHARES.business));
  const touched = noteTouched(building, FIGURES_OF_PROJECTS);
  const indexes = copyEntries(building, await differenceOf(tx, touched));
  const ofReturns = indexes.filter(({ sql }) => isOn(sql, ORDER_COLUMNS));
  await refreshFigures(tx, touched.figures);
  await deriveMissingEntries(tx, touched.entries);
  await makeIndexes(
    building,
    indexes.filter((index) => !ofReturns.includes(index)),
  );
  report(SHARES.copied);
  copyShares(building);
  await breathe();
  copySearch(building);
  await deriveMissing(tx, touched);
  report(SHARES.derived);
  await reported;
  report(SHARES.reported);
  attachReported(building, path);
  await takeReported(building);
  await refreshProgressOrder(tx, touched.order);
  await makeIndexes(building, ofReturns);
  beginChanges(building);
  finishSnapshot(building, path);
  rmSync(reportedPath(path));
  report(1);
}

/**
 * Makes the file beside it of what units reported and what is derived from that alone. Begun after the snapshot, it sees
 * the same state of the ledger or a later one: what it leaves untouched, nobody touched in either.
 */
export async function buildReported(task: SnapshotTask): Promise<void> {
  const path = reportedPath(task.path);
  const building = beginSnapshot(path, { ...task, tables: REPORTED_TABLES });
  const tx = transactionOf(building, task);
  await fillBusinessTables(building, REPORTED_TABLES);
  const touched = noteTouchedProgress(building, PROGRESS_COLUMNS);
  copyProgress(building);
  const sums: MonthSums = new Map();
  await addStoredYears(tx, sums);
  seePastProjects(building);
  await addMissingProgress(tx, await idsIn(tx, touched), (years) => addYears(sums, years));
  insertSums(tx, sums);
  await indexProgress(building);
  finishSnapshot(building, path);
}

function exceptReported(): string[] {
  return tablesHeld().filter((table) => !REPORTED_TABLES.includes(table));
}

/** Of the entries, against those of today: what returns say of them is not known yet. */
async function differenceOf(tx: Tx, { figures, entries }: Touched): Promise<Difference> {
  const [[others, missing] = []] = await tx.values(
    sql`SELECT (SELECT count(*) FROM ${figures}), (SELECT count(*) FROM ${entries})`,
  );
  return {
    columns: FIGURE_COLUMNS,
    others: Number(others),
    unknown: ORDER_COLUMNS,
    missing: Number(missing),
  };
}

async function idsIn(tx: Tx, subquery: SQL): Promise<number[]> {
  return (await tx.values(sql`SELECT * FROM ${subquery}`)).map(([id]) => Number(id));
}

function transactionOf({ handle: { db } }: Building, { seq, day }: SnapshotTask): WriteTx {
  const moment: Pick<Tx, "now" | "today" | "asOf"> = { now: endOfDay(day), today: day, asOf: seq };
  return Object.assign(Object.create(db), moment) as WriteTx;
}
