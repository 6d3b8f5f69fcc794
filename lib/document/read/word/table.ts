import { type Cell, type CellFlag, DocumentRefusedError, type Grid } from "../../document";
import { gridOf, NOWHERE, withoutUnusedColumns } from "../grid";
import { DOCUMENT_LIMITS, refuseLargeTable } from "../limits";

type Merge = "none" | "begins" | "continues";
type OpenCell = {
  texts: string[];
  flags: Set<CellFlag>;
  span: number;
  vertical: Merge;
  horizontal: Merge;
};

/** Gathers one table of a text document, its merged cells with their spans. */
export class TableReader {
  /** Tables that stand in its cells. */
  readonly nested: Grid[] = [];
  private readonly cells: Cell[] = [];
  private row = -1;
  private column = 0;
  private rowFlags = new Set<CellFlag>();
  private cell: OpenCell | null = null;
  /** The cell that reaches down into the next row, by its first column. */
  private reaching = new Map<number, Cell>();

  openRow(): void {
    this.row += 1;
    this.column = 0;
    this.rowFlags = new Set();
    refuseLargeTable({ rows: this.row + 1, columns: 0, cells: this.cells.length });
  }

  rowProperty(name: string, value: string | null): void {
    if (name === "gridBefore") this.column += spanOf(value);
    if (name === "ins" || name === "del") this.rowFlags.add("tracked_change");
    if (name === "hidden") this.rowFlags.add("hidden");
  }

  openCell(): void {
    this.cell = {
      texts: [],
      flags: new Set(this.rowFlags),
      span: 1,
      vertical: "none",
      horizontal: "none",
    };
  }

  cellProperty(name: string, value: string | null): void {
    if (!this.cell) return;
    if (name === "gridSpan") this.cell.span = spanOf(value);
    else if (name === "vMerge") this.cell.vertical = value === "restart" ? "begins" : "continues";
    else if (name === "hMerge") this.cell.horizontal = value === "restart" ? "begins" : "continues";
    else if (/^cell(Ins|Del|Merge)$/.test(name)) this.cell.flags.add("tracked_change");
  }

  paragraph(text: string, flags: Set<CellFlag>): void {
    if (!this.cell) return;
    this.cell.texts.push(text);
    for (const flag of flags) this.cell.flags.add(flag);
  }

  paragraphFlag(flag: CellFlag): void {
    this.cell?.flags.add(flag);
  }

  closeCell(): void {
    const { cell } = this;
    if (!cell) return;
    this.cell = null;
    const column = this.column;
    this.column += cell.span;
    refuseLargeTable({ rows: this.row + 1, columns: this.column, cells: this.cells.length });
    if (cell.horizontal === "continues" && this.widenLast(cell.span)) return;
    if (cell.vertical === "continues" && this.reachDown(column)) return;
    const made: Cell = {
      text: cell.texts.join("\n").trim(),
      row: this.row,
      column,
      rowSpan: 1,
      columnSpan: cell.span,
      flags: [...cell.flags],
    };
    this.cells.push(made);
    if (cell.vertical === "begins") this.reaching.set(column, made);
    else this.reaching.delete(column);
  }

  closeRow(): void {
    // A cell reaches on only through rows that say so.
    for (const [column, cell] of this.reaching) {
      if (cell.row + cell.rowSpan <= this.row) this.reaching.delete(column);
    }
  }

  grids(): Grid[] {
    const cells = withoutUnusedColumns(this.cells);
    const grid = gridOf(cells, NOWHERE);
    return grid.cells.length > 0 ? [grid, ...this.nested] : this.nested;
  }

  private widenLast(span: number): boolean {
    const last = this.cells.at(-1);
    if (last?.row !== this.row) return false;
    last.columnSpan += span;
    return true;
  }

  private reachDown(column: number): boolean {
    const above = this.reaching.get(column);
    if (!above || above.row + above.rowSpan !== this.row) return false;
    above.rowSpan += 1;
    return true;
  }
}

function spanOf(value: string | null): number {
  const span = Number(value ?? 1);
  if (!Number.isInteger(span) || span < 0) throw new DocumentRefusedError("damaged");
  if (span > DOCUMENT_LIMITS.columns) {
    throw new DocumentRefusedError("columns", { limit: DOCUMENT_LIMITS.columns });
  }
  return Math.max(1, span);
}
