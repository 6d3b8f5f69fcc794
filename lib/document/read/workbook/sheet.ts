import { DocumentRefusedError } from "../../document";
import { DOCUMENT_LIMITS, refuseLargeTable } from "../limits";
import { type Attributes, walkXml } from "../office/xml";
import { type Area, cellAt, parseArea } from "./address";
import { TextCollector, type WorkbookText } from "./strings";

/** A cell as its sheet stores it, before formats and shared strings are looked up. */
export type RawCell = {
  row: number;
  column: number;
  type: string;
  style: number;
  value: string;
  inline: WorkbookText | null;
  formula: boolean;
};

export type RawSheet = {
  cells: RawCell[];
  merges: Area[];
  hiddenRows: Set<number>;
  /** Pairs of first and last hidden column, from 0. */
  hiddenColumns: [number, number][];
};

/** Reads the cells of a worksheet that hold a value or a formula, wherever they stand within the limits. */
export function readSheet(bytes: Uint8Array): RawSheet {
  const reader = new SheetReader();
  walkXml(bytes, reader);
  return reader.sheet;
}

class SheetReader {
  readonly sheet: RawSheet = { cells: [], merges: [], hiddenRows: new Set(), hiddenColumns: [] };
  private row = -1;
  private column = -1;
  private cell: RawCell | null = null;
  private inValue = false;
  private inInline = false;
  private readonly inlineText = new TextCollector();

  open(name: string, attributes: Attributes): void {
    if (this.inInline) this.inlineText.open(name, attributes.val ?? null);
    else if (name === "c") this.openCell(attributes);
    else if (name === "v") this.inValue = true;
    else if (name === "f" && this.cell) this.cell.formula = true;
    else if (name === "is") this.openInline();
    else if (name === "row") this.openRow(attributes);
    else if (name === "col") this.openColumns(attributes);
    else if (name === "mergeCell") this.openMerge(attributes);
  }

  text(text: string): void {
    if (this.inInline) this.inlineText.add(text);
    else if (this.inValue && this.cell) this.cell.value += text;
  }

  close(name: string): void {
    if (name === "is") {
      this.inInline = false;
      if (this.cell) this.cell.inline = this.inlineText.end();
    } else if (this.inInline) this.inlineText.close(name);
    else if (name === "v") this.inValue = false;
    else if (name === "c") this.closeCell();
  }

  private openRow({ r, hidden, ht, customHeight }: Attributes): void {
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    if (!Number.isInteger(this.row) || this.row < 0) throw new DocumentRefusedError("damaged");
    this.column = -1;
    const flat = customHeight === "1" && ht !== undefined && Number(ht) === 0;
    if ((hidden === "1" || hidden === "true" || flat) && this.row < DOCUMENT_LIMITS.rows) {
      this.sheet.hiddenRows.add(this.row);
    }
  }

  private openCell({ r, t, s }: Attributes): void {
    const address = r === undefined ? { row: this.row, column: this.column + 1 } : cellAt(r);
    if (!address || address.row !== this.row) throw new DocumentRefusedError("damaged");
    this.column = address.column;
    const style = Number(s ?? 0);
    this.cell = { ...address, type: t ?? "n", style, value: "", inline: null, formula: false };
  }

  private openInline(): void {
    this.inInline = true;
    this.inlineText.begin();
  }

  private closeCell(): void {
    const { cell } = this;
    this.cell = null;
    if (!cell || (cell.value === "" && !cell.inline?.text && !cell.formula)) return;
    this.sheet.cells.push(cell);
    refuseLargeTable({
      rows: cell.row + 1,
      columns: cell.column + 1,
      cells: this.sheet.cells.length,
    });
  }

  private openColumns({ min, max, hidden, width }: Attributes): void {
    const isHidden = hidden === "1" || hidden === "true" || (width && Number(width) === 0);
    if (!isHidden || this.sheet.hiddenColumns.length > DOCUMENT_LIMITS.columns) return;
    this.sheet.hiddenColumns.push([Number(min) - 1, Number(max) - 1]);
  }

  private openMerge({ ref }: Attributes): void {
    const area = parseArea(ref ?? "");
    if (!area) throw new DocumentRefusedError("damaged");
    this.sheet.merges.push(area);
    const size = (area.lastRow - area.firstRow + 1) * (area.lastColumn - area.firstColumn + 1);
    const { mergedAreas, cells } = DOCUMENT_LIMITS;
    if (this.sheet.merges.length > mergedAreas || size > cells) {
      throw new DocumentRefusedError("merges");
    }
  }
}
