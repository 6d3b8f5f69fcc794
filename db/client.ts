import { AsyncLocalStorage } from "node:async_hooks";
import Database from "better-sqlite3";
import { type Db, type Handle, handleOn, openHandle } from "./handle";
import { closePools, lease, type Pool, poolOf } from "./pool";
import { openSnapshotHandle, type Snapshot } from "./snapshot/handle";

/** A transaction with the moment it began: `today` is the calendar day in Beijing. */
export type Tx = Db & {
  readonly now: string;
  readonly today: string;
  /** The state of the past that is read, by the last event known then; null for the present. */
  readonly asOf: number | null;
};
declare const writable: unique symbol;
/** A transaction that may write. Only `write()` makes one. */
export type WriteTx = Tx & { readonly [writable]: true };

type Client = {
  path: string;
  writer: Handle;
  readers: Pool;
  /** Readers of states of the past, by file, the last used last. */
  past: Map<string, Pool>;
  lastWrite: Promise<unknown>;
};

const READERS = 4;
const READERS_OF_A_SNAPSHOT = 2;
/** States of the past that are kept open at a time. */
const SNAPSHOTS_OPEN = 4;
const LOCK_PATIENCE_MS = 5_000;
const LOCK_PAUSE_MS = 20;
const TURN_PATIENCE_MS = 15_000;

/** Another process holds the database's lock for longer than we wait. Nothing was written. */
export class DatabaseBusyError extends Error {
  override name = "DatabaseBusyError";
}

// Next loads this module several times in one process; two writer handles would wait for each other for ever.
const shared = globalThis as {
  [key: symbol]: unknown;
};
const CLIENT = Symbol.for("ledger.database");
const CLOCK = Symbol.for("ledger.clock");
const inTransaction = new AsyncLocalStorage<true>();

/**
 * Opens the database file with one writer and a few read-only handles. It must have been migrated.
 * Opening the open file again does nothing; opening another one closes the first.
 */
export function openDatabase(path: string): void {
  const open = shared[CLIENT] as Client | undefined;
  if (open?.path === path) return;
  if (open) closeDatabase();
  const writer = openHandle(path, { timeout: 0 });
  const readers = poolOf(READERS, () => openHandle(path, { readonly: true }));
  shared[CLIENT] = {
    path,
    writer,
    readers,
    past: new Map(),
    lastWrite: Promise.resolve(),
  } satisfies Client;
}

export function closeDatabase(): void {
  const open = shared[CLIENT] as Client | undefined;
  if (!open) return;
  delete shared[CLIENT];
  closePools([open.readers, ...open.past.values()]);
  open.writer.file.close();
}

/**
 * Sets the clock that transactions read; without an argument, back to the real one. Returns the one before. For tests
 * and for 演示数据.
 */
export function setClock(now?: () => Date): (() => Date) | undefined {
  const before = shared[CLOCK] as (() => Date) | undefined;
  if (now) shared[CLOCK] = now;
  else delete shared[CLOCK];
  return before;
}

/** The path of the open database file. */
export function databasePath(): string {
  return client().path;
}

/**
 * One consistent snapshot on a read-only handle: whatever the callback asks, all answers belong together. With `asOf`
 * it is the state of the past that `lib/as-of` made a file of, and `tx.today` is that day.
 * Inside, await only the transaction. Nesting throws.
 */
export async function read<T>(
  ask: (tx: Tx) => Promise<T>,
  { asOf = null }: { asOf?: Snapshot | null } = {},
): Promise<T> {
  refuseNesting();
  const open = client();
  return lease(asOf ? pastOf(open, asOf) : open.readers, async ({ file, db }) => {
    try {
      // Kept statements: a page reads four times, and text would be parsed anew each time.
      file.prepare("BEGIN").run();
      return await inTransaction.run(true, () => ask(asOf ? past(db, asOf) : transaction(db)));
    } finally {
      if (file.inTransaction) file.prepare("COMMIT").run();
    }
  });
}

