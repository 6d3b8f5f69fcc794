import { mergeTexts, sameAmount, sameText, type TextChange } from "@/lib/merge/three-way";
import { BULK_FIELDS, type BulkField, type BulkTexts } from "./fields";

/** One cell in which the workbook differs from what stood there when it was exported. */
export type CellChange = TextChange<BulkField>;

/** The three-way merge of one project's row: `base` is what the workbook was made from, `current` what stands now. */
export function mergeRow(
  base: BulkTexts,
  current: BulkTexts,
  typed: Partial<BulkTexts>,
): CellChange[] {
  return mergeTexts(BULK_FIELDS, same, { base, current, typed });
}

function same(field: BulkField, one: string, other: string): boolean {
  return field === "totalInvestment" ? sameAmount(one, other) : sameText(one, other);
}
