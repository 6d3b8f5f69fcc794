import type { Cell, Grid, Location } from "../document";
import { refuseLargeTable, refuseLongText } from "./limits";

export const NOWHERE: Location = { sheet: null, page: null, line: null };

/** A grid of cells that may come in any order. Empty cells are left out unless a flag has to be seen. */
export function gridOf(cells: Cell[], location: Location): Grid {
  const kept = cells.filter((cell) => cell.text !== "" || cell.flags.length > 0);
  let rows = 0;
  let columns = 0;
  for (const cell of kept) {
    rows = Math.max(rows, cell.row + cell.rowSpan);
    columns = Math.max(columns, cell.column + cell.columnSpan);
    refuseLongText(cell.text);
  }
  refuseLargeTable({ rows, columns, cells: kept.length });
  kept.sort((one, other) => one.row - other.row || one.column - other.column);
  return { kind: "grid", location, cells: kept, rows, columns };
}

/** A grid of plain rows, as delimited text has them. */
export function gridOfRows(rows: string[][], location: Location): Grid {
  const cells = rows.flatMap((texts, row) =>
    texts.map((text, column) => plainCell(text.trim(), row, column)),
  );
  return gridOf(cells, location);
}

export function plainCell(text: string, row: number, column: number): Cell {
  return { text, row, column, rowSpan: 1, columnSpan: 1, flags: [] };
}

/** The same cells without the columns in which none begins: lines that only merged cells cross. */
export function withoutUnusedColumns(cells: Cell[]): Cell[] {
  const begins = [...new Set(cells.map((cell) => cell.column))].sort((one, other) => one - other);
  const before = (column: number) => countBelow(begins, column);
  return cells.map((cell) => {
    const column = before(cell.column);
    const columnSpan = Math.max(1, before(cell.column + cell.columnSpan) - column);
    return { ...cell, column, columnSpan };
  });
}

/** How many of the ascending numbers are below the limit. */
function countBelow(ascending: number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? limit) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
