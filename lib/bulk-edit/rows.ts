import type { SourceDocument } from "@/lib/document/document";
import { RuleError } from "@/lib/errors";
import type { Translator } from "@/lib/language/translator";
import { type KeyedRow, readKeyedRows, wholeNumber } from "@/lib/workbook/read";
import { BULK_FIELDS, type BulkField, type BulkTexts, typedText } from "./fields";
import { BULK_MAX, type TypedRow } from "./queries";
import { KEY_COLUMNS } from "./workbook";

/**
 * The rows of a workbook that was exported for editing. Throws RuleError: `bulkForeign` for another kind of file,
 * `bulkRow` for a row without its id, `bulkTwice` for a project that stands twice, `bulkTooMany` above 2,000 rows.
 */
export function typedRows(t: Translator, document: SourceDocument): TypedRow[] {
  const rows = readKeyedRows(document, {
    keys: KEY_COLUMNS,
    fieldOf: (heading) => BULK_FIELDS.find((field) => t(`bulk.field.${field}`) === heading),
    max: BULK_MAX,
  });
  const typed = rows.map((row) => rowOf(t, row));
  assertOnce(typed);
  return typed;
}

function rowOf(
  t: Translator,
  { keys, texts, first }: KeyedRow<(typeof KEY_COLUMNS)[number], BulkField>,
): TypedRow {
  const [id, version] = [wholeNumber(keys.id), wholeNumber(keys.version)];
  if (!id || !version) throw new RuleError("bulkRow", { row: first });
  const typed: Partial<BulkTexts> = {};
  for (const field of BULK_FIELDS) {
    const text = texts[field];
    if (text !== undefined) typed[field] = typedText(t, field, text);
  }
  return { id, version, typed };
}

function assertOnce(rows: TypedRow[]): void {
  const seen = new Set<number>();
  for (const { id, typed } of rows) {
    if (seen.has(id)) throw new RuleError("bulkTwice", { project: typed.name ?? String(id) });
    seen.add(id);
  }
}
