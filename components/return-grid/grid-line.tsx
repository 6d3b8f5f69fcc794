"use client";

import { memo } from "react";
import type { Draft } from "../return/draft/draft";
import { fill } from "../return/fill";
import { type CellProps, cellProps, LockedText, mark, TypedCell } from "./grid-cell";
import { factText, type GridColumn, type GridRow } from "./sheet/columns";
import type { RowFaults } from "./sheet/faults";
import type { Sheet } from "./sheet/sheet";
import type { Mode } from "./sheet/view";
import type { GridWords } from "./words";

type GridLineProps = {
  sheet: Sheet;
  words: GridWords;
  columns: readonly GridColumn[];
  row: GridRow;
  draft: Draft;
  at: number;
  faults: RowFaults;
  /** The column one stands in, where it is in this row; else -1. */
  activeColumn: number;
  /** The selected columns of this row; `left` is -1 where none is. */
  left: number;
  right: number;
  mode: Mode;
  focus: number;
};

/** A project's row. Drawn again only when something in it has changed. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { sheet, words, columns, row, draft, at, faults } = props;
  const { activeColumn, left, right, mode, focus } = props;
  return (
    <tr className={draft.submitted ? "opacity-70" : undefined}>
      {columns.map((column, index) => {
        const cell: CellProps = {
          sheet,
          words,
          row,
          draft,
          column,
          place: { row: at, column: index },
          active: index === activeColumn,
          selected: left >= 0 && index >= left && index <= right,
          mode,
          focus,
          fault: column.kind === "fact" ? undefined : faults[column.key],
        };
        if (column.key === "name") return <NameCell key={column.key} {...cell} />;
        if (column.kind === "fact") return <FactCell key={column.key} {...cell} />;
        return <TypedCell key={column.key} {...cell} />;
      })}
    </tr>
  );
});

function NameCell(cell: CellProps) {
  const { sheet, words, row, draft, place, active, focus } = cell;
  const { project, month, returnReason } = row.open;
  const notes = [
    draft.submitted && words.done,
    row.handedInBy !== null && fill(words.jointBy, { unit: row.handedInBy }),
    returnReason !== null && fill(words.sentBack, { reason: returnReason }),
  ].filter((note) => note !== false);
  return (
    <th
      scope="row"
      {...cellProps(sheet, place, { role: "rowheader", selected: cell.selected, locked: true })}
      className={`sticky left-0 z-10 border border-line-2 bg-sunken p-0 text-left align-top font-[550] ${mark(cell)}`}
    >
      <LockedText active={active} focus={focus}>
        {project.name}{" "}
        <a
          href={`/updates?project=${project.id}&month=${month}`}
          tabIndex={active ? 0 : -1}
          className="font-normal text-accent text-xs underline"
        >
          {words.open}
        </a>
        {notes.map((note) => (
          <small key={note} className="block font-normal text-ink-2 text-xs">
            {note}
          </small>
        ))}
      </LockedText>
    </th>
  );
}

/** A figure that is computed, and locked; an unknown one says so. */
function FactCell(cell: CellProps) {
  const { sheet, words, row, draft, column, place, active, focus } = cell;
  if (column.kind !== "fact") return null;
  const text = factText(column.key, row, draft);
  return (
    <td
      {...cellProps(sheet, place, { role: "gridcell", selected: cell.selected, locked: true })}
      className={`relative border border-line-2 bg-sunken p-0 text-right align-top text-ink-2 ${mark(cell)}`}
    >
      <LockedText active={active} focus={focus}>
        {text || <span className="text-ink-3 text-xs">{words.unknown}</span>}
      </LockedText>
    </td>
  );
}
