import type { SourceDocument } from "../../document";
import type { PackedReading } from "../../packed";
import type { Progress } from "../../progress";
import type { Knowledge } from "../../understand/knowledge";
import type { PastedBlock } from "../pasted/pasted";
import type { DocumentFile } from "../read";

/** What a worker is asked to read, and with what knowledge to understand it; without, only what stands in it is asked. */
export type ReadingTask = ({ file: DocumentFile } | { pasted: PastedBlock }) & {
  knowledge: Knowledge | null;
};

/** What it loads before it says that it is ready. */
export type ReadingPreparation = { pdf: boolean };

/** What it answers: that it is ready, how far it is, then the document, its reading, a refusal, or the trace of a bug. */
export type ReadingAnswer =
  | { ready: true }
  | { progress: Progress }
  | { document: SourceDocument }
  | { reading: PackedReading }
  | { refused: { key: string; parameters: Record<string, string | number> } }
  | { bug: string };
