import { type Cell, DocumentRefusedError } from "../../document";
import { DOCUMENT_LIMITS } from "../limits";
import type { Area } from "./address";

/**
 * The cells with their merged areas, cut to what is used: the first cell of an area gets its spans, the others, whose
 * values no program shows, go.
 */
export function mergeCells(cells: Cell[], merges: Area[]): Cell[] {
  if (merges.length === 0) return cells;
  const lastRow = cells.reduce((last, cell) => Math.max(last, cell.row), -1);
  const lastColumn = cells.reduce((last, cell) => Math.max(last, cell.column), -1);
  const used = merges
    .map((area) => cut(area, lastRow, lastColumn))
    .filter((area) => area.firstRow <= area.lastRow && area.firstColumn <= area.lastColumn);
  const areasOfRow = byRow(used);
  return cells.flatMap((cell) => {
    const area = areasOfRow
      .get(cell.row)
      ?.find((one) => one.firstColumn <= cell.column && cell.column <= one.lastColumn);
    if (!area) return [cell];
    if (cell.row !== area.firstRow || cell.column !== area.firstColumn) return [];
    return [
      {
        ...cell,
        rowSpan: area.lastRow - area.firstRow + 1,
        columnSpan: area.lastColumn - area.firstColumn + 1,
      },
    ];
  });
}

/**
 * Titles and groups are merged beyond the last cell with a value: columns are kept up to the last used one, rows too
 * (a number merged over several rows reaches as far as its neighbours do).
 */
function cut(area: Area, lastRow: number, lastColumn: number): Area {
  return {
    ...area,
    lastRow: Math.min(area.lastRow, lastRow),
    lastColumn: Math.min(area.lastColumn, lastColumn),
  };
}

function byRow(areas: Area[]): Map<number, Area[]> {
  const rows = new Map<number, Area[]>();
  let touched = 0;
  for (const area of areas) {
    for (let row = area.firstRow; row <= area.lastRow; row += 1) {
      touched += 1;
      if (touched > DOCUMENT_LIMITS.mergedRows) throw new DocumentRefusedError("merges");
      const list = rows.get(row);
      if (list) list.push(area);
      else rows.set(row, [area]);
    }
  }
  return rows;
}
