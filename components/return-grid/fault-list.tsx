"use client";

import type { ContentField } from "@/lib/monthly-return/typed";
import type { Draft } from "../return/draft/draft";
import { fill } from "../return/fill";
import { rowFaults } from "./sheet/faults";
import type { Sheet } from "./sheet/sheet";
import type { ColumnKey, GridWords } from "./words";

const SHOWN_MAX = 6;

type Fault = { projectId: number; name: string; field: ContentField | null; sentence: string };
type FaultListProps = { sheet: Sheet; drafts: readonly Draft[]; words: GridWords };

/** What has to be corrected, sentence by sentence; each leads to its cell. */
export function FaultList({ sheet, drafts, words }: FaultListProps) {
  const faults = drafts.flatMap((draft, row): Fault[] => {
    const line = sheet.rows[row];
    if (!line || draft.submitted) return [];
    const { id: projectId, name } = line.open.project;
    const cells = Object.entries(rowFaults(line, draft, words)).map(([field, sentence]) => ({
      projectId,
      name,
      field: field as ContentField,
      sentence,
    }));
    const { message } = draft;
    return cells.length === 0 && message
      ? [{ projectId, name, field: null, sentence: message }]
      : cells;
  });
  if (faults.length === 0) return null;
  return (
    <ul className="grid gap-1 rounded-r-card border-red border-l-[3px] bg-red/5 px-3 py-2">
      {faults.slice(0, SHOWN_MAX).map(({ projectId, name, field, sentence }) => (
        <li key={`${projectId} ${field}`}>
          <button
            type="button"
            className="min-h-6 text-left hover:underline"
            onClick={() => sheet.goTo(projectId, field)}
          >
            <b className="font-semibold">
              {name}
              {field && ` · ${words.columns[field as ColumnKey] ?? words.fields[field]}`}：
            </b>
            {sentence}
          </button>
        </li>
      ))}
      {faults.length > SHOWN_MAX && (
        <li className="text-ink-2">
          {fill(words.faultsMore, { count: faults.length - SHOWN_MAX })}
        </li>
      )}
    </ul>
  );
}
