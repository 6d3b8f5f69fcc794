import { and, asc, count, desc, eq, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { changeBatches, changeRequests } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { visibleTo } from "@/lib/auth/scope";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import type { BatchRow, ChangeRequestRow, ListedBatch } from "../change-request";
import { effectOf } from "../effect/queries";
import { BATCH_MAX } from "./input";

/** The batches of the viewer's regions, the newest first; at most 100. */
export async function listBatches(tx: Tx, viewer: Actor): Promise<ListedBatch[]> {
  assertCan(viewer, "rollup.read", { regionCode: viewer.regionCode });
  const rows = await tx
    .select()
    .from(changeBatches)
    .where(visibleTo(viewer, changeBatches.regionCode))
    .orderBy(desc(changeBatches.id))
    .limit(100);
  const counts = await tx
    .select({ batchId: changeRequests.batchId, state: changeRequests.state, n: count() })
    .from(changeRequests)
    .where(
      inArray(
        changeRequests.batchId,
        rows.map(({ id }) => id),
      ),
    )
    .groupBy(changeRequests.batchId, changeRequests.state);
  return rows.map((row) => {
    const own = counts.filter(({ batchId }) => batchId === row.id);
    const open = own.filter(({ state }) => state === "asked" || state === "checked");
    return { ...row, requests: total(own), open: total(open) };
  });
}

function total(counts: { n: number }[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}

/**
 * A batch with its requests and the totals before and after: computed while it is open, as the decider saw them
 * afterwards. Throws NotFoundError out of scope.
 */
export async function getBatch(tx: Tx, viewer: Actor, id: number) {
  const batch = await loadBatch(tx, viewer, id);
  const requests = await requestsOf(tx, id);
  const waiting = requests.filter(({ state }) => state === "asked" || state === "checked");
  const effect = batch.effect ?? (await effectOf(tx, waiting));
  return { batch, requests, waiting, effect };
}

/** A batch of the viewer's regions, for those who oversee. Throws NotFoundError out of scope. */
export async function loadBatch(tx: Tx, viewer: Actor, id: number): Promise<BatchRow> {
  const batch = await findBatch(tx, viewer, id);
  assertCan(viewer, "rollup.read", { regionCode: batch.regionCode });
  return batch;
}

async function findBatch(tx: Tx, viewer: Actor, id: number): Promise<BatchRow> {
  const [batch] = await tx
    .select()
    .from(changeBatches)
    .where(and(eq(changeBatches.id, id), visibleTo(viewer, changeBatches.regionCode)));
  if (!batch) throw new NotFoundError();
  return batch;
}

/**
 * A batch that is not decided yet, for a command with this right. Throws RuleError, or ConflictError when somebody else
 * was quicker.
 */
export async function loadOpenBatch(
  tx: Tx,
  actor: Actor,
  { id, version }: { id: number; version: number },
  permission: "change.record" | "change.decide",
): Promise<BatchRow> {
  const batch = await findBatch(tx, actor, id);
  assertCan(actor, permission, { regionCode: batch.regionCode });
  if (batch.state !== "open") throw new RuleError("changeBatchClosed");
  if (batch.version !== version) throw new ConflictError(batch);
  return batch;
}

export async function requestsOf(tx: Tx, batchId: number): Promise<ChangeRequestRow[]> {
  return tx
    .select()
    .from(changeRequests)
    .where(eq(changeRequests.batchId, batchId))
    .orderBy(asc(changeRequests.id))
    .limit(BATCH_MAX);
}
