import { Worker } from "node:worker_threads";
import { DocumentRefusedError, type SourceDocument } from "../../document";
import { DOCUMENT_LIMITS } from "../limits";
import type { PastedBlock } from "../pasted/pasted";
import type { DocumentFile } from "../read";
import type { ReadingAnswer, ReadingPreparation, ReadingTask } from "./task";
import { takeTurn } from "./turn";

/** Heap of one reading: the largest workbook within the limits needs 300 MB. */
const MEMORY = { maxOldGenerationSizeMb: 400, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 };
const STARTING_MS = 15_000;
const READING_MS = 1_700;
/** Honest files take longer with their size, and on a busy machine; small ones that do are built to. */
const READING_MS_PER_MB = 10_000;
const READING_MS_AT_MOST = 30_000;

/**
 * Reads a file in a thread of its own, with limits of memory and time: whatever the file is, this thread goes on.
 * At most one file is read at a time; others wait.
 *
 * @throws DocumentRefusedError for every file that cannot be read, or not within the limits.
 */
export async function readDocumentInWorker(file: DocumentFile): Promise<SourceDocument> {
  const { fileBytes } = DOCUMENT_LIMITS;
  if (file.bytes.length > fileBytes) {
    throw new DocumentRefusedError("file_size", { limit: fileBytes / 1024 / 1024 });
  }
  return takeTurn(() => readInWorker({ file }, file.bytes.length));
}

/** The same for a block from the clipboard. */
export async function readPastedInWorker(pasted: PastedBlock): Promise<SourceDocument> {
  const size = pasted.html.length + pasted.text.length;
  return takeTurn(() => readInWorker({ pasted }, size));
}

function readInWorker(task: ReadingTask, size: number): Promise<SourceDocument> {
  const worker = startWorker({
    pdf: "file" in task && /\.pdf$/i.test(task.file.name),
  });
  return new Promise<SourceDocument>((resolve, reject) => {
    const expire = () => reject(new DocumentRefusedError("time"));
    let timer = setTimeout(expire, STARTING_MS);
    worker.on("message", (answer: ReadingAnswer) => {
      if ("ready" in answer) {
        clearTimeout(timer);
        timer = setTimeout(expire, readingLimitMs(size));
        worker.postMessage(task);
      } else if ("document" in answer) resolve(answer.document);
      else if ("refused" in answer) {
        reject(new DocumentRefusedError(answer.refused.key, answer.refused.parameters));
      } else reject(new Error(answer.bug));
    });
    worker.on("error", (error) => reject(refusalOf(error)));
    worker.on("exit", () => {
      clearTimeout(timer);
      reject(new DocumentRefusedError("memory"));
    });
  }).finally(() => worker.terminate());
}

/**
 * Elsewhere than in the server, `entry.mjs` by its path in the root folder, where all entrances run: in words, because
 * the server's bundler follows every path that it sees in `new Worker()` and would end in tsx.
 */
const FROM_SOURCE =
  'import(require("node:url").pathToFileURL("lib/document/read/worker/entry.mjs").href)';

/** The server's build makes a bundle of `serve.ts`, which starts at once; tests and command line run the source. */
function startWorker(workerData: ReadingPreparation): Worker {
  const options = { workerData, resourceLimits: MEMORY, execArgv: [], env: {} };
  if (process.env.NEXT_RUNTIME === "nodejs") {
    return new Worker(new URL("./serve.ts", import.meta.url), options);
  }
  return new Worker(FROM_SOURCE, { ...options, eval: true });
}

function readingLimitMs(size: number): number {
  const allowed = READING_MS + (size / 1024 / 1024) * READING_MS_PER_MB;
  return Math.min(allowed, READING_MS_AT_MOST);
}

function refusalOf(error: Error): Error {
  const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
  return outOfMemory ? new DocumentRefusedError("memory") : error;
}
