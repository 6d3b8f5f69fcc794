import { Buffer } from "node:buffer";
import type { SourceDocument } from "@/lib/document/document";
import { type PastedBlock, readPasted } from "@/lib/document/read/pasted/pasted";
import { readDocument } from "@/lib/document/read/read";
import {
  makeDocx,
  makeXlsx,
  type SampleBlock,
  type SampleSheet,
} from "@/lib/document/read/samples";

/** The cell is open to doubt: any reading will do as long as it carries a mark. */
export const UNSURE = Symbol("unsure");
export type Sure<Value> = Value | typeof UNSURE;

/** What a careful person would enter for a project. What is left out is unknown: null, or no unit. */
export type Expected = {
  name: Sure<string>;
  seq?: Sure<number | null>;
  /** Units in order; a ~ before what is no body: a placeholder, the open end of a list. */
  owners?: Sure<string[]>;
  leads?: Sure<string[]>;
  supports?: Sure<string[]>;
  start?: Sure<string | null>;
  end?: Sure<string | null>;
  years?: Sure<number | null>;
  wan?: Sure<number | null>;
  field?: Sure<string | null>;
  /** Only compared where it is given. */
  content?: Sure<string>;
};

export type Case = {
  what: string;
  document: () => Promise<SourceDocument>;
  /** By table, in the order of the document; tables of other things are left out. */
  projects: Expected[][];
  /** Names of the indicators by table. */
  indicators?: string[][];
  /** Rows that are knowingly not read: each is said to be. */
  unread?: number;
  /** Marks that a person must be shown somewhere in the document. */
  marks?: string[];
};

type Rest = Omit<Case, "what" | "document">;

export function xlsx(what: string, sheets: SampleSheet[], rest: Rest): Case {
  return { what, document: async () => readFile("表.xlsx", await makeXlsx(sheets)), ...rest };
}

export function docx(what: string, blocks: SampleBlock[], rest: Rest): Case {
  return { what, document: async () => readFile("文.docx", await makeDocx(blocks)), ...rest };
}

export function csv(what: string, lines: string[], rest: Rest): Case {
  return { what, document: () => readFile("表.csv", Buffer.from(lines.join("\r\n"))), ...rest };
}

export function txt(what: string, lines: string[], rest: Rest): Case {
  return { what, document: () => readFile("文.txt", Buffer.from(lines.join("\n"))), ...rest };
}

/** What a clipboard holds: the text alone where `html` is empty. */
export function pasted(what: string, block: PastedBlock, rest: Rest): Case {
  return { what, document: async () => readPasted(block), ...rest };
}

function readFile(name: string, bytes: Uint8Array): Promise<SourceDocument> {
  return readDocument({ name, bytes });
}

/** Rows of a dump with one cell a line, an empty line behind each row. */
export function cellLines(rows: string[][]): string[] {
  return rows.flatMap((cells) => [...cells.map((cell) => `\t${cell}`), ""]);
}
