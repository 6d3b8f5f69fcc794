import type { Grid, Paragraph } from "@/lib/document/document";
import { plain } from "../values/plain";
import { cleanLine, gridOf, isBlank } from "./lines";

/**
 * A table of lines with tabs between the cells, or with | as Markdown has it; empty lines may stand inside. Answers the
 * grid and the first line behind it; null where fewer than two such lines follow each other.
 */
export function readTabbedLines(
  lines: Paragraph[],
  from: number,
): { grid: Grid; next: number } | null {
  const first = lines[from];
  if (!first || !cellsOf(first)) return null;
  const rows: string[][] = [];
  let next = from;
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    if (!line) break;
    if (isBlank(line)) continue;
    const cells = cellsOf(line);
    if (!cells) break;
    if (!cells.every((text) => /^:?-{2,}:?$/.test(text)) || cells.length < 2) rows.push(cells);
    next = at + 1;
  }
  if (rows.length < 2) return null;
  const columns = commonLength(rows);
  const padded = rows.map((cells) => lineUp(cells, columns));
  return { grid: gridOf(padded, first.location), next };
}

function cellsOf(line: Paragraph): string[] | null {
  const text = cleanLine(line.text);
  const trimmed = text.trim();
  if (/^\|.*\|$/.test(trimmed))
    return trimmed
      .slice(1, -1)
      .split("|")
      .map((cell) => cell.trim());
  return /\S.*\t/.test(text) || /\t.*\t.*\S/.test(text)
    ? text.replace(/^ +/, "").split("\t")
    : null;
}

/** The length most rows have: a stray long row must not widen the table. */
function commonLength(rows: string[][]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  return (
    [...counts].sort(([one, often], [other, seldom]) => seldom - often || other - one)[0]?.[0] ?? 0
  );
}

/** Cells missing at the end are empty; a single one is a title; any other length is unsure. */
function lineUp(cells: string[], columns: number): { cells: string[]; unsure: boolean } {
  const rest = cells.slice(columns).every((text) => plain(text) === "");
  if (cells.length >= columns && rest) return { cells: cells.slice(0, columns), unsure: false };
  const filled = cells.filter((text) => plain(text) !== "").length;
  return { cells, unsure: filled > 1 };
}
