import type { Grid, SourceDocument } from "@/lib/document/document";
import { RuleError } from "@/lib/errors";

/** A row of a workbook that was brought back: its keys as text, and what its cells say by field. */
export type KeyedRow<Key extends string, Field extends string> = {
  keys: Record<Key, string>;
  texts: Partial<Record<Field, string>>;
  /** The first cell that says something, to name the row by. */
  first: string;
};

type Expected<Key extends string, Field extends string> = {
  keys: readonly Key[];
  /** The field that a heading names; undefined for one that is not read. */
  fieldOf: (heading: string) => Field | undefined;
  max: number;
};

/**
 * The rows of a workbook that went out to be filled in, whatever its order now and with columns left out. Throws
 * RuleError: `bulkForeign` for another kind of file, `bulkTooMany` for more rows than `max`.
 */
export function readKeyedRows<Key extends string, Field extends string>(
  document: SourceDocument,
  { keys, fieldOf, max }: Expected<Key, Field>,
): KeyedRow<Key, Field>[] {
  const grid = document.blocks.find((block): block is Grid => block.kind === "grid");
  const lines = grid ? textsByRow(grid) : [];
  const header = lines[0] ?? [];
  const places = keys.map((key) => header.indexOf(key));
  const fields = header.map(fieldOf);
  if (places.some((at) => at < 0) || fields.every((field) => !field))
    throw new RuleError("bulkForeign");
  const rows = lines.slice(1).filter((line) => line.some((text) => text !== ""));
  if (rows.length > max) throw new RuleError("bulkTooMany", { max });
  return rows.map((line) => {
    const texts: Partial<Record<Field, string>> = {};
    for (const [at, field] of fields.entries()) if (field) texts[field] = line[at] ?? "";
    const found = keys.map((key, at) => [key, line[places[at] ?? -1] ?? ""]);
    return {
      keys: Object.fromEntries(found) as Record<Key, string>,
      texts,
      first: line.find((text) => text !== "") ?? "",
    };
  });
}

/** A whole number as a key has it, or null. */
export function wholeNumber(text = ""): number | null {
  return /^(0|[1-9]\d{0,14})$/.test(text) ? Number(text) : null;
}

function textsByRow({ cells, rows, columns }: Grid): string[][] {
  const lines = Array.from({ length: rows }, () => new Array<string>(columns).fill(""));
  for (const { row, column, text } of cells) {
    const line = lines[row];
    if (line) line[column] = text.trim();
  }
  return lines;
}
