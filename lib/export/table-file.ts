import { stringify } from "csv-stringify/sync";
import excel from "exceljs";
import { markedName } from "@/lib/sample/mark";
import type { ChainLine } from "./chain-line";
import { safeText } from "./xlsx";

export type TableCell = string | number | null;
export type TableSheet = { name: string; widths: number[]; rows: TableCell[][] };

const SHEET_NAME_MAX = 31;

/** One plain table as CSV in UTF-8 with BOM; cells that a spreadsheet would take for a formula are neutralised. */
export function tableCsv(sheet: TableSheet, chain: ChainLine): Uint8Array {
  const rows: TableCell[][] = [...sheet.rows, [], [...chain]];
  const width = Math.max(...rows.map(({ length }) => length));
  const full = (row: TableCell[]) =>
    Array.from({ length: width }, (_, at) => String(row[at] ?? "").trim());
  const options = { bom: true, escape_formulas: true, record_delimiter: "windows" } as const;
  return new TextEncoder().encode(stringify(rows.map(full), options));
}

/**
 * Plain tables as one XLSX: every text a text cell, no formula, A4 landscape, the first row in bold; where the chain
 * stood is below the first of them.
 */
export async function tableFile(sheets: TableSheet[], chain: ChainLine): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  for (const [at, { name, widths, rows }] of sheets.entries()) {
    const sheet = workbook.addWorksheet(markedName(name, " ").slice(0, SHEET_NAME_MAX), {
      pageSetup: { paperSize: 9, orientation: "landscape", fitToPage: true, fitToHeight: 0 },
    });
    sheet.columns = widths.map((width) => ({ width }));
    for (const row of at === 0 ? [...rows, [], [...chain]] : rows) {
      const line = sheet.addRow(
        row.map((cell) => (typeof cell === "string" ? safeText(cell) : cell)),
      );
      line.alignment = { vertical: "top", wrapText: true };
    }
    sheet.getRow(1).font = { bold: true };
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
