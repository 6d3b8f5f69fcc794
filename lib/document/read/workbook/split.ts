import type { Cell, Grid } from "../../document";
import { gridOf } from "../grid";

/**
 * The tables of one sheet. A sheet is one grid, as the sheet has it, unless tables stand clearly apart: an empty row
 * between them, other columns used, two rows of two cells or more on both sides, and words without numbers as the
 * first row below. So titles, notes, totals and continued rows stay with their table. `location.line` is the row of
 * the sheet in which each grid begins.
 */
export function splitTables(grid: Grid): Grid[] {
  const groups: { cells: Cell[][]; table: Extent | null }[] = [];
  for (const cells of bandsOf(grid.cells)) {
    const table = tableExtent(cells);
    const group = groups.at(-1);
    const apart = group?.table && table && !sameExtent(group.table, table) && hasHeader(cells);
    if (!group || apart) groups.push({ cells: [cells], table });
    else {
      group.cells.push(cells);
      group.table ??= table;
    }
  }
  if (groups.length < 2) return [grid];
  return groups.map((group) => {
    const cells = group.cells.flat();
    const first = cells[0]?.row ?? 0;
    const moved = cells.map((cell) => ({ ...cell, row: cell.row - first }));
    return gridOf(moved, { ...grid.location, line: first + 1 });
  });
}

type Extent = { first: number; last: number };

/** Runs of rows without an empty row between them. The cells come row by row. */
function bandsOf(cells: Cell[]): Cell[][] {
  const bands: Cell[][] = [];
  let end = 0;
  for (const cell of cells) {
    const band = bands.at(-1);
    if (band && cell.row <= end) band.push(cell);
    else bands.push([cell]);
    end = Math.max(end, cell.row + cell.rowSpan);
  }
  return bands;
}

/** The columns that a band of rows uses; null where it is no table. */
function tableExtent(cells: Cell[]): Extent | null {
  if (fullRows(cells).length < 2) return null;
  let first = Number.POSITIVE_INFINITY;
  let last = 0;
  for (const cell of cells) {
    first = Math.min(first, cell.column);
    last = Math.max(last, cell.column + cell.columnSpan);
  }
  return { first, last };
}

function sameExtent(one: Extent, other: Extent): boolean {
  return one.first === other.first && one.last === other.last;
}

function hasHeader(cells: Cell[]): boolean {
  const [header = []] = fullRows(cells);
  return header.every((cell) => !/^[\d.,%\s]*$/.test(cell.text));
}

/** The rows with two cells or more. */
function fullRows(cells: Cell[]): Cell[][] {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.values()].filter((row) => row.length > 1);
}
