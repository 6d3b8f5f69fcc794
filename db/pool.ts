import type { Handle } from "./handle";

/** A few read-only handles of one file, opened as they are needed and used by one reader at a time. */
export type Pool = {
  size: number;
  open: () => Handle;
  opened: number;
  idle: Handle[];
  waiting: ((handle: Handle) => void)[];
  closed: boolean;
};

export function poolOf(size: number, open: () => Handle): Pool {
  // One at once, so that a file that cannot be opened is found where it is asked for.
  return { size, open, opened: 1, idle: [open()], waiting: [], closed: false };
}

/** Lends a handle to the callback; waits while all are lent. */
export async function lease<T>(pool: Pool, use: (handle: Handle) => Promise<T>): Promise<T> {
  const handle = await take(pool);
  try {
    return await use(handle);
  } finally {
    giveBack(pool, handle);
  }
}

/** Closes what is idle now, and what is lent when it comes back. */
export function closePools(pools: Pool[]): void {
  for (const pool of pools) {
    pool.closed = true;
    for (const { file } of pool.idle.splice(0)) file.close();
  }
}

async function take(pool: Pool): Promise<Handle> {
  const idle = pool.idle.pop();
  if (idle) return idle;
  if (pool.opened < pool.size) {
    const handle = pool.open();
    pool.opened += 1;
    return handle;
  }
  return new Promise((resolve) => pool.waiting.push(resolve));
}

function giveBack(pool: Pool, handle: Handle): void {
  const next = pool.waiting.shift();
  if (next) next(handle);
  else if (pool.closed) handle.file.close();
  else pool.idle.push(handle);
}
