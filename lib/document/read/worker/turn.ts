const QUEUE = Symbol.for("ledger.document.reading");

/** Runs one after the other, over the whole process: the server loads this module several times. */
export function takeTurn<T>(run: () => Promise<T>): Promise<T> {
  const shared = globalThis as { [QUEUE]?: Promise<unknown> };
  const turn = (shared[QUEUE] ?? Promise.resolve()).then(run);
  shared[QUEUE] = turn.catch(() => undefined);
  return turn;
}
