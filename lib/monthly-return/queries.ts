import { and, asc, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { monthlyReturns } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { NotFoundError } from "@/lib/errors";
import { findOpening } from "@/lib/money-plan/queries";
import { type RunningAmounts, runningAmounts } from "./amounts";
import { type ReturnRow, SUBMITTED_STATES } from "./monthly-return";
import { loadReporting } from "./reporting";

/** A return with its project and what decides the rights on it. Throws NotFoundError out of scope. */
export async function loadReturn(tx: Tx, actor: Actor, id: number) {
  const [found] = await tx.select().from(monthlyReturns).where(eq(monthlyReturns.id, id));
  if (!found) throw new NotFoundError();
  const { row: project, subject } = await loadReporting(tx, actor, found.projectId);
  assertCan(actor, "return.read", subject);
  return { found, project, subject };
}

/** The return of a project and month, or null. Ask for rights first. */
export async function findReturn(
  tx: Tx,
  projectId: number,
  month: string,
): Promise<ReturnRow | null> {
  const [row] = await tx
    .select()
    .from(monthlyReturns)
    .where(and(eq(monthlyReturns.projectId, projectId), eq(monthlyReturns.month, month)));
  return row ?? null;
}

/** Every return of a project that was submitted, oldest first. Ask for rights first. */
export async function listSubmitted(tx: Tx, projectId: number): Promise<ReturnRow[]> {
  return tx
    .select()
    .from(monthlyReturns)
    .where(
      and(
        eq(monthlyReturns.projectId, projectId),
        inArray(monthlyReturns.state, [...SUBMITTED_STATES]),
      ),
    )
    .orderBy(asc(monthlyReturns.month));
}

/** The newest submitted return before this month, or null. Ask for rights first. */
export async function findPrevious(
  tx: Tx,
  projectId: number,
  month: string,
): Promise<ReturnRow | null> {
  const earlier = (await listSubmitted(tx, projectId)).filter((row) => row.month < month);
  return earlier.at(-1) ?? null;
}

/** The submitted returns of a project the viewer may read, newest first, with the amounts up to each of them. */
export async function listProjectReturns(
  tx: Tx,
  viewer: Actor,
  projectId: number,
): Promise<{ row: ReturnRow; amounts: RunningAmounts }[]> {
  const { subject } = await loadReporting(tx, viewer, projectId);
  assertCan(viewer, "return.read", subject);
  const rows = await listSubmitted(tx, projectId);
  const opening = await findOpening(tx, projectId);
  return rows.map((row) => ({ row, amounts: runningAmounts(row.month, rows, opening) })).reverse();
}

/** Where a return stands, without what it says. */
export type ReturnStanding = Pick<
  ReturnRow,
  "id" | "projectId" | "month" | "state" | "late" | "returnReason"
>;

/** Where the returns of these projects stand, drafts included, by project, newest month first. Ask for rights first. */
export async function standingsByProject(
  tx: Tx,
  projectIds: number[],
): Promise<ReadonlyMap<number, ReturnStanding[]>> {
  const { id, projectId, month, state, late, returnReason } = monthlyReturns;
  const rows = await tx
    .select({ id, projectId, month, state, late, returnReason })
    .from(monthlyReturns)
    .where(inArray(projectId, projectIds))
    .orderBy(desc(month), asc(projectId));
  return byProject(rows);
}

/** Every return of these projects, drafts included, newest month first. Ask for rights first. */
export async function listReturnsOf(tx: Tx, projectIds: number[]): Promise<ReturnRow[]> {
  if (projectIds.length === 0) return [];
  return tx
    .select()
    .from(monthlyReturns)
    .where(inArray(monthlyReturns.projectId, projectIds))
    .orderBy(desc(monthlyReturns.month), asc(monthlyReturns.projectId));
}

/** The same by project. Ask for rights first. */
export async function returnsByProject(
  tx: Tx,
  projectIds: number[],
): Promise<ReadonlyMap<number, ReturnRow[]>> {
  return byProject(await listReturnsOf(tx, projectIds));
}

function byProject<Row extends { projectId: number }>(rows: Row[]): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of rows) {
    const own = found.get(row.projectId);
    if (own) own.push(row);
    else found.set(row.projectId, [row]);
  }
  return found;
}
