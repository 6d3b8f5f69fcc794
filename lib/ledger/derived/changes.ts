import { lt, sql } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { ledgerChanges, type progressChanges } from "@/db/schema";

/** A state of what is derived, for what is kept in memory. */
export type LedgerState = { version: number; token: string };

/** Where the changes stand: of the ledger's narrow rows, or of what is derived from returns. */
type Changes = typeof ledgerChanges | typeof progressChanges;

const CHANGES_KEPT = 2_000;

/** Notes that what is derived of a project is another now, or with null of all: for what is kept in memory. */
export async function noteChange(
  tx: WriteTx,
  projectId: number | null,
  changes: Changes = ledgerChanges,
): Promise<void> {
  const token = sql<string>`lower(hex(randomblob(8)))`;
  const [row] = await tx
    .insert(changes)
    .values({ token, projectId })
    .returning({ version: changes.version });
  await tx.delete(changes).where(lt(changes.version, (row?.version ?? 0) - CHANGES_KEPT));
}

/** The state that the transaction sees. */
export async function ledgerState(tx: Tx, c: Changes = ledgerChanges): Promise<LedgerState> {
  const [last] = (await tx.values(
    sql`SELECT ${c.version}, ${c.token} FROM ${c} ORDER BY ${c.version} DESC LIMIT 1`,
  )) as [number, string][];
  if (!last) throw new Error("The ledger has no state: the migration makes the first.");
  const [version, token] = last;
  return { version, token };
}

export function isSameState(one: LedgerState, other: LedgerState): boolean {
  return one.version === other.version && one.token === other.token;
}

/** The projects that have changed since; null where that state is none of this ledger's past, or all was made anew. */
export async function changedSince(
  tx: Tx,
  { version, token }: LedgerState,
  c: Changes = ledgerChanges,
): Promise<Set<number> | null> {
  const rows = (await tx.values(
    sql`SELECT ${c.version}, ${c.token}, ${c.projectId} FROM ${c} WHERE ${c.version} >= ${version} ORDER BY 1`,
  )) as [number, string, number | null][];
  const [known, ...later] = rows;
  if (known?.[0] !== version || known[1] !== token) return null;
  const ids = later.map(([, , projectId]) => projectId);
  return ids.includes(null) ? null : new Set(ids.filter((id) => id !== null));
}
