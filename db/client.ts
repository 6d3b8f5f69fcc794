import { AsyncLocalStorage } from "node:async_hooks";
import Database from "better-sqlite3";
import { type BetterSQLite3Database, drizzle } from "drizzle-orm/better-sqlite3";
import * as schema from "./schema";
import { installSortKey } from "./sort-key";

export type Db = BetterSQLite3Database<typeof schema>;
/** A transaction with the moment it began: `today` is the calendar day in Beijing. */
export type Tx = Db & { readonly now: string; readonly today: string };
declare const writable: unique symbol;
/** A transaction that may write. Only `write()` makes one. */
export type WriteTx = Tx & { readonly [writable]: true };

type Handle = { file: Database.Database; db: Db };
type Client = {
  path: string;
  writer: Handle;
  readers: Handle[];
  waiting: ((reader: Handle) => void)[];
  lastWrite: Promise<unknown>;
};

const READERS = 4;
const LOCK_PATIENCE_MS = 5_000;
const LOCK_PAUSE_MS = 20;

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
  const readers = Array.from({ length: READERS }, () => openHandle(path, { readonly: true }));
  shared[CLIENT] = {
    path,
    writer,
    readers,
    waiting: [],
    lastWrite: Promise.resolve(),
  } satisfies Client;
}

export function closeDatabase(): void {
  const open = shared[CLIENT] as Client | undefined;
  if (!open) return;
  delete shared[CLIENT];
  for (const { file } of [...open.readers, open.writer]) file.close();
}

/** Sets the clock that transactions read; without an argument, back to the real one. For tests. */
export function setClock(now?: () => Date): void {
  if (now) shared[CLOCK] = now;
  else delete shared[CLOCK];
}

/**
 * One consistent snapshot on a read-only handle: whatever the callback asks, all answers belong together.
 * Inside, await only the transaction. Nesting throws.
 */
export async function read<T>(ask: (tx: Tx) => Promise<T>): Promise<T> {
  refuseNesting();
  const open = client();
  const reader =
    open.readers.pop() ?? (await new Promise<Handle>((resolve) => open.waiting.push(resolve)));
  try {
    reader.file.exec("BEGIN");
    return await inTransaction.run(true, () => ask(transaction(reader.db)));
  } finally {
    if (reader.file.inTransaction) reader.file.exec("COMMIT");
    const next = open.waiting.shift();
    if (next) next(reader);
    else open.readers.push(reader);
  }
}

/**
 * One atomic write: all of it or, when the callback throws, nothing. Writes run one after the other.
 * Throws DatabaseBusyError when another process holds the lock for five seconds.
 */
export async function transact<T>(act: (tx: WriteTx) => Promise<T>): Promise<T> {
  refuseNesting();
  const open = client();
  const turn = open.lastWrite.then(() => inOneTransaction(open.writer, act));
  open.lastWrite = turn.catch(() => undefined);
  return turn;
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
  return Object.assign(Object.create(db) as Db, { now: now.toISOString(), today: beijingDay(now) });
}

const BEIJING_OFFSET_MS = 8 * 60 * 60 * 1000;

function beijingDay(moment: Date): string {
  return new Date(moment.getTime() + BEIJING_OFFSET_MS).toISOString().slice(0, 10);
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

function openHandle(path: string, options: Database.Options): Handle {
  const file = new Database(path, { fileMustExist: true, ...options });
  applyPragmas(file);
  installSortKey(file);
  // The ledger's narrow index stays in memory: at 100,000 projects it is about 10 MB.
  file.pragma("cache_size = -16000");
  keepStatements(file);
  return { file, db: drizzle(file, { schema, casing: "snake_case" }) };
}

const STATEMENTS_KEPT = 300;

/**
 * Drizzle prepares each statement anew; the same text gets the statement of the last time, so that SQLite parses and
 * plans it once. Nothing here walks a statement row by row, so none is asked for while it runs.
 */
function keepStatements(file: Database.Database): void {
  const prepare = file.prepare.bind(file);
  const kept = new Map<string, Database.Statement>();
  file.prepare = ((text: string) => {
    const statement = kept.get(text) ?? prepare(text);
    kept.delete(text);
    kept.set(text, statement);
    const [oldest] = kept.keys();
    if (kept.size > STATEMENTS_KEPT && oldest !== undefined) kept.delete(oldest);
    // Drizzle asks for rows as arrays by a switch that stays on.
    return statement.reader ? statement.raw(false) : statement;
  }) as typeof file.prepare;
}

/** Sets and asserts what durability and integrity depend on. WAL alone would lose acknowledged writes. */
export function applyPragmas(file: Database.Database): void {
  if (!file.readonly) file.pragma("journal_mode = WAL");
  const wanted = {
    synchronous: 2,
    foreign_keys: 1,
    secure_delete: 1,
    trusted_schema: 0,
    recursive_triggers: 1,
  };
  for (const [name, value] of Object.entries(wanted)) {
    file.pragma(`${name} = ${value}`);
    const found = file.pragma(name, { simple: true });
    if (found !== value)
      throw new Error(`SQLite did not take ${name} = ${value} (it says ${found}).`);
  }
  const mode = file.pragma("journal_mode", { simple: true });
  if (mode !== "wal") throw new Error(`SQLite did not take journal_mode = WAL (it says ${mode}).`);
}
