import { BULK_FIELDS, type BulkField, type BulkTexts } from "./fields";

/** One cell in which the workbook differs from what stood there when it was exported. */
export type CellChange = {
  field: BulkField;
  /** What stands in the ledger now. */
  current: string;
  /** What the workbook says. */
  typed: string;
  /** Somebody else has changed the same cell since the export, to something else. */
  conflict: boolean;
};

/**
 * The three-way merge of one project's row. `base` is what the workbook was made from, `current` what stands now. A cell
 * that only others changed keeps their value; one that both changed to the same is done; one that both changed
 * differently is a conflict.
 */
export function mergeRow(
  base: BulkTexts,
  current: BulkTexts,
  typed: Partial<BulkTexts>,
): CellChange[] {
  return BULK_FIELDS.flatMap((field) => {
    const mine = typed[field];
    if (mine === undefined || same(field, mine, base[field]) || same(field, mine, current[field]))
      return [];
    const conflict = !same(field, base[field], current[field]);
    return [{ field, current: current[field], typed: mine, conflict }];
  });
}

/** A spreadsheet writes 1,200 as 1200 and 0.50 as 0.5; line ends and outer spaces are no change either. */
function same(field: BulkField, one: string, other: string): boolean {
  return plain(field, one) === plain(field, other);
}

function plain(field: BulkField, text: string): string {
  const trimmed = text.replace(/\r\n?/g, "\n").trim();
  if (field !== "totalInvestment" || trimmed === "") return trimmed;
  const amount = Number(trimmed.replace(/[,，]/g, ""));
  return Number.isFinite(amount) ? String(amount) : trimmed;
}
