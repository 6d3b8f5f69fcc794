import excel from "exceljs";
import type { ChainLine } from "@/lib/export/chain-line";
import { safeText } from "@/lib/export/xlsx";

/** The header stands in the first row, so that it can be found again whatever is sorted or filtered. */
const HEADER_ROW = 1;
const LOCKED = { argb: "FFF4F2EC" };
const KEY_WIDTH = 8;

export type WorkbookColumn = { header: string; width: number };

/** A cell: locked where the person may not write, with a drop-down where words are given. */
export type WorkbookCell = { text: string; open: boolean; words?: readonly string[] };

export type EditableWorkbook = {
  sheet: string;
  /** What a row is merged by: hidden and locked, before everything else. */
  keys: readonly string[];
  columns: readonly WorkbookColumn[];
  /** On a sheet of its own, so that the first one holds nothing but what is filled in. */
  chain: ChainLine;
  rows: readonly { keys: readonly (string | number)[]; cells: readonly WorkbookCell[] }[];
};

/**
 * A workbook that can be filled in and brought back: hidden keys, locked cells, drop-downs. All cells are text, so that
 * no spreadsheet turns 2022-03 into a day.
 */
export async function drawEditableWorkbook({
  sheet,
  keys,
  columns,
  chain,
  rows,
}: EditableWorkbook): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  const page = workbook.addWorksheet(sheet, {
    views: [{ state: "frozen", ySplit: HEADER_ROW, xSplit: keys.length + 1 }],
  });
  page.columns = [
    ...keys.map((key) => ({ key, width: KEY_WIDTH, hidden: true })),
    ...columns.map(({ width }, at) => ({ key: `column${at}`, width })),
  ];
  const header = page.getRow(HEADER_ROW);
  header.values = [...keys, ...columns.map(({ header: text }) => text)];
  header.font = { bold: true };
  for (const row of rows) {
    const line = page.addRow([...row.keys, ...row.cells.map(({ text }) => safeText(text))]);
    for (const [at, cell] of row.cells.entries())
      formatCell(line.getCell(keys.length + at + 1), cell);
  }
  await page.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
    sort: true,
  });
  const about = workbook.addWorksheet(chain[0].replace(/[*?:\\/[\]]/g, " ").slice(0, 31));
  about.columns = [{ width: 34 }, { width: 90 }];
  about.addRow(chain.map(safeText));
  await about.protect("", {});
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function formatCell(cell: excel.Cell, { open, words }: WorkbookCell): void {
  cell.numFmt = "@";
  cell.alignment = { vertical: "top", wrapText: true };
  cell.protection = { locked: !open };
  if (!open) cell.fill = { type: "pattern", pattern: "solid", fgColor: LOCKED };
  if (open && words)
    cell.dataValidation = {
      type: "list",
      allowBlank: true,
      formulae: [`"${words.join(",")}"`],
    };
}
