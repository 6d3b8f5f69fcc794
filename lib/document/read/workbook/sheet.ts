import { type Cell, type CellFlag, DocumentRefusedError } from "../../document";
import { tellReading } from "../../progress";
import { DOCUMENT_LIMITS, refuseLargeTable } from "../limits";
import { type Attributes, walkXml } from "../office/xml";
import { type Area, cellAt, parseArea } from "./address";
import { TextCollector, type WorkbookText } from "./strings";

/** What a sheet's cells need to be understood: shared by all sheets of a workbook. */
export type SheetContext = {
  hidden: boolean;
  /** The text of a cell by its type, style number and stored value. */
  show(type: string, style: number, value: string): ShownText;
  isStruck(style: number): boolean;
};
export type ShownText = { text: string; unsure: boolean; struck: boolean };
export type SheetContent = { cells: Cell[]; merges: Area[] };

/** Reads the cells of a worksheet that hold a value or a formula, wherever they stand within the limits. */
export function readSheet(bytes: Uint8Array, context: SheetContext): SheetContent {
  const reader = new SheetReader(context);
  walkXml(bytes, reader);
  return { cells: reader.cells, merges: reader.merges };
}

const ROWS_BETWEEN = 500;

/** One cell becomes one object: a workbook has 500,000 of them. */
class SheetReader {
  readonly cells: Cell[] = [];
  readonly merges: Area[] = [];
  private readonly hiddenColumns: [number, number][] = [];
  /** What the sheet says of its size; only told, never relied on. */
  private lastRow = 0;
  private row = -1;
  private column = -1;
  private hiddenRow = false;
  private inCell = false;
  private inValue = false;
  private inInline = false;
  private type = "n";
  private style = 0;
  private value = "";
  private formula = false;
  private inline: WorkbookText | null = null;
  private readonly inlineText = new TextCollector();

  constructor(private readonly context: SheetContext) {}

  open(name: string, attributes: Attributes): void {
    if (this.inInline) this.inlineText.open(name, attributes.val ?? null);
    else if (name === "c") this.openCell(attributes);
    else if (name === "v") this.inValue = this.inCell;
    else if (name === "f" && this.inCell) this.formula = true;
    else if (name === "is" && this.inCell) this.openInline();
    else if (name === "row") this.openRow(attributes);
    else if (name === "col") this.openColumns(attributes);
    else if (name === "mergeCell") this.openMerge(attributes);
    else if (name === "dimension")
      this.lastRow = parseArea(attributes.ref ?? "")?.lastRow ?? this.lastRow;
  }

  text(text: string): void {
    if (this.inInline) this.inlineText.add(text);
    else if (this.inValue) this.value += text;
  }

  close(name: string): void {
    if (name === "row" && this.row % ROWS_BETWEEN === 0)
      tellReading("reading", this.row, this.lastRow);
    if (name === "is") {
      this.inInline = false;
      this.inline = this.inlineText.end();
    } else if (this.inInline) this.inlineText.close(name);
    else if (name === "v") this.inValue = false;
    else if (name === "c") this.closeCell();
  }

  private openRow(attributes: Attributes): void {
    const { r, hidden, ht } = attributes;
    this.row = r === undefined ? this.row + 1 : Number(r) - 1;
    if (!Number.isInteger(this.row) || this.row < 0) throw new DocumentRefusedError("damaged");
    this.column = -1;
    this.hiddenRow = isTrue(hidden) || (ht !== undefined && Number(ht) === 0);
  }

  private openCell(attributes: Attributes): void {
    const reference = attributes.r;
    if (reference === undefined) this.column += 1;
    else {
      const address = cellAt(reference);
      if (address?.row !== this.row) throw new DocumentRefusedError("damaged");
      this.column = address.column;
    }
    this.inCell = true;
    this.type = attributes.t ?? "n";
    this.style = attributes.s === undefined ? 0 : Number(attributes.s);
    this.value = "";
    this.formula = false;
    this.inline = null;
  }

  private openInline(): void {
    this.inInline = true;
    this.inlineText.begin();
  }

  private closeCell(): void {
    const { context, value, inline, style, row, column } = this;
    this.inCell = false;
    if (value === "" && !inline?.text && !this.formula) return;
    const shown = inline
      ? {
          text: inline.text.trim(),
          unsure: false,
          struck: inline.struck || context.isStruck(style),
        }
      : context.show(this.type, style, value);
    const flags: CellFlag[] = [];
    if (context.hidden || this.hiddenRow || this.isHiddenColumn(column)) flags.push("hidden");
    if (this.formula) flags.push("formula");
    if (shown.unsure) flags.push("unsure");
    if (shown.struck && shown.text !== "") flags.push("struck");
    this.cells.push({ text: shown.text, row, column, rowSpan: 1, columnSpan: 1, flags });
    refuseLargeTable({ rows: row + 1, columns: column + 1, cells: this.cells.length });
  }

  private isHiddenColumn(column: number): boolean {
    return this.hiddenColumns.some(([first, last]) => first <= column && column <= last);
  }

  private openColumns({ min, max, hidden, width }: Attributes): void {
    const isHidden = isTrue(hidden) || (width !== undefined && Number(width) === 0);
    if (!isHidden || this.hiddenColumns.length > DOCUMENT_LIMITS.columns) return;
    this.hiddenColumns.push([Number(min) - 1, Number(max) - 1]);
  }

  private openMerge({ ref }: Attributes): void {
    const area = parseArea(ref ?? "");
    if (!area) throw new DocumentRefusedError("damaged");
    this.merges.push(area);
    const size = (area.lastRow - area.firstRow + 1) * (area.lastColumn - area.firstColumn + 1);
    const { mergedAreas, cells } = DOCUMENT_LIMITS;
    if (this.merges.length > mergedAreas || size > cells) {
      throw new DocumentRefusedError("merges");
    }
  }
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}
