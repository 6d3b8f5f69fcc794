import { PassThrough } from "node:stream";
import { buffer } from "node:stream/consumers";
import excel from "exceljs";
import { FEN_PER_WAN } from "@/lib/money";
import { EXPORT_COLUMNS, type ExportColumn, isMoney, type Sheet, type SheetRow } from "./sheet";

const BATCH = 200;
const A4 = 9;
/** Label and value of the words above the table: so many columns for the label. */
const LABEL_COLUMNS = 2;
const TOTAL_COLUMNS = EXPORT_COLUMNS.indexOf("amount");

const WIDTHS: Record<ExportColumn, number> = {
  number: 6,
  name: 28,
  owner: 22,
  content: 46,
  period: 12,
  amount: 13,
  lead: 22,
  region: 10,
  sector: 16,
  type: 15,
  stage: 11,
  source: 26,
  light: 12,
  lastReturn: 10,
  annualPlan: 13,
  yearCompleted: 13,
  completion: 10,
  completed: 13,
  inPlace: 13,
  paid: 13,
  problems: 14,
};

const BORDER = { style: "thin", color: { argb: "FFBFBBB0" } } as const;
const BORDERS = { top: BORDER, bottom: BORDER, left: BORDER, right: BORDER };
const WRAPPED = { vertical: "top", wrapText: true } as const;

/**
 * The sheet as XLSX: numbers and dates typed, the header frozen and repeated on each printed page, A4 landscape fitted
 * to the width. Every text is a text cell; there are no formulas. Lets the process breathe between rows.
 */
export async function xlsxFile(sheet: Sheet): Promise<Uint8Array> {
  const stream = new PassThrough();
  const file = buffer(stream);
  const workbook = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const headerRow = sheet.lines.length + 2;
  const page = workbook.addWorksheet(sheet.title, {
    views: [{ state: "frozen", ySplit: headerRow }],
    pageSetup: {
      paperSize: A4,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.5, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: "&C&P / &N" },
  });
  page.columns = sheet.columns.map((column) => ({ key: column, width: WIDTHS[column] }));
  writeHead(page, sheet);
  for (const [at, row] of sheet.rows.entries()) {
    writeRow(page, sheet.columns, row);
    if (at % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  writeTotals(page, sheet);
  page.autoFilter = {
    from: { row: headerRow, column: 1 },
    to: { row: headerRow + sheet.rows.length, column: sheet.columns.length },
  };
  page.commit();
  await workbook.commit();
  return new Uint8Array(await file);
}

type Page = ReturnType<InstanceType<typeof excel.stream.xlsx.WorkbookWriter>["addWorksheet"]>;

function writeHead(page: Page, { title, lines, columns, header }: Sheet): void {
  const last = columns.length;
  const first = page.addRow([title]);
  first.font = { bold: true, size: 16 };
  first.height = 28;
  page.mergeCells(1, 1, 1, last);
  first.commit();
  for (const [label, value] of lines) {
    const line = page.addRow([]);
    line.getCell(1).value = label;
    const cell = line.getCell(LABEL_COLUMNS + 1);
    cell.value = value instanceof Date ? value : safeText(value);
    cell.alignment = { horizontal: "left", wrapText: true };
    if (value instanceof Date) cell.numFmt = "yyyy-mm-dd hh:mm";
    page.mergeCells(line.number, 1, line.number, LABEL_COLUMNS);
    page.mergeCells(line.number, LABEL_COLUMNS + 1, line.number, last);
    line.commit();
  }
  const names = page.addRow(header);
  names.font = { bold: true };
  names.eachCell((cell) => {
    cell.border = BORDERS;
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFF4F2EC" } };
    cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
  });
  names.commit();
}

function writeRow(page: Page, columns: readonly ExportColumn[], row: SheetRow): void {
  const line = page.addRow(
    columns.map((column) => {
      if (column === "number") return row.number;
      return isMoney(column) ? wanOf(row[column]) : safeText(row[column]);
    }),
  );
  line.eachCell({ includeEmpty: true }, (cell, at) => {
    cell.border = BORDERS;
    cell.alignment = WRAPPED;
    const column = columns[at - 1];
    if (column && isMoney(column)) cell.numFmt = amountFormat(row[column]);
  });
  line.commit();
}

function writeTotals(page: Page, { columns, totals, note }: Sheet): void {
  for (const { label, fen } of totals) {
    const line = page.addRow([label]);
    line.font = { bold: true };
    const amount = line.getCell(TOTAL_COLUMNS + 1);
    amount.value = wanOf(fen);
    amount.numFmt = amountFormat(fen);
    page.mergeCells(line.number, 1, line.number, TOTAL_COLUMNS);
    line.commit();
  }
  const line = page.addRow([note]);
  page.mergeCells(line.number, 1, line.number, columns.length);
  line.commit();
}

function wanOf(fen: number | null): number | null {
  return fen === null ? null : fen / FEN_PER_WAN;
}

/** Decimals only where there are some: a number of 万元 without them would end in a point. */
function amountFormat(fen: number | null): string {
  return (fen ?? 0) % FEN_PER_WAN === 0 ? "#,##0" : "#,##0.0#####";
}

/** Signs that XML cannot carry would make the whole file unreadable. */
export function safeText(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
