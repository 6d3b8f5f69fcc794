import { stringify } from "csv-stringify/sync";
import excel from "exceljs";
import { FEN_PER_WAN, fenToWan } from "@/lib/money";
import type { ChainLine } from "./chain-line";
import { safeText } from "./xlsx";

/** A cell of a file: a text, a count, an amount in 分, or what is unknown. */
export type SheetCell = string | number | { fen: number | null };

/** A table of figures in words, whatever page it is of: rollup, comparison, history. */
export type FigureSheet = {
  title: string;
  /** What stands around the table: filters, basis, lens, when and by whom. */
  lines: [label: string, value: string][];
  chain: ChainLine;
  header: string[];
  rows: SheetCell[][];
  total: SheetCell[];
  notes: string[];
};

const A4 = 9;

/** UTF-8 with BOM, the header first; cells that a spreadsheet would take for a formula are neutralised. */
export async function figureCsv({ title, header, rows, total, notes, ...sheet }: FigureSheet) {
  const lines = [...sheet.lines, [...sheet.chain]];
  const full = (cells: SheetCell[]) => header.map((_, at) => textOf(cells[at] ?? ""));
  const around: SheetCell[][] = [[], [title], ...lines, ...notes.map((note) => [note])];
  const text = stringify([header, ...[...rows, total, ...around].map(full)], {
    bom: true,
    escape_formulas: true,
    record_delimiter: "windows",
  });
  return new TextEncoder().encode(text);
}

/** Numbers typed, the header frozen and repeated in print, A4 landscape; no formula, every text a text cell. */
export async function figureXlsx({ title, header, rows, total, notes, ...sheet }: FigureSheet) {
  const lines = [...sheet.lines, sheet.chain];
  const workbook = new excel.Workbook();
  const headerRow = lines.length + 2;
  const page = workbook.addWorksheet(title.replace(/[*?:\\/[\]]/g, " ").slice(0, 31), {
    views: [{ state: "frozen", ySplit: headerRow }],
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
    },
  });
  page.addRow([title]).font = { bold: true, size: 16 };
  for (const line of lines) page.addRow(line.map((words) => safeText(words)));
  page.addRow(header).font = { bold: true };
  for (const row of rows) addCells(page, row);
  addCells(page, total).font = { bold: true };
  for (const note of notes) page.addRow([safeText(note)]);
  page.columns.forEach((column, at) => {
    column.width = at === 0 ? 34 : 18;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addCells(page: excel.Worksheet, cells: SheetCell[]): excel.Row {
  const row = page.addRow(
    cells.map((cell) => {
      if (typeof cell === "string") return safeText(cell);
      if (typeof cell === "number") return cell;
      return cell.fen === null ? null : cell.fen / FEN_PER_WAN;
    }),
  );
  cells.forEach((cell, at) => {
    if (typeof cell === "object")
      row.getCell(at + 1).numFmt = (cell.fen ?? 0) % FEN_PER_WAN === 0 ? "#,##0" : "#,##0.0#####";
  });
  return row;
}

function textOf(cell: SheetCell): string {
  if (typeof cell === "object") return fenToWan(cell.fen) ?? "";
  return typeof cell === "number" ? String(cell) : cell.trim();
}
