import excel from "exceljs";
import { PROJECT_TYPES } from "@/db/vocabulary";
import { safeText } from "@/lib/export/xlsx";
import type { Translator } from "@/lib/language/translator";
import { BULK_FIELDS, type BulkField, isFactField, shownText } from "./fields";
import type { BulkExport } from "./queries";

/** Before the fields: what a row is merged by. Hidden and locked. */
export const KEY_COLUMNS = ["id", "version"] as const;
/** The header stands in the first row, so that it can be found again whatever is sorted or filtered. */
export const HEADER_ROW = 1;

const WIDTHS: Record<BulkField, number> = {
  name: 30,
  type: 14,
  field: 16,
  owners: 24,
  hosts: 18,
  leads: 24,
  supports: 18,
  start: 11,
  end: 11,
  totalInvestment: 14,
  content: 50,
  sponsor: 12,
  responsiblePerson: 12,
  contact: 12,
  contactPhone: 16,
  investmentCode: 20,
  scienceCode: 20,
  approvalNumber: 20,
};

const LOCKED = { argb: "FFF4F2EC" };

/**
 * A view of the ledger as a workbook that can be filled in and brought back: hidden id and version, locked columns where
 * the person may not write, a drop-down for the type. All cells are text, so that no spreadsheet turns 2022-03 into a day.
 */
export async function bulkWorkbook(t: Translator, data: BulkExport): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  const page = workbook.addWorksheet(t("bulk.sheet"), {
    views: [{ state: "frozen", ySplit: HEADER_ROW, xSplit: KEY_COLUMNS.length + 1 }],
  });
  page.columns = [
    ...KEY_COLUMNS.map((key) => ({ key, width: 8, hidden: true })),
    ...BULK_FIELDS.map((field) => ({ key: field, width: WIDTHS[field] })),
  ];
  const header = page.getRow(HEADER_ROW);
  header.values = [...KEY_COLUMNS, ...BULK_FIELDS.map((field) => t(`bulk.field.${field}`))];
  header.font = { bold: true };
  for (const { id, version, texts } of data.rows) {
    const shown = BULK_FIELDS.map((field) => safeText(shownText(t, field, texts[field])));
    formatRow(t, page.addRow([id, version, ...shown]), data.facts);
  }
  await page.protect("", {
    selectLockedCells: true,
    selectUnlockedCells: true,
    formatColumns: true,
    formatRows: true,
    autoFilter: true,
    sort: true,
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function formatRow(t: Translator, row: excel.Row, facts: boolean): void {
  const types = PROJECT_TYPES.map((type) => t(`projectType.${type}`)).join(",");
  for (const [at, field] of BULK_FIELDS.entries()) {
    const cell = row.getCell(KEY_COLUMNS.length + at + 1);
    const open = facts || !isFactField(field);
    cell.numFmt = "@";
    cell.alignment = { vertical: "top", wrapText: true };
    cell.protection = { locked: !open };
    if (!open) cell.fill = { type: "pattern", pattern: "solid", fgColor: LOCKED };
    if (open && field === "type")
      cell.dataValidation = { type: "list", allowBlank: false, formulae: [`"${types}"`] };
  }
}
