/** Rows and columns from 0, both ends belonging to it. */
export type Area = { firstRow: number; firstColumn: number; lastRow: number; lastColumn: number };

const LETTERS = 26;
const CODE_BEFORE_A = 64;

/** `B3` is row 2, column 1; null for anything that is no address of a sheet. */
export function cellAt(address: string): { row: number; column: number } | null {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9]\d{0,6})$/.exec(address) ?? [];
  if (!letters || !digits) return null;
  let column = 0;
  for (let at = 0; at < letters.length; at += 1) {
    column = column * LETTERS + letters.charCodeAt(at) - CODE_BEFORE_A;
  }
  return { row: Number(digits) - 1, column: column - 1 };
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
