import type { Cell, Grid } from "@/lib/document/document";
import { oneLine } from "../values/plain";

/** A grid to be asked by row and column; a merged cell answers at every place it covers. */
export type Sheet = {
  grid: Grid;
  at: (row: number, column: number) => Cell | null;
  /** One line; empty where there is no cell. */
  text: (row: number, column: number) => string;
  /** The filled cells of a row from left to right, each once. */
  filled: (row: number) => Cell[];
};

export function sheetOf(grid: Grid): Sheet {
  const rows: (Cell | null)[][] = Array.from({ length: grid.rows }, () => []);
  for (const cell of grid.cells) {
    const bottom = Math.min(grid.rows, cell.row + cell.rowSpan);
    const right = Math.min(grid.columns, cell.column + cell.columnSpan);
    for (let row = cell.row; row < bottom; row += 1)
      for (let column = cell.column; column < right; column += 1) {
        const places = rows[row];
        if (places && !places[column]) places[column] = cell;
      }
  }
  const filled: Cell[][] = [];
  return {
    grid,
    at: (row, column) => rows[row]?.[column] ?? null,
    text: (row, column) => oneLine(rows[row]?.[column]?.text ?? ""),
    filled: (row) => {
      filled[row] ??= [...new Set(rows[row])].filter(
        (cell): cell is Cell => Boolean(cell) && cell?.text.trim() !== "",
      );
      return filled[row];
    },
  };
}

/** The rows from `from` up to `to` as a grid of their own; a merged cell that reaches in begins with it. */
export function rowsOf(grid: Grid, from: number, to: number): Grid {
  if (from === 0 && to === grid.rows) return grid;
  const cells = grid.cells
    .filter((cell) => cell.row < to && cell.row + cell.rowSpan > from)
    .map((cell) => {
      const row = Math.max(cell.row, from);
      const end = Math.min(cell.row + cell.rowSpan, to);
      return { ...cell, row: row - from, rowSpan: end - row };
    });
  const { location } = grid;
  const line = location.line === null ? null : location.line + from;
  return { ...grid, location: { ...location, line }, cells, rows: to - from };
}
