import type { DraftWords } from "../return/words";
import type { GRID_COLUMNS } from "./sheet/columns";

export type ColumnKey = (typeof GRID_COLUMNS)[number]["key"];

/** The words of the grid. Places like `{count}` are filled in the browser. */
export type GridWords = DraftWords &
  Record<
    | "label"
    | "changed"
    | "sameLeft"
    | "submit"
    | "submitSelected"
    | "submitted"
    | "notSubmitted"
    | "offline"
    | "same"
    | "sameReason"
    | "sameReasonNote"
    | "cancel"
    | "undo"
    | "redo"
    | "fillDown"
    | "hint"
    | "unfoldSources"
    | "foldSources"
    | "unknown"
    | "jointBy"
    | "sentBack"
    | "pasted"
    | "leftOut"
    | "faultsMore"
    | "done"
    | "open",
    string
  > & {
    columns: Record<ColumnKey, string>;
    faults: Record<
      "amount" | "percent" | "day" | "tooLong" | "light" | "stage" | "negative" | "negativeTo",
      string
    >;
  };
