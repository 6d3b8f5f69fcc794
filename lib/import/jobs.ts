import type { Actor } from "@/lib/auth/actor";
import type { Progress } from "@/lib/document/progress";

/** Work on an import that may take seconds: it goes on while whoever began it looks elsewhere. */
export type Job = {
  key: string;
  kind: "reading" | "publishing" | "reverting";
  regionCode: string;
  fileName: string;
  /** The import that is published or reverted, or that came of the reading; null while it is read. */
  importId: number | null;
  progress: Progress;
  state: "running" | "done" | "failed";
  /** Why it failed, for the person who began it; null for a bug, which is in the server's log. */
  message: string | null;
};
export type NewJob = Pick<Job, "key" | "kind" | "regionCode" | "fileName" | "importId">;

const JOBS = Symbol.for("ledger.import.jobs");
const ENDED_KEPT = 20;

/** Over the whole process: the server loads this module several times. */
function all(): Map<string, Job> {
  const shared = globalThis as { [JOBS]?: Map<string, Job> };
  shared[JOBS] ??= new Map();
  return shared[JOBS];
}

/** Notes that work began. The same key again replaces what ended. */
export function beginJob(job: NewJob): void {
  const jobs = all();
  jobs.delete(job.key);
  const progress: Progress = { step: "waiting", done: 0, total: 1 };
  jobs.set(job.key, { ...job, progress, state: "running", message: null });
  const ended = [...jobs.values()].filter(({ state }) => state !== "running");
  for (const { key } of ended.slice(0, -ENDED_KEPT)) jobs.delete(key);
}

export function tellJob(key: string, progress: Progress): void {
  const job = all().get(key);
  if (job?.state === "running") all().set(key, { ...job, progress });
}

export function endJob(
  key: string,
  end: Pick<Job, "state" | "message"> & { importId?: number },
): void {
  const job = all().get(key);
  if (job) all().set(key, { ...job, ...end, importId: end.importId ?? job.importId });
}

/** The work of the viewer's region, oldest first. */
export function jobsOf(viewer: Actor): Job[] {
  return [...all().values()].filter(({ regionCode }) => regionCode === viewer.regionCode);
}

export function isRunning(key: string): boolean {
  return all().get(key)?.state === "running";
}

const SHARES: Record<Progress["step"], [from: number, to: number]> = {
  waiting: [0, 2],
  reading: [2, 50],
  understanding: [50, 85],
  keeping: [85, 100],
  publishing: [2, 70],
  deriving: [70, 99],
};

/** How much of the whole is done, in percent; 100 only once it has ended. */
export function percentOf({ state, progress: { step, done, total } }: Job): number {
  if (state !== "running") return 100;
  const [from, to] = SHARES[step];
  const share = total > 0 ? Math.min(1, done / total) : 0;
  return Math.min(99, Math.round(from + (to - from) * share));
}
