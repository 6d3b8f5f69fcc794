"use client";

import type { ReactNode } from "react";
import type { BulkWords } from "./bulk-changes";
import type { ShownChange } from "./bulk-state";

type Choice = "keep" | "take";

type ChangeRowProps = {
  words: BulkWords;
  /** The project's name in the first of its rows, else null. */
  name: string | null;
  rows: number;
  change: ShownChange;
  group: string;
  choice: Choice | null;
  onChoose: (choice: Choice) => void;
  /** Where any of the project's changes is asked for: a reason of its own. */
  ownWhy: ReactNode;
};

/** One changed cell with the choice between the ledger's and the workbook's value. */
export function ChangeRow(props: ChangeRowProps) {
  const { words, name, rows, change, group, choice, onChoose, ownWhy } = props;
  const tone = change.conflict ? "border-l-2 border-l-amber" : "";
  return (
    <tr className={`border-line border-t align-top ${tone}`}>
      {name !== null && (
        <th scope="rowgroup" rowSpan={rows} className="px-3 py-2 text-left font-medium">
          {name}
          {ownWhy}
        </th>
      )}
      <th scope="row" className="whitespace-nowrap px-3 py-2 text-left font-normal text-ink-2">
        {change.label}
        {change.fact && (
          <small className="block text-ink-3 text-xs">
            {change.controlled ? words.controlled : words.fact}
          </small>
        )}
        {change.conflict && (
          <small className="block whitespace-normal text-amber text-xs">▲ {words.conflict}</small>
        )}
      </th>
      <td className="px-3 py-2 text-ink-2">{change.current || words.empty}</td>
      <td className="px-3 py-2">{change.typed || words.empty}</td>
      <td className="whitespace-nowrap px-3 py-2">
        {(["take", "keep"] as const).map((value) => (
          <label key={value} className="mr-3 inline-flex min-h-6 items-center gap-1.5">
            <input
              type="radio"
              name={group}
              form="none"
              checked={choice === value}
              onChange={() => onChoose(value)}
              className="accent-accent"
            />
            {words[value]}
          </label>
        ))}
      </td>
    </tr>
  );
}
