"use client";

import { type CSSProperties, createElement, type ReactNode } from "react";

/** A piece of a cell: plain words, words under a mark, or a small drawing with its measures. */
export type Part =
  | string
  | readonly [mark: "small" | "joint" | "unstated" | "mark" | "stage" | "overdue", ...Part[]]
  | readonly [mark: "bar", percent: string]
  | readonly [mark: "years", width: number, from: number, to: number];
export type Cell = string | readonly Part[];
/** The id, the name and the line under it, then the cells in the order of the columns. */
export type Row = readonly [id: number, name: string, under: string, cells: readonly Cell[]];

type LedgerRowsProps = {
  columns: { label: string; className?: string | undefined }[];
  rows: readonly Row[];
};

/**
 * The rows of the ledger from plain data. As elements of the server they would be sent twice, as HTML and once more as
 * a description of that HTML: that was more than half of the page and of its time.
 */
export function LedgerRows({ columns, rows }: LedgerRowsProps) {
  return rows.map(([id, name, under, cells]) =>
    createElement(
      "tr",
      { key: id },
      <th scope="row">
        <a href={`/projects/${id}`}>{name}</a>
        <small>{under}</small>
      </th>,
      ...cells.map((cell, at) =>
        createElement(
          "td",
          { "data-label": columns[at]?.label, className: columns[at]?.className },
          ...drawn(cell),
        ),
      ),
    ),
  );
}

function drawn(cell: Cell): ReactNode[] {
  return typeof cell === "string" ? [cell] : cell.map(draw);
}

function draw(part: Part): ReactNode {
  if (typeof part === "string") return part;
  switch (part[0]) {
    case "bar":
      return <i className="ledger-bar" style={{ width: `${part[1]}%` }} />;
    case "years": {
      const [, width, from, to] = part;
      const style = { width, "--from": `${from}px`, "--to": `${to}px` } as CSSProperties;
      return <i className="ledger-years" style={style} />;
    }
    default:
      return marked(
        part[0],
        part.slice(1).map((inner) => draw(inner as Part)),
      );
  }
}

function marked(
  mark: "small" | "joint" | "unstated" | "mark" | "stage" | "overdue",
  words: ReactNode[],
): ReactNode {
  switch (mark) {
    case "small":
      return createElement("small", null, ...words);
    case "joint":
      return createElement("small", { className: "text-accent" }, ...words);
    case "unstated":
      return createElement("span", { className: "text-ink-3" }, ...words);
    case "mark":
      return createElement("mark", { className: "ledger-mark" }, ...words);
    case "stage":
      return createElement("span", { className: "ledger-stage" }, <i />, ...words);
    case "overdue":
      return createElement("span", { className: "ledger-overdue" }, <i />, ...words);
  }
}
