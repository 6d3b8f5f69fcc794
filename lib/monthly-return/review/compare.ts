import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, monthlyReturns, organizations } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { NotFoundError } from "@/lib/errors";
import { annualPlanFen, planLines } from "@/lib/money-plan/money-plan";
import { findOpening, listPlanRows } from "@/lib/money-plan/queries";
import { type RunningAmounts, runningAmounts } from "../amounts";
import type { ReturnRow } from "../monthly-return";
import { listSubmitted, loadReturn } from "../queries";
import { isLocked } from "./commands";

/** A return beside the one before it. */
export type ComparedReturn = {
  row: ReturnRow;
  previous: ReturnRow | null;
  amounts: RunningAmounts;
  /** 年度计划投资 of the return's year; null while nobody said. */
  annualPlanFen: number | null;
};

/** Each of these returns beside last month's, by id. Ask for rights first. */
export async function compareReturns(
  tx: Tx,
  returnIds: number[],
): Promise<Map<number, ComparedReturn>> {
  if (returnIds.length === 0) return new Map();
  const rows = await tx.select().from(monthlyReturns).where(inArray(monthlyReturns.id, returnIds));
  const compared = new Map<number, ComparedReturn>();
  for (const row of rows) compared.set(row.id, await compare(tx, row));
  return compared;
}

/**
 * One return in full for those who may read it, with what they may do. A draft is the unit's own until it is handed in.
 * Throws NotFoundError, ForbiddenError.
 */
export async function getReturn(tx: Tx, viewer: Actor, id: number) {
  const { found, project, subject } = await loadReturn(tx, viewer, id);
  const writes = can(viewer, "return.draft", subject);
  if (found.state === "draft" && !writes) throw new NotFoundError();
  const reviewed = { ...subject, userId: found.submittedById ?? undefined };
  const asked = { ...subject, userId: found.asked?.askedById ?? undefined };
  const locked = await isLocked(tx, project, found);
  return {
    ...(await compare(tx, found)),
    project,
    unitName: await unitNameOf(tx, subject.reportingId),
    locked,
    may: {
      review: can(viewer, "return.review", reviewed),
      decide: found.asked !== null && can(viewer, "return.review", asked),
      ask: locked && found.asked === null && can(viewer, "return.submit", subject),
      write: writes && (found.state === "draft" || found.state === "returned"),
      enterProblem: can(viewer, "problem.enter", subject),
    },
  };
}
export type ReturnInFull = Awaited<ReturnType<typeof getReturn>>;

/** The ids of returns of a month that wait for the reviewer, in the order of the ledger. */
export async function listWaitingIds(
  tx: Tx,
  viewer: Actor,
  regionCode: string,
  month: string,
): Promise<number[]> {
  assertCan(viewer, "return_overview.read", { regionCode });
  const rows = await tx
    .select({ id: monthlyReturns.id })
    .from(monthlyReturns)
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, monthlyReturns.projectId))
    .where(
      and(
        eq(monthlyReturns.month, month),
        eq(monthlyReturns.state, "submitted"),
        eq(ledgerEntries.regionCode, regionCode),
      ),
    )
    .orderBy(asc(ledgerEntries.sourceOrder));
  return rows.map(({ id }) => id);
}

/** Returns of a region, of whatever month, with a 更正 that waits for approval. */
export async function listAsked(tx: Tx, viewer: Actor, regionCode: string) {
  assertCan(viewer, "return_overview.read", { regionCode });
  const rows = await tx
    .select({ row: monthlyReturns, projectName: ledgerEntries.name })
    .from(monthlyReturns)
    .innerJoin(ledgerEntries, eq(ledgerEntries.projectId, monthlyReturns.projectId))
    .where(and(isNotNull(monthlyReturns.asked), eq(ledgerEntries.regionCode, regionCode)))
    .orderBy(asc(monthlyReturns.month), asc(ledgerEntries.sourceOrder));
  return rows.flatMap(({ row: { id, month, asked }, projectName }) =>
    asked === null ? [] : [{ id, month, projectName, asked }],
  );
}

async function compare(tx: Tx, row: ReturnRow): Promise<ComparedReturn> {
  const others = (await listSubmitted(tx, row.projectId)).filter(({ id }) => id !== row.id);
  const opening = await findOpening(tx, row.projectId);
  const lines = planLines(await listPlanRows(tx, row.projectId));
  return {
    row,
    previous: others.filter(({ month }) => month < row.month).at(-1) ?? null,
    amounts: runningAmounts(row.month, [...others, row], opening),
    annualPlanFen: annualPlanFen(lines, Number(row.month.slice(0, 4))),
  };
}

async function unitNameOf(tx: Tx, id: number | null): Promise<string | null> {
  if (id === null) return null;
  const [unit] = await tx
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, id));
  return unit?.name ?? null;
}
