import { Worker } from "node:worker_threads";
import type { SnapshotTask } from "../build";

export type ThreadTask = SnapshotTask & { part: "snapshot" | "reported" };
export type ThreadNews = { share: number } | { begun: true } | { done: true } | { bug: string };

/**
 * Makes a snapshot in two threads of its own, what units reported beside all the rest, so that those who read the
 * present are not held up. Both have ended when it is done or has failed.
 */
export async function buildInThreads(
  task: SnapshotTask,
  report: (share: number) => void = () => {},
): Promise<void> {
  const reported = startThread({ ...task, part: "reported" });
  const snapshot = startThread({ ...task, part: "snapshot" });
  const goOn = (worker: Worker) => worker.postMessage("go on");
  snapshot.on("message", (news: ThreadNews) => {
    if ("share" in news) report(news.share);
    if ("begun" in news) goOn(reported);
  });
  try {
    await Promise.all([ended(reported).then(() => goOn(snapshot)), ended(snapshot)]);
  } finally {
    await Promise.all([reported.terminate(), snapshot.terminate()]);
  }
}

function ended(worker: Worker): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.on("message", (news: ThreadNews) => {
      if ("done" in news) resolve();
      if ("bug" in news) reject(new Error(news.bug));
    });
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("A thread that made a past state ended early.")));
  });
}

/** As the threads that read documents do. */
const FROM_SOURCE = 'import(require("node:url").pathToFileURL("lib/as-of/worker/entry.mjs").href)';

/** The server's build makes a bundle of `serve.ts`; benches run the source. */
function startThread(workerData: ThreadTask): Worker {
  const options = { workerData, execArgv: [], env: {} };
  if (process.env.NEXT_RUNTIME === "nodejs") {
    return new Worker(new URL("./serve.ts", import.meta.url), options);
  }
  return new Worker(FROM_SOURCE, { ...options, eval: true });
}
