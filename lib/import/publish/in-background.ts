import type { WriteTx } from "@/db/client";
import { write } from "@/lib/audit/write";
import type { Progress } from "@/lib/document/progress";
import { RuleError } from "@/lib/errors";
import { beginJob, endJob, isRunning, type Job, tellJob } from "../jobs";
import type { ImportRow } from "../review/review";

/** A request waits so long for the end; what takes longer goes on without it and shows how far it is. */
const REQUEST_WAITS_MS = 1_500;

type Work = (tx: WriteTx, onProgress: (progress: Progress) => void) => Promise<unknown>;

/** The job of a batch: at most one at a time. */
export function batchJob(importId: number): string {
  return `batch-${importId}`;
}

/**
 * Publishes or reverts a batch in one transaction. Returns when it ended, or after a moment while it goes on; throws
 * what it throws in that time. `sentenceOf` words what it throws later, null for a bug.
 */
export async function runBatch(
  kind: Job["kind"],
  { id, regionCode, fileName }: ImportRow,
  work: Work,
  sentenceOf: (error: unknown) => string | null,
): Promise<void> {
  const key = batchJob(id);
  if (isRunning(key)) throw new RuleError("importRunning");
  beginJob({ key, kind, regionCode, fileName, importId: id });
  let waiting = true;
  const run = write((tx) => work(tx, (progress) => tellJob(key, progress)), "patient").then(
    () => endJob(key, { state: "done", message: null }),
    (error) => {
      endJob(key, { state: "failed", message: sentenceOf(error) });
      if (waiting) throw error;
      if (sentenceOf(error) === null) console.error(error);
    },
  );
  let timer: NodeJS.Timeout | undefined;
  const moment = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, REQUEST_WAITS_MS);
  });
  await Promise.race([run, moment]).finally(() => {
    waiting = false;
    clearTimeout(timer);
  });
}
