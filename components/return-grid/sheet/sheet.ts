import type { Option } from "@/components/form/fields";
import type { Drafts } from "@/components/return/draft/drafts";
import type { ContentField, TypedContent } from "@/lib/monthly-return/typed";
import {
  type Cell,
  cellsIn,
  columnsFrom,
  isSingle,
  placeBlock,
  type Range,
  typedColumnsFrom,
} from "./block";
import { cellsOfText, textOfCells, withoutHeadings } from "./clipboard";
import {
  cellText,
  columnsOf,
  type GridColumn,
  type GridRow,
  type InPlaceView,
  keptText,
} from "./columns";
import { type CellEdit, History } from "./history";
import { type Mode, OPENING_VIEW, type SheetView } from "./view";

/** The rules of the spreadsheet, apart from how it is drawn: where one stands, what is selected, what a key does. */
export class Sheet {
  #view = OPENING_VIEW;
  #listeners = new Set<() => void>();
  #history = new History();
  /** What the cell held when typing into it began. */
  #typing: CellEdit | null = null;
  #copied: string | null = null;

  constructor(
    readonly drafts: Drafts,
    readonly rows: readonly GridRow[],
    readonly lights: Option[],
    /** The words above the columns, to know a row of headings by. */
    readonly headings: readonly string[],
  ) {}

