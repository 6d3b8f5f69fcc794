import { stringify } from "csv-stringify/sync";
import excel from "exceljs";
import { fenToWan } from "@/lib/money";
import type { RollupSheet, SheetCell } from "./sheet";

const FEN_PER_WAN = 1_000_000;
const A4 = 9;

/** UTF-8 with BOM, the header first; cells that a spreadsheet would take for a formula are neutralised. */
export async function rollupCsv({ title, lines, header, rows, total, notes }: RollupSheet) {
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
export async function rollupXlsx({ title, lines, header, rows, total, notes }: RollupSheet) {
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
  for (const line of lines) page.addRow(line.map(safe));
  page.addRow(header).font = { bold: true };
  for (const row of rows) addCells(page, row);
  addCells(page, total).font = { bold: true };
  for (const note of notes) page.addRow([safe(note)]);
  page.columns.forEach((column, at) => {
    column.width = at === 0 ? 34 : 18;
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addCells(page: excel.Worksheet, cells: SheetCell[]): excel.Row {
  const row = page.addRow(
    cells.map((cell) => {
      if (typeof cell === "string") return safe(cell);
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

/** Signs that XML cannot carry would make the whole file unreadable. */
function safe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that XML cannot carry.
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "");
}
