import type { Cell, CellFlag, Grid } from "../../document";
import { gridOf, NOWHERE, withoutUnusedColumns } from "../grid";
import { DOCUMENT_LIMITS, refuseLargeTable, refuseLongText } from "../limits";

/** Gathers one HTML table and puts its cells where a browser would. */
export class HtmlTable {
  /** Tables that stand in its cells. */
  readonly nested: Grid[] = [];
  private readonly cells: Cell[] = [];
  private row = -1;
  private column = 0;
  /** By column: the first row that is free again below a cell that reaches down. */
  private readonly freeFrom: number[] = [];
  private cell: Cell | null = null;

  openRow(): void {
    this.row += 1;
    this.column = 0;
    refuseLargeTable({ rows: this.row + 1, columns: 0, cells: 0 });
  }

  openCell({ columnSpan, rowSpan }: { columnSpan: number; rowSpan: number }): void {
    if (this.row < 0) this.openRow();
    while ((this.freeFrom[this.column] ?? 0) > this.row) this.column += 1;
    const end = this.column + columnSpan;
    refuseLargeTable({ rows: 0, columns: end, cells: this.cells.length + 1 });
    const height = Math.min(rowSpan, DOCUMENT_LIMITS.rows);
    for (let at = this.column; at < end; at += 1) this.freeFrom[at] = this.row + height;
    const place = { row: this.row, column: this.column };
    this.cell = { text: "", ...place, rowSpan: height, columnSpan, flags: [] };
    this.column = end;
  }

  /** Text of the open cell; between cells there is only the space of the source. */
  write(text: string, flags: CellFlag[]): void {
    const { cell } = this;
    if (!cell) return;
    cell.text += text;
    refuseLongText(cell.text);
    if (text.trim() === "") return;
    for (const flag of flags) if (!cell.flags.includes(flag)) cell.flags.push(flag);
  }

  closeCell(tidy: (text: string) => string): void {
    if (!this.cell) return;
    this.cells.push({ ...this.cell, text: tidy(this.cell.text) });
    this.cell = null;
  }

  grids(): Grid[] {
    const cells = this.cells.map((cell) => ({
      ...cell,
      rowSpan: Math.min(cell.rowSpan, this.row + 1 - cell.row),
    }));
    const grid = gridOf(withoutUnusedColumns(cells), NOWHERE);
    return grid.cells.length > 0 ? [grid, ...this.nested] : this.nested;
  }
}
