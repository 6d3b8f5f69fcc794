import type { OrganizationKind, Sector, UnitEntryKind, UnitRole } from "@/db/vocabulary";

/** What a file may be. Extension and content decide together; `pasted` is a block from Excel, WPS or a web page. */
export const DOCUMENT_FORMATS = ["docx", "xlsx", "csv", "txt", "pasted", "pdf"] as const;
export type DocumentFormat = (typeof DOCUMENT_FORMATS)[number];

/** What makes a cell doubtful before anybody reads its words. */
export const CELL_FLAGS = ["hidden", "tracked_change", "formula", "unsure", "struck"] as const;
export type CellFlag = (typeof CELL_FLAGS)[number];

/** A cell as found. Merged cells stand once, at their first row and column, with their spans. */
export type Cell = {
  text: string;
  /** From 0, within the grid. */
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  flags: CellFlag[];
};

/** Where something stands in a document: what a person would look for. From 1; null where the format has none. */
export type Location = { sheet: string | null; page: number | null; line: number | null };

/**
 * A table as found: rows of cells, repeated headers and subtotals still in it. Cells come by row, then column; empty
 * ones are left out unless they carry a flag, so a place without a cell is an empty cell. `location.line` of a
 * workbook is the row of the sheet in which the grid begins.
 */
export type Grid = {
  kind: "grid";
  location: Location;
  cells: Cell[];
  rows: number;
  columns: number;
};
/** A paragraph outside tables: titles, units (单位：万元), notes, prose. */
export type Paragraph = { kind: "paragraph"; location: Location; text: string };

/** What a reader makes of a file: its paragraphs and tables in the order of the document. */
export type SourceDocument = { format: DocumentFormat; blocks: (Paragraph | Grid)[] };

/** A reader's refusal: a key of `messages/` under `document.refused`, with its parameters. */
export class DocumentRefusedError extends Error {
  override name = "DocumentRefusedError";
  constructor(
    readonly key: string,
    readonly parameters: Record<string, string | number> = {},
  ) {
    super(key);
  }
}

/** The fields that a table's columns are read into; also the names used by marks and provenance. */
export const READING_FIELDS = [
  "seq",
  "name",
  "owners",
  "hosts",
  "leads",
  "supports",
  "start",
  "end",
  "durationYears",
  "totalInvestmentWan",
  "field",
  "content",
  "sectors",
] as const;
export type ReadingField = (typeof READING_FIELDS)[number];

/** A unit as a cell names it. `kind` is guessed from the name for bodies, null for placeholders and open lists. */
export type UnitReading = {
  name: string;
  entryKind: UnitEntryKind;
  kind: OrganizationKind | null;
  role: UnitRole;
  /** 28 in 等28个部门. */
  openCount: number | null;
};

/** `blocking`: publishing waits for a decision. `doubt`: a reading was proposed, a person confirms. `notice`: said, no more. */
export type MarkWeight = "blocking" | "doubt" | "notice";

/** An oddity of one cell (or, without a row, of a table). Its sentence is `document.mark.<code>` in `messages/`. */
export type Mark = {
  code: string;
  weight: MarkWeight;
  field: ReadingField | null;
  /** Row and column of the grid; null for the whole table. */
  row: number | null;
  column: number | null;
  parameters: Record<string, string | number>;
};

/** Where a value comes from: the cell, what it says, and the rule that read it. */
export type ValueSource = {
  row: number;
  column: number;
  header: string;
  raw: string;
  /** A short name of the rule applied: `amount.wan`, `period.years`, `units.list` … */
  rule: string;
};

export type ProjectReading = {
  /** Row of the grid in which the project begins. */
  row: number;
  seq: number | null;
  name: string;
  /** Owners and hosts, in the order of the document. */
  owners: UnitReading[];
  /** Leads, then supports, in the order of the document. */
  leads: UnitReading[];
  /** With the precision of the source: `2021`, `2022-03`. */
  start: string | null;
  end: string | null;
  durationYears: number | null;
  /** A decimal number of 万元; null while unknown. */
  totalInvestmentWan: number | null;
  field: string | null;
  content: string | null;
  /** The first one is the primary sector. */
  sectors: { sector: Sector; evidence: string[] }[];
  sources: Partial<Record<ReadingField, ValueSource>>;
  issues: Mark[];
};

export type IndicatorReading = {
  row: number;
  seq: number | null;
  name: string;
  unit: string | null;
  /** 约束性, 预期性 as the table says; null where it does not. */
  attribute: string | null;
  /** One per value column: its header, what the cell says, and the number where it has one. */
  values: {
    header: string;
    raw: string;
    value: number | null;
    /** What a sign around or behind the number means by the table's own note: `【】` or `*`; null without one. */
    meaning: string | null;
  }[];
  issues: Mark[];
};

export type TableReading = {
  kind: "projects" | "indicators" | "other";
  /** The table's title: 重点项目表, 专栏1 … */
  title: string | null;
  /** True where the document only hints at projects (boxes of prose): each is a candidate to confirm. */
  candidate: boolean;
  location: Location;
  /** Header texts by column, two-row headers joined. */
  header: string[];
  /** What each column is read as; null for columns that are kept but not read. */
  columns: (ReadingField | null)[];
  grid: Grid;
  projects: ProjectReading[];
  indicators: IndicatorReading[];
  /** Marks of the whole table: totals that do not add up, gaps in the numbering. */
  issues: Mark[];
  /** Sum of the known amounts, 万元; null where none is known. */
  totalWan: number | null;
};

/** All that was understood of a document. */
export type Reading = { format: DocumentFormat; tables: TableReading[]; issues: Mark[] };
