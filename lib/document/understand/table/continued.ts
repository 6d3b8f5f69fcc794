import type { Cell, Grid } from "@/lib/document/document";
import { plain } from "../values/plain";
import { headerAt } from "./header";
import { sheetOf } from "./sheet";
import type { FoundTable } from "./tables";

/**
 * Tables that a page break has cut: the next one repeats the header, or has none but the same columns, and its numbers
 * count on.
 */
export function joinContinued(tables: FoundTable[]): FoundTable[] {
  const joined: FoundTable[] = [];
  for (const table of tables) {
    const before = joined.at(-1);
    if (before && continues(before, table)) joined[joined.length - 1] = join(before, table);
    else joined.push(table);
  }
  return joined;
}

function continues(before: FoundTable, table: FoundTable): boolean {
  if (!table.follows || !before.header || before.sheet.grid.columns !== table.sheet.grid.columns)
    return false;
  if (table.header && plain(table.header.texts.join()) !== plain(before.header.texts.join()))
    return false;
  if (saysAnotherUnit(before, table)) return false;
  const column = before.header.texts.findIndex((text) => /^序号?$|^编号$/.test(plain(text)));
  if (column < 0) return true;
  const last = numbers(before, column, before.header.next).at(-1);
  const [first] = numbers(table, column, table.header?.next ?? 0);
  return first === undefined || last === undefined || first === last + 1;
}

/** 单位：亿元 above a continued table holds for its amounts alone. */
function saysAnotherUnit(before: FoundTable, table: FoundTable): boolean {
  return table.unit !== null && !before.header?.unit && table.unit !== before.unit;
}

function numbers({ sheet }: FoundTable, column: number, from: number): number[] {
  return Array.from({ length: Math.max(0, sheet.grid.rows - from) }, (_, at) =>
    plain(sheet.text(from + at, column)),
  )
    .filter((text) => /^\d{1,4}$/.test(text))
    .map(Number);
}

function join(before: FoundTable, table: FoundTable): FoundTable {
  const above = before.sheet.grid;
  const shifted = table.sheet.grid.cells.map(
    (cell): Cell => ({ ...cell, row: cell.row + above.rows }),
  );
  const grid: Grid = {
    ...above,
    cells: [...above.cells, ...shifted],
    rows: above.rows + table.sheet.grid.rows,
  };
  const sheet = sheetOf(grid);
  const header = before.header && headerAt(sheet, before.header.row);
  return { ...before, sheet, header, notes: [...before.notes, ...table.notes] };
}
