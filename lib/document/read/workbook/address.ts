/** Rows and columns from 0, both ends belonging to it. */
export type Area = { firstRow: number; firstColumn: number; lastRow: number; lastColumn: number };

const LETTERS = 26;
const CODE_OF_A = 65;
const CODE_OF_0 = 48;
/** A sheet ends at XFD1048576. */
const LAST_COLUMN = 16_383;
const LAST_ROW = 1_048_575;

/** `B3` is row 2, column 1; null for anything that is no address of a sheet. By hand: it runs once per cell. */
export function cellAt(address: string): { row: number; column: number } | null {
  let column = 0;
  let row = 0;
  let at = 0;
  for (; at < address.length; at += 1) {
    const letter = address.charCodeAt(at) - CODE_OF_A;
    if (letter < 0 || letter >= LETTERS) break;
    column = column * LETTERS + letter + 1;
  }
  for (; at < address.length; at += 1) {
    const digit = address.charCodeAt(at) - CODE_OF_0;
    if (digit < 0 || digit > 9 || row > LAST_ROW) return null;
    row = row * 10 + digit;
  }
  if (column < 1 || row < 1 || column > LAST_COLUMN + 1 || row > LAST_ROW + 1) return null;
  return { row: row - 1, column: column - 1 };
}

/** `A1:C2` as an area; null for anything else. */
export function parseArea(reference: string): Area | null {
  const [from, to = from] = reference.split(":");
  const first = cellAt(from ?? "");
  const last = cellAt(to ?? "");
  if (!first || !last || last.row < first.row || last.column < first.column) return null;
  return {
    firstRow: first.row,
    firstColumn: first.column,
    lastRow: last.row,
    lastColumn: last.column,
  };
}
