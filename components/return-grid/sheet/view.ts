import type { Cell } from "./block";
import { GRID_COLUMNS, type InPlaceView } from "./columns";

/** `move`: arrows move; `replace`: typing has begun anew; `edit`: the caret is in the text. */
export type Mode = "move" | "replace" | "edit";

export type SheetView = {
  /** Where one stands; the selection reaches from there to `head`. */
  active: Cell;
  head: Cell;
  mode: Mode;
  inPlace: InPlaceView;
  /** Counts up whenever the active cell should take the focus. */
  focus: number;
  /** What the last paste did. */
  pasted: { cells: number; leftOut: number } | null;
};

const START: Cell = { row: 0, column: GRID_COLUMNS.findIndex(({ kind }) => kind !== "fact") };

/** How the grid opens: on the first field that is typed. */
export const OPENING_VIEW: SheetView = {
  active: START,
  head: START,
  mode: "move",
  inPlace: "sum",
  focus: 0,
  pasted: null,
};
