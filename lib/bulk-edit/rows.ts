import type { Grid, SourceDocument } from "@/lib/document/document";
import { RuleError } from "@/lib/errors";
import type { Translator } from "@/lib/language/translator";
import { BULK_FIELDS, type BulkField, type BulkTexts, typedText } from "./fields";
import { BULK_MAX, type TypedRow } from "./queries";
import { KEY_COLUMNS } from "./workbook";

/**
 * The rows of a workbook that was exported for editing, whatever its order now and with columns left out. Throws
 * RuleError: `bulkForeign` for another kind of file, `bulkRow` for a row without its id, `bulkTwice` for a project that
 * stands twice, `bulkTooMany` above 2,000 rows.
 */
export function typedRows(t: Translator, document: SourceDocument): TypedRow[] {
  const grid = document.blocks.find((block): block is Grid => block.kind === "grid");
  const lines = grid ? textsByRow(grid) : [];
  const header = lines[0] ?? [];
  const [idAt = -1, versionAt = -1] = KEY_COLUMNS.map((key) => header.indexOf(key));
  const fields = header.map((text) =>
    BULK_FIELDS.find((field) => t(`bulk.field.${field}`) === text),
  );
  if (idAt < 0 || versionAt < 0 || fields.every((field) => !field))
    throw new RuleError("bulkForeign");
  const rows = lines.slice(1).filter((line) => line.some((text) => text !== ""));
  if (rows.length > BULK_MAX) throw new RuleError("bulkTooMany", { max: BULK_MAX });
  const typed = rows.map((line) => rowOf(t, line, { idAt, versionAt, fields }));
  assertOnce(typed);
  return typed;
}

type Columns = { idAt: number; versionAt: number; fields: (BulkField | undefined)[] };

function rowOf(t: Translator, line: string[], { idAt, versionAt, fields }: Columns): TypedRow {
  const [id, version] = [wholeNumber(line[idAt]), wholeNumber(line[versionAt])];
  if (id === null || version === null)
    throw new RuleError("bulkRow", { row: line.find((text) => text !== "") ?? "" });
  const typed: Partial<BulkTexts> = {};
  for (const [at, field] of fields.entries())
    if (field) typed[field] = typedText(t, field, line[at] ?? "");
  return { id, version, typed };
}

function assertOnce(rows: TypedRow[]): void {
  const seen = new Set<number>();
  for (const { id, typed } of rows) {
    if (seen.has(id)) throw new RuleError("bulkTwice", { project: typed.name ?? String(id) });
    seen.add(id);
  }
}

function textsByRow({ cells, rows, columns }: Grid): string[][] {
  const lines = Array.from({ length: rows }, () => new Array<string>(columns).fill(""));
  for (const { row, column, text } of cells) {
    const line = lines[row];
    if (line) line[column] = text.trim();
  }
  return lines;
}

function wholeNumber(text = ""): number | null {
  return /^[1-9]\d{0,14}$/.test(text) ? Number(text) : null;
}
