"use client";

import { useEffect, useState, useSyncExternalStore } from "react";
import type { BatchAction } from "../return/draft/answer";
import { ConflictList } from "../return/draft/conflict-list";
import { Drafts } from "../return/draft/drafts";
import { SaveLine } from "../return/draft/save-line";
import { FaultList } from "./fault-list";
import { GridActions } from "./grid-actions";
import { GridTable } from "./grid-table";
import type { GridRow } from "./sheet/columns";
import { Sheet } from "./sheet/sheet";
import type { GridWords } from "./words";

type ReturnGridProps = {
  rows: GridRow[];
  /** Whose drafts the device keeps. */
  viewerId: number;
  words: GridWords;
  save: BatchAction;
  submit: BatchAction;
  same: BatchAction;
};

/** A month's returns of the own projects as a spreadsheet. */
export function ReturnGrid({ rows, viewerId, words, save, submit, same }: ReturnGridProps) {
  const [{ drafts, sheet }] = useState(() => {
    const starts = rows.map(({ open: { project, month, version, values } }) => ({
      projectId: project.id,
      month,
      version,
      values,
    }));
    const kept = new Drafts(starts, save, viewerId);
    const headings = Object.values(words.columns);
    return { drafts: kept, sheet: new Sheet(kept, rows, words.lights, headings) };
  });
  const view = useSyncExternalStore(drafts.subscribe, drafts.view, drafts.view);
  useEffect(() => drafts.start(), [drafts]);
  return (
    <>
      <div className="mb-2 flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
        <SaveLine view={view} words={words} />
        <GridActions
          drafts={drafts}
          sheet={sheet}
          all={view.drafts}
          words={words}
          submit={submit}
          same={same}
        />
      </div>
      <GridTable sheet={sheet} drafts={view.drafts} words={words} />
      <div className="mt-2 grid gap-2">
        {view.drafts.map((draft, at) => (
          <ConflictList
            key={draft.projectId}
            draft={draft}
            words={{ ...words, stages: sheet.rows[at]?.stages ?? [] }}
            name={sheet.rows[at]?.open.project.name}
            onChoose={(field, choice) => drafts.choose(draft.projectId, field, choice)}
          />
        ))}
        <FaultList sheet={sheet} drafts={view.drafts} words={words} />
      </div>
      <p className="mt-2 text-ink-3 text-xs">{words.hint}</p>
    </>
  );
}