  readonly view = () => this.#view;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The columns as they are drawn now. */
  get columns(): readonly GridColumn[] {
    return columnsOf(this.#view.inPlace);
  }

  isLocked({ row, column }: Cell): boolean {
    return this.columns[column]?.kind === "fact" || this.#draftAt(row)?.submitted !== false;
  }

  /** First and last row and column of the selection. */
  get range(): Range {
    const { active, head } = this.#view;
    return {
      top: Math.min(active.row, head.row),
      bottom: Math.max(active.row, head.row),
      left: Math.min(active.column, head.column),
      right: Math.max(active.column, head.column),
    };
  }

  go(to: Cell): void {
    this.commit();
    const active = this.#inside(to);
    this.#set({ active, head: active, mode: "move", focus: this.#view.focus + 1 });
  }

  /** Goes to a field by its name, unfolding the sources for one of them; to the row alone where none is named. */
  goTo(projectId: number, field: ContentField | null): void {
    const row = this.#rowOf(projectId);
    if (field !== null && this.#columnOf(field) < 0) this.showInPlace("sources");
    this.go({ row, column: field === null ? 0 : this.#columnOf(field) });
  }

  /** Folds the sources of the funds in place away, or unfolds them. One goes on standing where one stood. */
  showInPlace(inPlace: InPlaceView): void {
    this.commit();
    if (inPlace === this.#view.inPlace) return;
    const { row, column } = this.#view.active;
    const key = this.columns[column]?.key;
    this.#set({ inPlace });
    const at = this.columns.findIndex((one) => one.key === key);
    const active = { row, column: at < 0 ? this.#columnOf("inPlace") : at };
    this.#set({ active, head: active });
  }

  move(down: number, right: number): void {
    const { row, column } = this.#view.active;
    this.go({ row: row + down, column: column + right });
  }

  extend(to: Cell): void {
    this.commit();
    this.#set({ head: this.#inside(to), focus: this.#view.focus + 1 });
  }

  extendBy(down: number, right: number): void {
    const { row, column } = this.#view.head;
    this.extend({ row: row + down, column: column + right });
  }

  selectAll(): void {
    this.#set({
      active: { row: 0, column: 0 },
      head: { row: this.rows.length - 1, column: this.columns.length - 1 },
      focus: this.#view.focus + 1,
    });
  }

  /** Typing begins: over what stands there, or with the caret in it. On the sum of the sources it goes to the first. */
  begin(mode: Exclude<Mode, "move">): void {
    const { active } = this.#view;
    if (this.columns[active.column]?.key === "inPlace") {
      this.showInPlace("sources");
      this.move(0, 1);
    }
    if (this.isLocked(active)) return;
    this.#typing ??= this.#editTo(active, null);
    this.#set({ mode, head: active, pasted: null });
  }

  /** Each stroke is kept at once, so that a closed tab loses nothing. */
  type(text: string): void {
    if (this.#view.mode === "move") this.begin("replace");
    const edit = this.#editTo(this.#view.active, text);
    if (edit && this.#typing) this.#write([edit]);
  }

  commit(): void {
    const typing = this.#typing;
    this.#typing = null;
    if (!typing) return;
    const row = this.#rowOf(typing.projectId);
    const column = this.#columnOf(typing.field);
    const typed = this.#draftAt(row)?.values[typing.field] ?? "";
    const edit = this.#kept({ row, column }, typed);
    if (edit) this.#write([{ ...edit, before: typed }]);
    if (edit && edit.after !== typing.before)
      this.#history.push([{ ...edit, before: typing.before }]);
    this.#set({ mode: "move" });
  }

  cancel(): void {
    const typing = this.#typing;
    this.#typing = null;
    if (typing) this.#write([{ ...typing, after: typing.before }]);
    this.#set({ mode: "move", focus: this.#view.focus + 1 });
  }

  /** Writes one cell, as a choice in a list does. */
  choose(text: string): void {
    const edit = this.#editTo(this.#view.active, text);
    if (edit) this.#act([edit]);
  }

  clear(): void {
    const cells = cellsIn(this.range).filter(({ column }) => this.columns[column]?.key !== "stage");
    this.#act(cells.flatMap((cell) => this.#editTo(cell, "") ?? []));
  }

  /** The first selected row into the others; a single row takes what stands above it. */
  fillDown(): void {
    this.commit();
    const { top, bottom, left, right } = this.range;
    const from = top === bottom ? top - 1 : top;
    if (from < 0) return;
    const below = cellsIn({ top: from + 1, bottom, left, right });
    this.#act(below.flatMap((cell) => this.#kept(cell, this.#shown({ ...cell, row: from })) ?? []));
  }

  copy(): string {
    const { top, bottom, left, right } = this.range;
    const rows: string[][] = [];
    for (let row = top; row <= bottom; row += 1) {
      const cells: string[] = [];
      for (let column = left; column <= right; column += 1)
        cells.push(this.#shown({ row, column }));
      rows.push(cells);
    }
    this.#copied = textOfCells(rows);
    return this.#copied;
  }

  /**
   * A block from a spreadsheet, from the upper left of the selection on. Computed columns are passed over, unless the
   * block was copied from here; one cell fills the whole selection; a first row of headings is left out.
   */
  paste(text: string): void {
    this.commit();
    const own = text === this.#copied;
    const block = withoutHeadings(cellsOfText(text), this.headings);
    const whole = own || isSingle(block);
    const columns = (whole ? columnsFrom : typedColumnsFrom)(this.columns, this.range.left);
    const placed = placeBlock(block, this.range, columns);
    const edits = placed.flatMap(({ cell, text }) => this.#kept(cell, text) ?? []);
    const leftOut = whole ? 0 : placed.length - edits.length;
    this.#act(edits);
    this.#set({ pasted: { cells: edits.length, leftOut } });
  }

  undo(): void {
    this.commit();
    this.#replay(this.#history.undo());
  }

  redo(): void {
    this.commit();
    this.#replay(this.#history.redo());
  }

  #replay(edits: readonly CellEdit[]): void {
    const [first] = edits;
    if (!first) return;
    this.#write(edits);
    this.goTo(first.projectId, first.field);
  }

  #act(edits: readonly CellEdit[]): void {
    const real = edits.filter(({ before, after }) => before !== after);
    if (real.length > 0) this.#history.push(real);
    this.#write(real);
    this.#set({ mode: "move", pasted: null, focus: this.#view.focus + 1 });
  }

  #write(edits: readonly CellEdit[]): void {
    const typed = new Map<number, Partial<TypedContent>>();
    for (const { projectId, field, after } of edits)
      typed.set(projectId, { ...typed.get(projectId), [field]: after });
    if (typed.size > 0) this.drafts.type(typed);
  }

  /** A change of a cell to exactly this text (null: none yet); null where it is locked. */
  #editTo(cell: Cell, text: string | null): CellEdit | null {
    const column = this.columns[cell.column];
    const draft = this.#draftAt(cell.row);
    if (!draft || !column || column.kind === "fact" || this.isLocked(cell)) return null;
    const before = draft.values[column.key];
    return { projectId: draft.projectId, field: column.key, before, after: text ?? before };
  }

  /** The same with the text as the column keeps it. */
  #kept(cell: Cell, text: string): CellEdit | null {
    const [row, column] = [this.rows[cell.row], this.columns[cell.column]];
    return row && column ? this.#editTo(cell, keptText(column, row, this.lights, text)) : null;
  }

  #shown(cell: Cell): string {
    const [row, column, draft] = [
      this.rows[cell.row],
      this.columns[cell.column],
      this.#draftAt(cell.row),
    ];
    return row && column && draft ? cellText(column, row, draft, this.lights) : "";
  }

  #rowOf(projectId: number): number {
    return this.rows.findIndex(({ open }) => open.project.id === projectId);
  }

  #columnOf(field: GridColumn["key"]): number {
    return this.columns.findIndex(({ key }) => key === field);
  }

  #draftAt(row: number) {
    return this.drafts.view().drafts[row];
  }

  #inside({ row, column }: Cell): Cell {
    return {
      row: Math.max(0, Math.min(row, this.rows.length - 1)),
      column: Math.max(0, Math.min(column, this.columns.length - 1)),
    };
  }

  #set(part: Partial<SheetView>): void {
    this.#view = { ...this.#view, ...part };
    for (const listener of this.#listeners) listener();
  }
}
