import { parentPort, workerData } from "node:worker_threads";
import { DocumentRefusedError } from "../../document";
import { readPasted } from "../pasted/pasted";
import { readDocument } from "../read";
import type { ReadingAnswer, ReadingPreparation, ReadingTask } from "./task";

parentPort?.once("message", async (task: ReadingTask) => answer(await read(task)));
// The PDF library takes longer to load than most files to read, which is not the file's fault.
if ((workerData as ReadingPreparation).pdf) await import("../pdf/pdf");
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
