import { and, eq, inArray } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { changeRequests } from "@/db/schema";
import { added, change, changed } from "@/lib/audit/change";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { NotFoundError, RuleError } from "@/lib/errors";
import { isOpen } from "../change-request";
import type { BatchMembers, NewBatch } from "./input";
import { loadOpenBatch } from "./queries";

/** Puts requests together under one document (中期调整), to be decided at once. Returns the batch's id. */
export async function makeBatch(
  tx: WriteTx,
  actor: Actor,
  { request, ...document }: NewBatch,
  {
    regionCode = actor.regionCode,
    importId = null,
  }: { regionCode?: string | null; importId?: number | null } = {},
): Promise<number> {
  if (regionCode === null) throw new NotFoundError();
  assertCan(actor, "change.record", { regionCode });
  const row = await added(tx, "change_batches", {
    ...document,
    regionCode,
    importId,
    state: "open",
    madeById: actor.id,
    madeByName: actor.name,
    madeAt: tx.now,
    way: null,
    decidedByName: null,
    decidedAt: null,
    decisionNote: null,
    effect: null,
  });
  const members = await openRequests(tx, regionCode, request);
  await change(tx, actor, {
    action: "change_batch.made",
    regionCode,
    details: { name: document.name, documentNumber: document.documentNumber },
    rows: [row, ...members.map((one) => changed("change_requests", one, { batchId: row.id }))],
  });
  return row.id;
}

/** Takes requests out of a batch, or puts open ones into it. */
export async function fillBatch(
  tx: WriteTx,
  actor: Actor,
  { id, version, request }: BatchMembers,
  way: "in" | "out",
): Promise<void> {
  const batch = await loadOpenBatch(tx, actor, { id, version }, "change.record");
  if (request.length === 0) throw new RuleError("changesNone");
  const members = await openRequests(tx, batch.regionCode, request);
  const rows = members
    .filter((one) => way === "in" || one.batchId === id)
    .map((one) => changed("change_requests", one, { batchId: way === "in" ? id : null }));
  if (rows.length === 0) throw new RuleError("nothingChanged");
  await change(tx, actor, {
    action: "change_batch.filled",
    regionCode: batch.regionCode,
    details: { name: batch.name },
    rows,
  });
}

async function openRequests(tx: WriteTx, regionCode: string, ids: number[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select()
    .from(changeRequests)
    .where(and(inArray(changeRequests.id, ids), eq(changeRequests.regionCode, regionCode)));
  if (rows.length !== new Set(ids).size) throw new NotFoundError();
  if (rows.some(({ state }) => !isOpen(state))) throw new RuleError("changeClosed");
  return rows;
}
