"use client";

import { type CSSProperties, createElement, type ReactNode } from "react";
import type { SystemLight } from "@/db/vocabulary";

/** A piece of a cell: plain words, words under a mark, or a small drawing with its measures. */
export type Part =
  | string
  | readonly [mark: "small" | "joint" | "unstated" | "mark" | "stage" | "overdue", ...Part[]]
  | readonly [mark: "light", colour: SystemLight, word: string]
  | readonly [mark: "bar", percent: string]
  | readonly [mark: "years", width: number, from: number, to: number];
export type Cell = string | readonly Part[];
/** The id, the name and the line under it, then the cells in the order of the columns. */
export type Row = readonly [id: number, name: string, under: string, cells: readonly Cell[]];

type LedgerRowsProps = {
  /** The class of each column's cells; empty for none. */
  classes: string[];
  /** `Row[]` as JSON. */
  rows: string;
};

/**
 * The rows of the ledger from plain data. As elements of the server they would be sent twice, as HTML and once more as
 * a description of that HTML; as nested data React would describe each value by itself. One text costs neither.
 */
export function LedgerRows({ classes, rows }: LedgerRowsProps) {
  return (JSON.parse(rows) as Row[]).map(([id, name, under, cells]) =>
    createElement(
      "tr",
      { key: id },
      <th scope="row">
        <a href={`/projects/${id}`}>{name}</a>
        <small>{under}</small>
      </th>,
      ...cells.map((cell, at) =>
        createElement("td", looks(classes[at] ?? "", cell), ...drawn(cell)),
      ),
    ),
  );
}

function looks(className: string, cell: Cell) {
  return className === "" ? null : { className, style: measures(cell) };
}

/** What the stylesheet draws under the words of a cell: the bar of an amount, the years of a period. */
function measures(cell: Cell): CSSProperties | undefined {
  if (typeof cell === "string") return undefined;
  for (const part of cell) {
    if (part[0] === "bar") return { "--bar": `${part[1]}%` } as CSSProperties;
    if (part[0] !== "years") continue;
    const [, width, from, to] = part;
    return { "--width": `${width}px`, "--from": `${from}px`, "--to": `${to}px` } as CSSProperties;
  }
  return undefined;
}

function drawn(cell: Cell): ReactNode[] {
  return typeof cell === "string" ? [cell] : cell.map(draw);
}

function draw(part: Part): ReactNode {
  if (typeof part === "string") return part;
  switch (part[0]) {
    case "bar":
    case "years":
      return null;
    case "light":
      return createElement("span", { className: `ledger-light is-${part[1]}` }, part[2]);
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
      return createElement("span", { className: "ledger-stage" }, ...words);
    case "overdue":
      return createElement("span", { className: "ledger-overdue" }, ...words);
  }
}
