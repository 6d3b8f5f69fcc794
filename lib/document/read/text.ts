import { CsvError, parse } from "csv-parse/sync";
import { DocumentRefusedError, type Paragraph, type SourceDocument } from "../document";
import { decodeText } from "./decode";
import { gridOfRows, NOWHERE } from "./grid";
import { DOCUMENT_LIMITS, refuseLargeTable, refuseLongText } from "./limits";

/** The lines of a text file, each exactly as it stands, empty ones included; of what Excel saves as text, its one table. */
export function readText(bytes: Uint8Array): SourceDocument {
  const content = decodeText(bytes);
  const rows = savedRows(content);
  if (!rows) return { format: "txt", blocks: textBlocks(content) };
  return { format: "txt", blocks: [gridOfRows(rows, { ...NOWHERE, line: 1 })] };
}

/** Excel puts tabs between all cells and quotes around those with a line break; null for every other text. */
function savedRows(content: string): string[][] | null {
  if (!/(?:^|\t)"[^"\t]*\n/m.test(content)) return null;
  try {
    const rows = parseDelimited(content, "\t");
    const filled = rows.filter((cells) => cells.some((cell) => cell !== ""));
    return filled.every((cells) => cells.length > 1) ? rows : null;
  } catch (error) {
    if (error instanceof DocumentRefusedError) return null;
    throw error;
  }
}

/** Each line as a paragraph of its own. */
export function textBlocks(content: string): Paragraph[] {
  const lines = linesOf(content);
  if (lines.length > DOCUMENT_LIMITS.paragraphs) {
    throw new DocumentRefusedError("paragraphs", { limit: DOCUMENT_LIMITS.paragraphs });
  }
  return lines.map((text, index) => {
    refuseLongText(text);
    return { kind: "paragraph", location: { ...NOWHERE, line: index + 1 }, text };
  });
}

/** The one table of a delimited file: comma, semicolon or tab, whichever separates it most evenly. */
export function readCsv(bytes: Uint8Array): SourceDocument {
  const text = decodeText(bytes);
  const rows = parseDelimited(text, likelyDelimiter(text));
  return { format: "csv", blocks: [gridOfRows(rows, { ...NOWHERE, line: 1 })] };
}

/** The records of delimited text with quoted cells. Refuses a quote that is not closed or stands inside a cell. */
export function parseDelimited(text: string, delimiter: string): string[][] {
  try {
    const rows = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: DOCUMENT_LIMITS.textLength * 10,
    });
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
    const cells = rows.reduce((sum, row) => sum + row.length, 0);
    refuseLargeTable({ rows: rows.length, columns, cells });
    return rows;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    if (error.code === "CSV_MAX_RECORD_SIZE") {
      throw new DocumentRefusedError("text_length", { limit: DOCUMENT_LIMITS.textLength });
    }
    const line = Number("lines" in error ? error.lines : 0);
    throw new DocumentRefusedError("quotes", { line: Number.isFinite(line) ? line : 0 });
  }
}

function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines;
}

const DELIMITERS = [",", ";", "\t"];
const SAMPLE_CHARACTERS = 64 * 1024;

function likelyDelimiter(text: string): string {
  const lines = linesOf(text.slice(0, SAMPLE_CHARACTERS).replace(/"[^"]*"/g, ""));
  const scores = DELIMITERS.map((delimiter) => evenness(lines, delimiter));
  return DELIMITERS[scores.indexOf(Math.max(...scores))] ?? ",";
}

/** How many lines have the most frequent number of separators, none not counted. */
function evenness(lines: string[], delimiter: string): number {
  const frequency = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) frequency.set(count, (frequency.get(count) ?? 0) + 1);
  }
  return Math.max(0, ...frequency.values());
}
