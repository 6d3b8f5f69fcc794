"use client";

import type { InPlaceView } from "./sheet/columns";
import type { Sheet } from "./sheet/sheet";
import type { ColumnKey, GridWords } from "./words";

const WIDTHS: Partial<Record<ColumnKey, string>> = {
  name: "w-67.5 max-sm:w-36",
  completedFen: "w-28",
  selfLight: "w-27.5",
  progressText: "w-64",
  issues: "w-56",
  nextPlan: "w-56",
  inPlace: "w-28",
  progressPercent: "w-20",
  amountNote: "w-44",
  stage: "w-28",
  stageOn: "w-28",
};
const LEFT: readonly ColumnKey[] = [
  "name",
  "selfLight",
  "progressText",
  "issues",
  "nextPlan",
  "amountNote",
  "stage",
  "stageOn",
];

type GridHeadProps = { sheet: Sheet; inPlace: InPlaceView; words: GridWords };

/** The words above the columns; the sum of the funds in place unfolds into its sources. */
export function GridHead({ sheet, inPlace, words }: GridHeadProps) {
  return (
    <thead className="sticky top-0 z-20">
      <tr>
        {sheet.columns.map(({ key }) => (
          <th
            key={key}
            scope="col"
            className={`border border-line-2 bg-surface px-3 py-1.75 align-bottom font-medium text-ink-3 text-xs ${WIDTHS[key as ColumnKey] ?? "w-24"} ${key === "name" ? "sticky left-0 z-10" : ""} ${LEFT.includes(key as ColumnKey) ? "text-left" : "text-right"}`}
          >
            {key === "inPlace" ? (
              <Fold sheet={sheet} inPlace={inPlace} words={words} />
            ) : (
              words.columns[key as ColumnKey]
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function Fold({ sheet, inPlace, words }: GridHeadProps) {
  const open = inPlace === "sources";
  return (
    <button
      type="button"
      aria-expanded={open}
      title={open ? words.foldSources : words.unfoldSources}
      onClick={() => sheet.showInPlace(open ? "sum" : "sources")}
      className="-my-1 min-h-6 whitespace-nowrap font-medium text-accent hover:underline max-sm:min-h-11"
    >
      {words.columns.inPlace}
      <span aria-hidden> {open ? "‹" : "›"}</span>
    </button>
  );
}
