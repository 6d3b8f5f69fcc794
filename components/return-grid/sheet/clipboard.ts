/**
 * The cells of a text that a spreadsheet put on the clipboard: columns apart by tabs, rows by line ends; a cell that
 * holds either, or a quote, stands in quotes with its quotes doubled.
 */
export function cellsOfText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at);
    row.push(cell);
    at = end + 1;
    if (text[end] === "\t") continue;
    rows.push(row);
    row = [];
    if (text[end] === "\r" && text[end + 1] === "\n") at += 1;
  }
  const last = rows.at(-1);
  // Spreadsheets end the last row like every other.
  if (rows.length > 1 && last?.length === 1 && last[0] === "") rows.pop();
  return rows;
}

/** The opposite: cells as a spreadsheet takes them. */
export function textOfCells(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) =>
      row
        .map((cell) => (/[\t\r\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join("\t"),
    )
    .join("\r\n");
}

/** A block without its first row where that says nothing but the words above the columns. */
export function withoutHeadings(block: string[][], headings: readonly string[]): string[][] {
  const [first = []] = block;
  const named = first.filter((text) => text.trim() !== "");
  const isHeading = named.length > 0 && named.every((text) => headings.includes(text.trim()));
  return isHeading && block.length > 1 ? block.slice(1) : block;
}

function plainCell(text: string, from: number): { cell: string; end: number } {
  let end = from;
  while (end < text.length && !isBreak(text[end])) end += 1;
  return { cell: text.slice(from, end), end };
}

/** A quote that nothing closes, or that something follows, was typed by a person: then it is text like any other. */
function quotedCell(text: string, from: number): { cell: string; end: number } {
  let at = from + 1;
  while (at < text.length) {
    if (text[at] !== '"') at += 1;
    else if (text[at + 1] === '"') at += 2;
    else break;
  }
  const closed = text[at] === '"' && (at + 1 === text.length || isBreak(text[at + 1]));
  if (!closed) return plainCell(text, from);
  return { cell: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 };
}

function isBreak(character: string | undefined): boolean {
  return character === "\t" || character === "\n" || character === "\r";
}
