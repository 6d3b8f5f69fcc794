import type { SourceDocument } from "../../document";
import type { PastedBlock } from "../pasted/pasted";
import type { DocumentFile } from "../read";

/** What a worker is asked to read. */
export type ReadingTask = { file: DocumentFile } | { pasted: PastedBlock };

/** What it loads before it says that it is ready. */
export type ReadingPreparation = { pdf: boolean };

/** What it answers: first that it is ready, then the document, a refusal, or the trace of a bug. */
export type ReadingAnswer =
  | { ready: true }
  | { document: SourceDocument }
  | { refused: { key: string; parameters: Record<string, string | number> } }
  | { bug: string };
