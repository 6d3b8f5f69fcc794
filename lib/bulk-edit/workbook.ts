import { PROJECT_TYPES } from "@/db/vocabulary";
import { chainLine } from "@/lib/export/chain-line";
import type { Translator } from "@/lib/language/translator";
import { drawEditableWorkbook } from "@/lib/workbook/draw";
import { BULK_FIELDS, type BulkField, isCorrected, shownText } from "./fields";
import type { BulkExport } from "./queries";

/** Before the fields: what a row is merged by. Hidden and locked. */
export const KEY_COLUMNS = ["id", "version"] as const;

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

/** A view of the ledger as a workbook to fill in and bring back: type and field locked where the person may not correct them. */
export async function bulkWorkbook(t: Translator, data: BulkExport): Promise<Uint8Array> {
  const types = PROJECT_TYPES.map((type) => t(`projectType.${type}`));
  return drawEditableWorkbook({
    sheet: t("bulk.sheet"),
    keys: KEY_COLUMNS,
    columns: BULK_FIELDS.map((field) => ({
      header: t(`bulk.field.${field}`),
      width: WIDTHS[field],
    })),
    chain: chainLine(t, data.head),
    rows: data.rows.map(({ id, version, texts }) => ({
      keys: [id, version],
      cells: BULK_FIELDS.map((field) => ({
        text: shownText(t, field, texts[field]),
        open: data.corrects || !isCorrected(field),
        ...(field === "type" && { words: types }),
      })),
    })),
  });
}
