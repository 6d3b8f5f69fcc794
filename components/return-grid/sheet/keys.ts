import type { KeyboardEvent } from "react";
import type { Sheet } from "./sheet";

/** Rows that PageUp and PageDown pass. */
const PAGE_ROWS = 10;
const FAR = 1_000_000;

const MOVES: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -FAR],
  End: [0, FAR],
  PageUp: [-PAGE_ROWS, 0],
  PageDown: [PAGE_ROWS, 0],
};

/** What a key does in the grid; true when it was one of ours. Keys of an input method are never. */
export function pressKey(sheet: Sheet, event: KeyboardEvent): boolean {
  if (event.nativeEvent.isComposing || event.key === "Process") return false;
  if (event.ctrlKey || event.metaKey) return pressControl(sheet, event);
  if (sheet.view().mode === "move") return pressMoving(sheet, event);
  return pressTyping(sheet, event);
}

function pressControl(sheet: Sheet, { key, shiftKey }: KeyboardEvent): boolean {
  const typing = sheet.view().mode !== "move";
  const name = key.toLowerCase();
  if (name === "d") sheet.fillDown();
  else if (name === "z" && !typing) shiftKey ? sheet.redo() : sheet.undo();
  else if (name === "y" && !typing) sheet.redo();
  else if (name === "a" && !typing) sheet.selectAll();
  else if (key === "Home" && !typing) sheet.go({ row: 0, column: 0 });
  else if (key === "End" && !typing) sheet.go({ row: FAR, column: FAR });
  else return false;
  return true;
}

function pressMoving(sheet: Sheet, { key, shiftKey, altKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  const move = MOVES[key];
  if (move && shiftKey) sheet.extendBy(...move);
  else if (move) sheet.move(...move);
  else if (key === "Enter" || key === "F2") sheet.begin("edit");
  else if (key === "Delete" || key === "Backspace") sheet.clear();
  else return false;
  return true;
}

function pressTyping(sheet: Sheet, { key, shiftKey, altKey }: KeyboardEvent): boolean {
  if (key === "Escape") sheet.cancel();
  else if (key === "Enter" && !altKey) sheet.move(shiftKey ? -1 : 1, 0);
  else if (key === "Tab") sheet.move(0, shiftKey ? -1 : 1);
  else if (key === "F2") sheet.begin("edit");
  else if (key.startsWith("Arrow") && sheet.view().mode === "replace")
    sheet.move(...(MOVES[key] ?? [0, 0]));
  else return false;
  return true;
}
