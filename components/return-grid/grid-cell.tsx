"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { Light } from "@/components/ui/light";
import type { Draft } from "../return/draft/draft";
import { ChoiceEditor, TextEditor } from "./cell-editor";
import { cellText, type GridColumn, type GridRow, optionsOf } from "./sheet/columns";
import type { Sheet } from "./sheet/sheet";
import type { Mode } from "./sheet/view";
import type { ColumnKey, GridWords } from "./words";

export type CellProps = {
  sheet: Sheet;
  words: GridWords;
  row: GridRow;
  draft: Draft;
  column: GridColumn;
  place: { row: number; column: number };
  active: boolean;
  selected: boolean;
  mode: Mode;
  focus: number;
  fault: string | undefined;
};

const NUMBERS = ["amount", "percent"];

/** One cell that is typed: as text, or, where one stands, as a field. */
export function TypedCell(props: CellProps) {
  const { sheet, words, row, draft, column, place, active, fault } = props;
  const text = cellText(column, row, draft, words.lights);
  const changed =
    column.kind !== "fact" && draft.values[column.key] !== row.open.values[column.key];
  const numeric = NUMBERS.includes(column.kind);
  const faultId = fault ? `fault-${place.row}-${place.column}` : undefined;
  const tone = fault
    ? "bg-red/8 shadow-[inset_0_0_0_1px_var(--red)]"
    : changed
      ? "bg-green/8"
      : "bg-surface";
  return (
    <td
      {...cellProps(sheet, place, {
        role: "gridcell",
        selected: props.selected,
        locked: sheet.isLocked(place),
      })}
      title={active ? undefined : fault}
      className={`relative border border-line-2 p-0 align-top ${tone} ${mark(props)} ${numeric ? "text-right" : ""}`}
    >
      {active && !sheet.isLocked(place) ? (
        <Editor
          {...props}
          faultId={faultId}
          label={`${row.open.project.name} · ${words.columns[column.key as ColumnKey]}`}
        />
      ) : (
        <LockedText {...props} active={active}>
          <Shown column={column} text={text} code={draft.values[column.key as "selfLight"]} />
        </LockedText>
      )}
      {active && fault && (
        <p
          id={faultId}
          className="absolute top-full left-0 z-20 w-max max-w-72 whitespace-normal rounded-card border border-red bg-surface px-2 py-1 text-left text-red text-xs shadow-sm"
        >
          {fault}
        </p>
      )}
    </td>
  );
}

function Editor(props: CellProps & { label: string; faultId: string | undefined }) {
  const { sheet, words, row, draft, column, mode, focus, label, faultId } = props;
  if (column.kind === "fact") return null;
  const text = draft.values[column.key];
  const common = { sheet, focus, label, text, faultId };
  if (column.kind !== "choice")
    return <TextEditor {...common} mode={mode} numeric={NUMBERS.includes(column.kind)} />;
  return (
    <ChoiceEditor
      {...common}
      options={optionsOf(column, row, words.lights)}
      optional={column.key !== "stage"}
    />
  );
}

/** What a cell says while nothing is typed into it; a light with its shape. */
function Shown({ column, text, code }: { column: GridColumn; text: string; code: string }) {
  if (column.key !== "selfLight" || text === "") return text;
  return (
    <Light colour={code === "green" || code === "yellow" || code === "red" ? code : "none"}>
      {text}
    </Light>
  );
}

type LockedTextProps = Pick<CellProps, "focus"> & { active: boolean; children: ReactNode };

/** Text that takes the focus itself where one stands on a locked cell. */
export function LockedText({ active, focus, children }: LockedTextProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active && focus > 0) place.current?.focus();
  }, [active, focus]);
  return (
    <div
      ref={place}
      tabIndex={active ? 0 : undefined}
      className="line-clamp-3 min-h-8.25 whitespace-pre-wrap break-words px-2.25 py-1.5 outline-none"
    >
      {children}
    </div>
  );
}

/** The frame around where one stands, and the tint of what is selected. */
export function mark({ active, selected }: Pick<CellProps, "active" | "selected">): string {
  if (active) return "z-10 outline-2 outline-accent -outline-offset-1";
  return selected ? "!bg-accent-soft" : "";
}

type CellRole = { role: "gridcell" | "rowheader"; selected: boolean; locked: boolean };

/** What a cell is; the mouse goes to it, and with shift, or held down, selects up to there. */
export function cellProps(
  sheet: Sheet,
  place: CellProps["place"],
  { role, selected, locked }: CellRole,
) {
  return {
    role,
    "aria-selected": selected,
    "aria-readonly": locked,
    onMouseDown: (event: MouseEvent) => {
      const { active } = sheet.view();
      const here = active.row === place.row && active.column === place.column;
      if (event.button !== 0 || (here && event.target instanceof HTMLTextAreaElement)) return;
      if (event.target instanceof HTMLAnchorElement || event.target instanceof HTMLSelectElement)
        return;
      event.preventDefault();
      if (event.shiftKey) sheet.extend(place);
      else sheet.go(place);
    },
    onMouseEnter: (event: MouseEvent) => {
      if (event.buttons === 1 && sheet.view().mode === "move") sheet.extend(place);
    },
  };
}
