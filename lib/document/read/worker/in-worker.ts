import { Worker } from "node:worker_threads";
import { DocumentRefusedError, type SourceDocument } from "../../document";
import type { PackedReading } from "../../packed";
import type { Progress } from "../../progress";
import type { Knowledge } from "../../understand/knowledge";
import { DOCUMENT_LIMITS } from "../limits";
import type { PastedBlock } from "../pasted/pasted";
import type { DocumentFile } from "../read";
import type { ReadingAnswer, ReadingPreparation, ReadingTask } from "./task";
import { takeTurn } from "./turn";

/** Heap of one reading: the largest workbook within the limits needs 300 MB to be read, and its reading as much. */
const MEMORY = { maxOldGenerationSizeMb: 600, maxYoungGenerationSizeMb: 48, stackSizeMb: 4 };
const STARTING_MS = 15_000;
const READING_MS = 1_700;
/** Honest files take longer with their size, and on a busy machine; small ones that do are built to. */
const READING_MS_PER_MB = 10_000;
const READING_MS_AT_MOST = 30_000;
const UNDERSTANDING_MS = 10_000;

/** What is read: a file, or a block from the clipboard. */
export type ReadingSource = { file: DocumentFile } | { pasted: PastedBlock };

/**
 * Reads a file in a thread of its own, with limits of memory and time: whatever the file is, this thread goes on.
 * At most one file is read at a time; others wait. `limitMs` is how long reading may take.
 *
 * @throws DocumentRefusedError for every file that cannot be read, or not within the limits.
 */
export async function readDocumentInWorker(
  file: DocumentFile,
  limitMs = readingLimitMs(file.bytes.length),
): Promise<SourceDocument> {
  const answer = await readInWorker({ file, knowledge: null }, limitMs);
  if ("document" in answer) return answer.document;
  throw new Error("The worker did not answer with the document.");
}

/**
 * The same, and understands it there too: a large table takes a second of work. `onProgress` hears how far it is.
 *
 * @throws DocumentRefusedError as above.
 */
export async function understandInWorker(
  source: ReadingSource,
  knowledge: Knowledge,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<PackedReading> {
  const answer = await readInWorker(
    { ...source, knowledge },
    readingLimitMs(sizeOf(source)),
    onProgress,
  );
  if ("reading" in answer) return answer.reading;
  throw new Error("The worker did not answer with the reading.");
}

async function readInWorker(
  task: ReadingTask,
  limitMs: number,
  onProgress: (progress: Progress) => void = () => undefined,
): Promise<ReadingAnswer> {
  const { fileBytes } = DOCUMENT_LIMITS;
  if (sizeOf(task) > fileBytes) {
    throw new DocumentRefusedError("file_size", { limit: fileBytes / 1024 / 1024 });
  }
  onProgress({ step: "waiting", done: 0, total: 1 });
  return takeTurn(() => askWorker(task, limitMs, onProgress));
}

function sizeOf(source: ReadingSource): number {
  return "file" in source
    ? source.file.bytes.length
    : source.pasted.html.length + source.pasted.text.length;
}

function askWorker(
  task: ReadingTask,
  limitMs: number,
  onProgress: (progress: Progress) => void,
): Promise<ReadingAnswer> {
  const worker = startWorker({
    pdf: "file" in task && /\.pdf$/i.test(task.file.name),
  });
  return new Promise<ReadingAnswer>((resolve, reject) => {
    let timer = setTimeout(reject, STARTING_MS, new DocumentRefusedError("time"));
    const allow = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(reject, ms, new DocumentRefusedError("time"));
    };
    let understanding = false;
    worker.on("message", (answer: ReadingAnswer) => {
      if ("ready" in answer) {
        allow(limitMs);
        onProgress({ step: "reading", done: 0, total: 1 });
        worker.postMessage(task);
      } else if ("progress" in answer) {
        // What was read within its time is understood within one of its own.
        if (answer.progress.step === "understanding" && !understanding) {
          understanding = true;
          allow(UNDERSTANDING_MS + limitMs);
        }
        onProgress(answer.progress);
      } else if ("refused" in answer) {
        reject(new DocumentRefusedError(answer.refused.key, answer.refused.parameters));
      } else if ("bug" in answer) reject(new Error(answer.bug));
      else resolve(answer);
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
