import type { Cell, Grid, Paragraph } from "../../document";
import { gridOf, NOWHERE } from "../grid";
import type { Line, Segment } from "./lines";

type Column = { x: number; end: number };

const FEWEST_ROWS = 2;
/** A table's lines stand no further apart than so many times their height. */
const FURTHEST = 6;

/** The tables and paragraphs of a page. A table is a run of lines between whose segments the same gaps stay free. */
export function pageBlocks(lines: Line[], page: number): (Paragraph | Grid)[] {
  const location = { ...NOWHERE, page };
  const blocks: (Paragraph | Grid)[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = tableFrom(lines, at);
    if (run) {
      blocks.push(gridOf(cellsOf(run.lines, run.columns), location));
      at += run.lines.length;
    } else {
      const text = (lines[at]?.segments ?? [])
        .map((segment) => segment.text)
        .join(" ")
        .trim();
      if (text !== "") blocks.push({ kind: "paragraph", location, text });
      at += 1;
    }
  }
  return blocks;
}

function tableFrom(lines: Line[], from: number): { lines: Line[]; columns: Column[] } | null {
  const first = lines[from];
  if (!first || first.segments.length < 2) return null;
  let columns: Column[] = first.segments;
  const found = [first];
  for (let at = from + 1; at < lines.length; at += 1) {
    const line = lines[at];
    const above = lines[at - 1];
    if (!line || !above || above.y - line.y > above.height * FURTHEST) break;
    const next = joined([...columns, ...line.segments]);
    // A line across the gaps is no row of this table.
    if (next.length < Math.max(2, columns.length)) break;
    columns = next;
    found.push(line);
  }
  // Prose below a table leaves all gaps free only in its last, short line.
  const rows = found.filter((line) => line.segments.length > 1).length;
  return rows < FEWEST_ROWS ? null : { lines: found, columns };
}

/** The segments that overlap, as one column each. */
function joined(segments: Column[]): Column[] {
  const columns: Column[] = [];
  for (const segment of [...segments].sort((one, other) => one.x - other.x)) {
    const column = columns.at(-1);
    if (column && segment.x <= column.end) column.end = Math.max(column.end, segment.end);
    else columns.push({ x: segment.x, end: segment.end });
  }
  return columns;
}

function cellsOf(lines: Line[], columns: Column[]): Cell[] {
  return rowsOf(lines).flatMap((row, index) =>
    columns.flatMap((column, at): Cell[] => {
      const inside = (segment: Segment) => segment.x >= column.x && segment.end <= column.end;
      const texts = row
        .flatMap((line) => line.segments.filter(inside))
        .map(({ text }) => text.trim());
      const text = texts.join("\n");
      if (text === "") return [];
      const place = { row: index, column: at, rowSpan: 1, columnSpan: 1 };
      return [{ text, ...place, flags: ["unsure"] }];
    }),
  );
}

/**
 * Lines that make up one row. Where the distances between lines are of two kinds, the smaller one is that of lines
 * within a cell; where they are all alike, each line is a row.
 */
function rowsOf(lines: Line[]): Line[][] {
  const distances = lines.slice(1).map((line, index) => (lines[index]?.y ?? line.y) - line.y);
  const least = Math.min(...distances);
  const wide = distances.filter((distance) => distance > least * 1.3).length;
  const mixed = wide > 0 && wide < distances.length;
  const rows: Line[][] = [];
  for (const [index, line] of lines.entries()) {
    const near = mixed && index > 0 && (distances[index - 1] ?? 0) <= least * 1.3;
    if (near) rows.at(-1)?.push(line);
    else rows.push([line]);
  }
  return rows;
}
