import { read } from "@/db/client";
import type { Actor } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { chainHead } from "../chain-head";
import { verifyLedger } from "../verify/verify-ledger";
import { write } from "../write";

/** A verification that this server runs, for its page: how far it has come. */
export type RunningVerification = { total: number; done: number; fault: string | null };

const shared = globalThis as { [key: symbol]: unknown };
const RUNNING = Symbol.for("ledger.verification");

/** The verification under way, or the fault in which the last one ended; null while there is neither. */
export function runningVerification(): RunningVerification | null {
  return (shared[RUNNING] as RunningVerification | undefined) ?? null;
}

/** Starts verifying in this process, one at a time, and returns at once. The result is recorded when it ends. */
export async function startVerification(actor: Actor): Promise<void> {
  await write(async () => assertCan(actor, "history.verify", { regionCode: null }));
  const current = runningVerification();
  if (current && current.fault === null) return;
  const { seq } = await read(chainHead);
  const run: RunningVerification = { total: seq, done: 0, fault: null };
  shared[RUNNING] = run;
  void finish(actor, run);
}

async function finish(actor: Actor, run: RunningVerification): Promise<void> {
  try {
    await verifyLedger(actor, {
      onProgress: (events) => {
        run.done = events;
      },
    });
    delete shared[RUNNING];
  } catch (error) {
    run.fault = error instanceof Error ? error.message : String(error);
    console.error(error);
  }
}
