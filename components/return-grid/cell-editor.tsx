"use client";

import { type KeyboardEvent, useEffect, useRef } from "react";
import type { Option } from "@/components/form/fields";
import type { Sheet } from "./sheet/sheet";
import type { Mode } from "./sheet/view";

type CellEditorProps = {
  sheet: Sheet;
  mode: Mode;
  /** Counts up whenever the cell should take the focus; 0 before anybody came. */
  focus: number;
  label: string;
  text: string;
  faultId: string | undefined;
  numeric: boolean;
};

const FIELD =
  "block w-full resize-none bg-transparent px-2.25 py-1.5 outline-none [field-sizing:content]";

/**
 * The field in the active cell. It has the focus while arrows move as well, with its text selected: so the first stroke
 * of any input method replaces what stands there.
 */
export function TextEditor({ sheet, mode, focus, label, text, faultId, numeric }: CellEditorProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (focus === 0) return;
    field.current?.focus();
    field.current?.select();
  }, [focus]);
  useEffect(() => {
    const { current } = field;
    if (mode === "edit") current?.setSelectionRange(current.value.length, current.value.length);
  }, [mode]);
  return (
    <textarea
      ref={field}
      rows={1}
      value={text}
      aria-label={label}
      aria-invalid={faultId !== undefined}
      aria-describedby={faultId}
      inputMode={numeric ? "decimal" : undefined}
      className={`${FIELD} ${numeric ? "text-right" : ""} ${mode === "move" ? "caret-transparent" : ""}`}
      onChange={(event) => sheet.type(event.target.value)}
      onCompositionStart={() => sheet.view().mode === "move" && sheet.begin("replace")}
      onBlur={() => sheet.commit()}
      onDoubleClick={() => sheet.begin("edit")}
      onKeyDown={(event) => breakLine(sheet, event)}
    />
  );
}

/** Alt+Enter breaks the line, as in Excel. */
function breakLine(sheet: Sheet, event: KeyboardEvent<HTMLTextAreaElement>) {
  if (event.key !== "Enter" || !event.altKey) return;
  const { value, selectionStart, selectionEnd } = event.currentTarget;
  event.preventDefault();
  event.stopPropagation();
  if (sheet.view().mode === "move") sheet.begin("edit");
  sheet.type(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
}

type ChoiceEditorProps = Omit<CellEditorProps, "numeric" | "mode"> & {
  options: Option[];
  /** Whether nothing may be chosen. */
  optional: boolean;
};

/** The list in the active cell: opened by Enter, F2, the space bar or a click, chosen from by its digits too. */
export function ChoiceEditor(props: ChoiceEditorProps) {
  const { sheet, focus, label, text, faultId, options, optional } = props;
  const field = useRef<HTMLSelectElement>(null);
  useEffect(() => {
    if (focus > 0) field.current?.focus();
  }, [focus]);
  const foreign = text !== "" && !options.some(({ value }) => value === text);
  const press = (event: KeyboardEvent<HTMLSelectElement>) => {
    const option = options[Number(event.key) - 1];
    if (option && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      sheet.choose(option.value);
    }
    if (event.key !== "Enter" && event.key !== "F2") return;
    event.preventDefault();
    event.stopPropagation();
    field.current?.showPicker?.();
  };
  return (
    <select
      ref={field}
      value={text}
      aria-label={label}
      aria-invalid={faultId !== undefined}
      aria-describedby={faultId}
      className="block w-full bg-transparent px-1.5 py-1.5 outline-none"
      onChange={(event) => sheet.choose(event.target.value)}
      onKeyDown={press}
    >
      {optional && <option value="" />}
      {foreign && <option value={text}>{text}</option>}
      {options.map(({ value, label: word }) => (
        <option key={value} value={value}>
          {word}
        </option>
      ))}
    </select>
  );
}
