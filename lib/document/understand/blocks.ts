import type { Grid, Paragraph, SourceDocument } from "@/lib/document/document";
import { readCellLines } from "./text/cell-lines";
import { cleanLine } from "./text/lines";
import { readTabbedLines } from "./text/tabbed-lines";

export type Block = Paragraph | Grid;

/** The blocks of a document with the tables found that a text dump hides in its lines; empty lines are gone. */
export function blocksOf(document: SourceDocument): Block[] {
  const found: Block[] = [];
  let run: Paragraph[] = [];
  for (const block of document.blocks.flatMap(unboxed)) {
    if (block.kind === "paragraph") run.push(block);
    else {
      found.push(...tablesIn(run), block);
      run = [];
    }
  }
  return [...found, ...tablesIn(run)];
}

/**
 * A table of one column is a frame around paragraphs. One in which every row has a single cell is a dump of one cell a
 * line that was pasted: its lines with their tabs again.
 */
function unboxed(block: Block): Block[] {
  if (block.kind === "paragraph") return [block];
  if (block.columns <= 1)
    return block.cells.flatMap(({ text }) =>
      text.split("\n").map((line) => lineAt(block, 0, line)),
    );
  if (block.columns > 2 || new Set(block.cells.map(({ row }) => row)).size < block.cells.length)
    return [block];
  const cells = new Map(block.cells.map((cell) => [cell.row, cell]));
  return Array.from({ length: block.rows }, (_, row) => {
    const cell = cells.get(row);
    return lineAt(block, row, cell === undefined ? "" : "\t".repeat(cell.column) + cell.text);
  });
}

function lineAt({ location }: Grid, row: number, text: string): Paragraph {
  const line = location.line === null ? null : location.line + row;
  return { kind: "paragraph", location: { ...location, line }, text };
}

function tablesIn(lines: Paragraph[]): Block[] {
  const found: Block[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at];
    const table = line?.text.includes("\t") || line?.text.includes("|") ? tableAt(lines, at) : null;
    if (table) {
      found.push(table.grid);
      at = table.next;
    } else {
      const text = cleanLine(line?.text ?? "").trim();
      if (line && text !== "") found.push({ ...line, text });
      at += 1;
    }
  }
  return found;
}

function tableAt(lines: Paragraph[], at: number) {
  return readTabbedLines(lines, at) ?? readCellLines(lines, at);
}
