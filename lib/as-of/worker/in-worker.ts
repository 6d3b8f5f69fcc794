import { Worker } from "node:worker_threads";
import type { SnapshotTask } from "../build";

export type WorkerNews = { share: number } | { done: true } | { bug: string };

/**
 * Makes a snapshot in a thread of its own, so that those who read the present are not held up. Only in the server, whose
 * build makes a bundle of `serve.ts`; tests and command line have nobody to hold up.
 */
export function buildInWorker(
  task: SnapshotTask,
  report: (share: number) => void = () => {},
): Promise<void> {
  const worker = new Worker(new URL("./serve.ts", import.meta.url), {
    workerData: task,
    execArgv: [],
    env: {},
  });
  return new Promise<void>((resolve, reject) => {
    worker.on("message", (news: WorkerNews) => {
      if ("share" in news) report(news.share);
      else if ("done" in news) resolve();
      else reject(new Error(news.bug));
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("The thread that made a past state ended early.")));
  }).finally(() => worker.terminate());
}
