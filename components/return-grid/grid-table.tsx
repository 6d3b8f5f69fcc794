"use client";

import { type KeyboardEvent, useEffect, useRef, useSyncExternalStore } from "react";
import type { Draft } from "../return/draft/draft";
import { GridHead } from "./grid-head";
import { GridLine } from "./grid-line";
import { rowFaults } from "./sheet/faults";
import { pressKey } from "./sheet/keys";
import type { Sheet } from "./sheet/sheet";
import type { GridWords } from "./words";

type GridTableProps = { sheet: Sheet; drafts: readonly Draft[]; words: GridWords };

/** The grid itself: keys and the clipboard act on the cell one stands in and on what is selected. */
export function GridTable({ sheet, drafts, words }: GridTableProps) {
  const view = useSyncExternalStore(sheet.subscribe, sheet.view, sheet.view);
  const table = useRef<HTMLTableElement>(null);
  const { top, bottom, left, right } = sheet.range;
  useEffect(() => (table.current ? listen(sheet, table.current) : undefined), [sheet]);
  return (
    <div className="max-h-[72vh] overflow-auto rounded-card border border-line bg-surface">
      <table
        ref={table}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid of the ARIA practices, on a table.
        role="grid"
        aria-label={words.label}
        aria-multiselectable
        aria-rowcount={sheet.rows.length + 1}
        aria-colcount={sheet.columns.length}
        className={`${view.inPlace === "sum" ? "w-[135.75rem]" : "w-[189.75rem]"} table-fixed border-collapse`}
        onKeyDown={(event) => press(sheet, event)}
      >
        <GridHead sheet={sheet} inPlace={view.inPlace} words={words} />
        <tbody>
          {sheet.rows.map((row, at) => {
            const draft = drafts[at];
            const inside = at >= top && at <= bottom;
            return draft ? (
              <GridLine
                key={row.open.project.id}
                sheet={sheet}
                words={words}
                columns={sheet.columns}
                row={row}
                draft={draft}
                at={at}
                faults={rowFaults(row, draft, words)}
                activeColumn={at === view.active.row ? view.active.column : -1}
                left={inside ? left : -1}
                right={inside ? right : -1}
                mode={at === view.active.row ? view.mode : "move"}
                focus={at === view.active.row ? view.focus : 0}
              />
            ) : null;
          })}
        </tbody>
      </table>
    </div>
  );
}

function press(sheet: Sheet, event: KeyboardEvent) {
  if (event.target instanceof HTMLAnchorElement || event.target instanceof HTMLButtonElement)
    return;
  if (pressKey(sheet, event)) event.preventDefault();
}

/** The clipboard, wherever in the grid the focus is: browsers send its events to where text is selected. */
function listen(sheet: Sheet, table: HTMLTableElement): () => void {
  const inside = (act: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
    if (table.contains(document.activeElement)) act(event);
  };
  const copied = inside((event) => copy(sheet, event));
  const cut = inside((event) => {
    if (copy(sheet, event)) sheet.clear();
  });
  const pasted = inside((event) => paste(sheet, event));
  document.addEventListener("copy", copied);
  document.addEventListener("cut", cut);
  document.addEventListener("paste", pasted);
  return () => {
    document.removeEventListener("copy", copied);
    document.removeEventListener("cut", cut);
    document.removeEventListener("paste", pasted);
  };
}

function copy(sheet: Sheet, event: ClipboardEvent): boolean {
  if (sheet.view().mode !== "move") return false;
  event.preventDefault();
  event.clipboardData?.setData("text/plain", sheet.copy());
  return true;
}

function paste(sheet: Sheet, event: ClipboardEvent): void {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  // While somebody types, a piece of text goes into the text; a block never does.
  if (sheet.view().mode !== "move" && !/[\t\n]/.test(text)) return;
  event.preventDefault();
  sheet.paste(text);
}
