import type { SourceDocument } from "@/lib/document/document";
import { RuleError } from "@/lib/errors";
import type { Translator } from "@/lib/language/translator";
import { readKeyedRows, wholeNumber } from "@/lib/workbook/read";
import { OWED_MAX } from "../owed";
import { CONTENT_FIELDS, type TypedContent } from "../typed";
import { fieldLabels } from "./labels";
import { RETURN_KEYS } from "./workbook";

/** A row of the workbook: which return, the version it was made from, and what its cells say. */
export type TypedReturn = {
  projectId: number;
  month: string;
  version: number;
  /** As written: words, not codes. */
  texts: Partial<TypedContent>;
};

/**
 * The rows of a workbook of returns. Throws RuleError: `bulkForeign` for another kind of file, `bulkRow` for a row
 * without its keys, `bulkTwice` for a project that stands twice, `workbookMonths` for rows of several months.
 */
export function typedReturns(
  t: Translator,
  document: SourceDocument,
): { month: string; rows: TypedReturn[] } {
  const labels = fieldLabels(t);
  const found = readKeyedRows(document, {
    keys: RETURN_KEYS,
    fieldOf: (heading) => CONTENT_FIELDS.find((field) => labels[field] === heading),
    max: OWED_MAX,
  });
  const seen = new Set<number>();
  const rows = found.map(({ keys, texts, first }) => {
    const [projectId, version] = [wholeNumber(keys.id), wholeNumber(keys.version)];
    if (!projectId || version === null || !/^\d{4}-\d\d$/.test(keys.month))
      throw new RuleError("bulkRow", { row: first });
    if (seen.has(projectId)) throw new RuleError("bulkTwice", { project: first });
    seen.add(projectId);
    return { projectId, month: keys.month, version, texts };
  });
  const months = new Set(rows.map(({ month }) => month));
  const [month] = months;
  if (month === undefined) throw new RuleError("bulkForeign");
  if (months.size > 1) throw new RuleError("workbookMonths");
  return { month, rows };
}
