import { parentPort, workerData } from "node:worker_threads";
import { DocumentRefusedError } from "../../document";
import { packReading } from "../../packed";
import { listenToReading, tellReading } from "../../progress";
import { understand } from "../../understand/understand";
import { readPasted } from "../pasted/pasted";
import { readDocument } from "../read";
import type { ReadingAnswer, ReadingPreparation, ReadingTask } from "./task";

parentPort?.once("message", async (task: ReadingTask) => answer(await read(task)));
listenToReading((progress) => answer({ progress }));
// The PDF library takes longer to load than most files to read, which is not the file's fault.
if ((workerData as ReadingPreparation).pdf) await import("../pdf/pdf");
answer({ ready: true });

async function read(task: ReadingTask): Promise<ReadingAnswer> {
  try {
    const document = "file" in task ? await readDocument(task.file) : readPasted(task.pasted);
    if (task.knowledge === null) return { document };
    tellReading("understanding", 0, 1);
    return { reading: packReading(understand(document, task.knowledge)) };
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
