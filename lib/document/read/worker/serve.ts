import { parentPort } from "node:worker_threads";
import { DocumentRefusedError } from "../../document";
import { readPasted } from "../pasted/pasted";
import { readDocument } from "../read";
import type { ReadingAnswer, ReadingTask } from "./task";

parentPort?.once("message", async (task: ReadingTask) => answer(await read(task)));
answer({ ready: true });

async function read(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    return {
      document: "file" in task ? await readDocument(task.file) : readPasted(task.pasted),
    };
  } catch (error) {
    if (error instanceof DocumentRefusedError) {
      return { refused: { key: error.key, parameters: error.parameters } };
    }
    return { bug: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function answer(message: ReadingAnswer): void {
  parentPort?.postMessage(message);
}
