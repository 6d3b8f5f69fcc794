import type { GridColumn } from "./columns";

/** A place in the grid: the row and the column as they are drawn. */
export type Cell = { row: number; column: number };

/** First and last row and column of a selection. */
export type Range = { top: number; bottom: number; left: number; right: number };

export function cellsIn({ top, bottom, left, right }: Range): Cell[] {
  const cells: Cell[] = [];
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) cells.push({ row, column });
  return cells;
}

/** Whether the block is one cell: then it fills the whole selection. */
export function isSingle(block: readonly (readonly string[])[]): boolean {
  return block.length === 1 && block[0]?.length === 1;
}

/** Where the cells of a pasted block go, from the upper left of the selection over `columns`; beyond the grid too. */
export function placeBlock(
  block: readonly (readonly string[])[],
  range: Range,
  columns: readonly number[],
): { cell: Cell; text: string }[] {
  const [text = ""] = block[0] ?? [];
  if (isSingle(block)) return cellsIn(range).map((cell) => ({ cell, text }));
  return block.flatMap((line, down) =>
    line.map((text, across) => ({
      cell: { row: range.top + down, column: columns[across] ?? Number.MAX_SAFE_INTEGER },
      text,
    })),
  );
}

/** The columns from `left` on, one after the other. */
export function columnsFrom(columns: readonly GridColumn[], left: number): number[] {
  return columns.map((_, at) => left + at);
}

/** The same without those that are computed. */
export function typedColumnsFrom(columns: readonly GridColumn[], left: number): number[] {
  return columns.flatMap(({ kind }, at) => (at >= left && kind !== "fact" ? [at] : []));
}
