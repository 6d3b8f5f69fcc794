import { once } from "node:events";
import { type MessagePort, parentPort, workerData } from "node:worker_threads";
import { buildReported, buildSnapshot } from "../build";
import type { ThreadNews, ThreadTask } from "./in-threads";

const { part, ...task } = workerData as ThreadTask;
const parent = parentPort as MessagePort;
try {
  if (part === "reported") {
    await toldToGoOn();
    await buildReported(task);
  } else {
    await buildSnapshot(
      task,
      (share) => say({ share }),
      () => {
        say({ begun: true });
        return toldToGoOn();
      },
    );
  }
  say({ done: true });
} catch (error) {
  say({ bug: error instanceof Error ? (error.stack ?? error.message) : String(error) });
}

async function toldToGoOn(): Promise<void> {
  await once(parent, "message");
}

function say(news: ThreadNews): void {
  parent.postMessage(news);
}
