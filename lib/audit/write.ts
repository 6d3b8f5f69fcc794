import { transact, type WriteTx } from "@/db/client";
import { STRANGER } from "@/lib/auth/actor";
import { ForbiddenError } from "@/lib/errors";
import { record } from "./change";

/**
 * One atomic write, see `transact()`. A denial inside it is recorded in a transaction of its own after the rollback,
 * then thrown on.
 */
export async function write<T>(act: (tx: WriteTx) => Promise<T>): Promise<T> {
  try {
    return await transact(act);
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

/** Leaves the event of a refusal: who, which permission, on which project. */
export async function recordDenial({
  actor,
  permission,
  projectId,
}: ForbiddenError): Promise<void> {
  await transact((tx) =>
    record(tx, actor, {
      action: "access.denied",
      regionCode: actor.regionCode,
      projectId,
      details: { permission },
    }),
  );
}
