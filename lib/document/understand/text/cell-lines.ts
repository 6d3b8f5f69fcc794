import type { Grid, Paragraph } from "@/lib/document/document";
import { plain } from "../values/plain";
import { cleanLine, gridOf, isBlank } from "./lines";

const CELL = /^[ \u3000]*\t([^\t]*)$/;
const LONGEST_HEADER_CELL = 40;
const FEWEST_COLUMNS = 3;

/** A cell as a run of lines tells it: whether an empty line stood before it. */
type RunCell = { text: string; afterBlank: boolean };

/**
 * A table dumped as one cell a line, each behind a tab; rows usually stand apart by an empty line. The header tells how
 * many cells a row has. Answers the grid and how many of the lines belong to it; null where there is no such table.
 */
export function readCellLines(
  lines: Paragraph[],
  from: number,
): { grid: Grid; next: number } | null {
  const first = lines[from];
  if (!first || !CELL.test(cleanLine(first.text))) return null;
  const header = readHeader(lines, from);
  const columns = header ? columnsOf(header.cells) : 0;
  if (!header || columns < FEWEST_COLUMNS) return null;
  const { cells, next } = readRun(lines, header.next, columns, header.cells.length - columns);
  const rows = [header.cells.slice(0, columns).map((text) => ({ text, afterBlank: false }))];
  const body = [
    ...header.cells.slice(columns).map((text) => ({ text, afterBlank: false })),
    ...cells,
  ];
  const grid = gridOf(
    [
      ...rows.map((row) => ({ cells: row.map(({ text }) => text), unsure: false })),
      ...splitRows(body, columns),
    ],
    first.location,
  );
  return grid.rows > 1 ? { grid, next } : null;
}

/** The cells up to the first empty line; a header cell may be broken over several short lines. */
function readHeader(lines: Paragraph[], from: number): { cells: string[]; next: number } | null {
  const cells: string[] = [];
  let at = from;
  for (; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line || isBlank(line)) break;
    const text = cleanLine(line.text);
    const cell = CELL.exec(text)?.[1];
    if (cell !== undefined) cells.push(cell);
    else if (cells.length > 0 && text.trim().length <= LONGEST_HEADER_CELL && !/[。；]/.test(text))
      cells.push(`${cells.pop()}${text.trim()}`);
    else break;
  }
  return cells.length === 0 ? null : { cells, next: at };
}

/** Without empty lines between rows, the numbers 1 and 2 at equal distance show where rows begin. */
function columnsOf(cells: string[]): number {
  const first = cells.findIndex((text) => plain(text) === "1");
  if (
    first >= FEWEST_COLUMNS &&
    (cells.length < 2 * first + 1 || plain(cells[2 * first] ?? "") === "2")
  )
    return first;
  return cells.every((text) => plain(text).length <= LONGEST_HEADER_CELL) ? cells.length : 0;
}

/** Everything that still belongs to the table: cells, empty lines, and paragraphs within a row that is not complete. */
function readRun(lines: Paragraph[], from: number, columns: number, already: number) {
  const cells: RunCell[] = [];
  let next = from;
  let afterBlank = false;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (isBlank(line)) {
      afterBlank = true;
      continue;
    }
    const text = cleanLine(line.text);
    const cell = CELL.exec(text)?.[1];
    if (cell !== undefined) cells.push({ text: cell, afterBlank });
    else if (!continues(cells, columns, already, lines, at)) break;
    else {
      const last = cells.at(-1);
      if (last) last.text = last.text === "" ? text.trim() : `${last.text}\n${text.trim()}`;
    }
    afterBlank = false;
    next = at + 1;
  }
  return { cells, next };
}

/** A further paragraph of the last cell: the row waits for cells, and one more follows; or its list of units is open. */
function continues(
  cells: RunCell[],
  columns: number,
  already: number,
  lines: Paragraph[],
  at: number,
): boolean {
  const last = cells.at(-1);
  if (!last) return false;
  if (/[、，]$/.test(last.text.trim())) return true;
  const row = lastRowLength(cells) + (cells.every(({ afterBlank }) => !afterBlank) ? already : 0);
  if (row % columns === 0) return false;
  const following = lines
    .slice(at + 1, at + 30)
    .find((line) => !isBlank(line) && CELL.test(cleanLine(line.text)));
  return following !== undefined;
}

function lastRowLength(cells: RunCell[]): number {
  const start = cells.findLastIndex(({ afterBlank }) => afterBlank);
  return cells.length - Math.max(0, start);
}

/** Rows by empty lines where the counts agree, else by counting; a row that fits neither is unsure. */
function splitRows(cells: RunCell[], columns: number): { cells: string[]; unsure: boolean }[] {
  const groups: string[][] = [];
  for (const { text, afterBlank } of cells) {
    const group = groups.at(-1);
    if (!group || (afterBlank && group.length % columns === 0)) groups.push([text]);
    else if (afterBlank && (group.length === 1 || group.length > 1)) {
      if (startsRow(text, group)) groups.push([text]);
      else group.push(text);
    } else group.push(text);
  }
  return groups.flatMap((group) => {
    if (group.length % columns !== 0)
      return [{ cells: group.slice(0, columns), unsure: group.length > 1 }];
    return Array.from({ length: group.length / columns }, (_, at) => ({
      cells: group.slice(at * columns, (at + 1) * columns),
      unsure: false,
    }));
  });
}

/** Behind an empty line within an unfinished row: a number, a category or a total begins the next one. */
function startsRow(text: string, group: string[]): boolean {
  if (group.length === 1) return true;
  return /^(?:\d{1,4}|[一二三四五六七八九十]+[、.]?.*|[（(][一二三四五六七八九十]+[）)].*|合计|总计|小计|序号)$/.test(
    plain(text),
  );
}
