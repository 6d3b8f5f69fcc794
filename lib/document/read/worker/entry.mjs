// The file that `in-worker.ts` starts: TypeScript as it is, so that server, command line and tests run the same code.
import { workerData } from "node:worker_threads";
import { register } from "tsx/esm/api";

// Before tsx listens, which would rewrite these megabytes first: two seconds of work.
if (workerData.pdf) {
  await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  await import("pdfjs-dist/legacy/build/pdf.mjs");
}
register();
await import("./serve.ts");
