import { type Patience, transact, type WriteTx } from "@/db/client";
import { STRANGER } from "@/lib/auth/actor";
import { ForbiddenError } from "@/lib/errors";
import { record } from "./change";
import { copyCheckpoints } from "./checkpoint/second-place";

/**
 * One atomic write, see `transact()`. A denial inside it is recorded in a transaction of its own after the rollback,
 * then thrown on. A checkpoint that fell due in it is copied to its second place afterwards.
 */
export async function write<T>(act: (tx: WriteTx) => Promise<T>, patience?: Patience): Promise<T> {
  try {
    const result = await transact(act, patience);
    await copyCheckpoints();
    return result;
  } catch (error) {
    if (error instanceof ForbiddenError) await recordDenial(error);
    throw error;
  }
}

/** Leaves the event of a request that did not come from a page of ours, refused before anybody was asked for. */
export async function recordForeignRequest(): Promise<void> {
  await transact((tx) =>
    record(tx, STRANGER, { action: "access.denied", details: { permission: "foreign_request" } }),
  );
}

/** Leaves the event of a refusal, once: who, which permission, on which project. */
export async function recordDenial(error: ForbiddenError): Promise<void> {
  const { actor, permission, projectId } = error;
  if (error.recorded) return;
  error.recorded = true;
  await transact((tx) =>
    record(tx, actor, {
      action: "access.denied",
      regionCode: actor.regionCode,
      projectId,
      details: { permission },
    }),
  );
}
