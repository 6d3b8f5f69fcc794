import type { Cell, CellFlag, Grid, Location, Paragraph } from "@/lib/document/document";

const BOOKMARK = /\[bookmark: ?[^\]]*\]/g;

/** A line of a text dump: what converters leave behind (bookmarks, **) is no part of it. */
export function cleanLine(text: string): string {
  return text.replace(BOOKMARK, "").replaceAll("**", "").replace(/\r$/, "");
}

/** A grid of plain rows, one cell a place. Rows that do not fit are unsure in every cell. */
export function gridOf(rows: { cells: string[]; unsure: boolean }[], location: Location): Grid {
  const columns = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const cells = rows.flatMap(({ cells, unsure }, row) =>
    cells.map((text, column) => plainCell(text, row, column, unsure ? ["unsure"] : [])),
  );
  return { kind: "grid", location, cells, rows: rows.length, columns };
}

function plainCell(text: string, row: number, column: number, flags: CellFlag[]): Cell {
  return { text: text.trim(), row, column, rowSpan: 1, columnSpan: 1, flags };
}

export function isBlank({ text }: Paragraph): boolean {
  return text.trim() === "" && !text.includes("\t");
}