function pastOf({ path, past }: Client, snapshot: Snapshot): Pool {
  const pool =
    past.get(snapshot.path) ??
    poolOf(READERS_OF_A_SNAPSHOT, () => openSnapshotHandle(snapshot, path));
  past.delete(snapshot.path);
  past.set(snapshot.path, pool);
  const [oldest] = past.keys();
  if (past.size > SNAPSHOTS_OPEN && oldest !== undefined) {
    closePools([past.get(oldest)].filter((one) => one !== undefined));
    past.delete(oldest);
  }
  return pool;
}

/** Who waits for a person's click gives up after a while and says so; who works in the background is `patient`. */
export type Patience = "patient" | undefined;

/**
 * Asks a copy of a ledger that lies anywhere, beside the open one or without one: read-only, whatever its journal mode,
 * with one consistent snapshot.
 */
export async function readCopy<T>(path: string, ask: (tx: Tx) => Promise<T>): Promise<T> {
  const file = new Database(path, { readonly: true, fileMustExist: true });
  try {
    const { db } = handleOn(file);
    file.exec("BEGIN");
    return await ask(transaction(db));
  } finally {
    file.close();
  }
}

/**
 * One atomic write: all of it or, when the callback throws, nothing. Writes run one after the other.
 * Throws DatabaseBusyError when another process holds the lock for five seconds, or a large write of this one for
 * fifteen: then nothing was begun.
 */
export async function transact<T>(
  act: (tx: WriteTx) => Promise<T>,
  patience?: Patience,
): Promise<T> {
  refuseNesting();
  const open = client();
  let state: "waiting" | "begun" | "given up" = "waiting";
  const turn = open.lastWrite.then(() => {
    if (state === "given up") throw new DatabaseBusyError("A large write took too long.");
    state = "begun";
    return inOneTransaction(open.writer, act);
  });
  open.lastWrite = turn.catch(() => undefined);
  if (patience === "patient") return turn;
  let timer: NodeJS.Timeout | undefined;
  const impatience = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      if (state === "begun") return;
      state = "given up";
      reject(new DatabaseBusyError("A large write is under way."));
    }, TURN_PATIENCE_MS);
  });
  return Promise.race([turn, impatience]).finally(() => clearTimeout(timer));
}

async function inOneTransaction<T>(writer: Handle, act: (tx: WriteTx) => Promise<T>): Promise<T> {
  await begin(writer.file);
  try {
    const result = await inTransaction.run(true, () => act(transaction(writer.db) as WriteTx));
    writer.file.exec("COMMIT");
    return result;
  } finally {
    if (writer.file.inTransaction) writer.file.exec("ROLLBACK");
  }
}

/** Takes the write lock without blocking the process while another one has it. */
async function begin(file: Database.Database): Promise<void> {
  const giveUpAt = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      file.exec("BEGIN IMMEDIATE");
      return;
    } catch (error) {
      if (!isBusy(error)) throw error;
      if (Date.now() > giveUpAt)
        throw new DatabaseBusyError("The database is locked by another process.");
      await new Promise((resolve) => setTimeout(resolve, LOCK_PAUSE_MS));
    }
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith("SQLITE_BUSY");
}

function transaction(db: Db): Tx {
  const now = ((shared[CLOCK] as (() => Date) | undefined) ?? (() => new Date()))();
  return Object.assign(Object.create(db) as Db, {
    now: now.toISOString(),
    today: beijingDay(now),
    asOf: null,
  });
}

/** The last moment of a day of the past. */
function past(db: Db, { day, seq }: Snapshot): Tx {
  return Object.assign(Object.create(db) as Db, { now: endOfDay(day), today: day, asOf: seq });
}

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

/** The calendar day in Beijing. */
export function beijingDay(moment: Date): string {
  return new Date(moment.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
}

/** The last instant of a calendar day in Beijing. */
export function endOfDay(day: string): string {
  return new Date(Date.parse(`${day}T24:00:00.000Z`) - BEIJING_OFFSET_MS - 1).toISOString();
}

function client(): Client {
  const open = shared[CLIENT] as Client | undefined;
  if (!open) throw new Error("The database is not open: call openLedger() first.");
  return open;
}

function refuseNesting(): void {
  if (inTransaction.getStore())
    throw new Error("A transaction is already under way here: pass its tx on.");
}
