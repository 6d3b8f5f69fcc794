import { parentPort, workerData } from "node:worker_threads";
import { buildSnapshot, type SnapshotTask } from "../build";
import type { WorkerNews } from "./in-worker";

try {
  await buildSnapshot(workerData as SnapshotTask, (share) => say({ share }));
  say({ done: true });
} catch (error) {
  say({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

function say(news: WorkerNews): void {
  parentPort?.postMessage(news);
}
