import { Buffer } from "node:buffer";
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
  name: string;
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
  file: string;
  bytes: () => Promise<Uint8Array>;
  /** By table, in the order of the document; tables of other things are left out. */
  projects: Expected[][];
  /** Names of the indicators by table. */
  indicators?: string[][];
  /** Marks that a person must be shown somewhere in the document. */
  marks?: string[];
};

type Rest = Omit<Case, "what" | "file" | "bytes">;

export function xlsx(what: string, sheets: SampleSheet[], rest: Rest): Case {
  return { what, file: "表.xlsx", bytes: () => makeXlsx(sheets), ...rest };
}

export function docx(what: string, blocks: SampleBlock[], rest: Rest): Case {
  return { what, file: "文.docx", bytes: () => makeDocx(blocks), ...rest };
}

export function csv(what: string, lines: string[], rest: Rest): Case {
  return { what, file: "表.csv", bytes: async () => Buffer.from(lines.join("\r\n")), ...rest };
}

export function txt(what: string, lines: string[], rest: Rest): Case {
  return { what, file: "文.txt", bytes: async () => Buffer.from(lines.join("\n")), ...rest };
}

/** Rows of a dump with one cell a line, an empty line behind each row. */
export function cellLines(rows: string[][]): string[] {
  return rows.flatMap((cells) => [...cells.map((cell) => `\t${cell}`), ""]);
}
