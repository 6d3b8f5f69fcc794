"use client";

import { type ReactNode, useState, useSyncExternalStore } from "react";
import type { BatchAction } from "../return/draft/answer";
import type { Draft } from "../return/draft/draft";
import type { Drafts } from "../return/draft/drafts";
import { fill } from "../return/fill";
import { type HandedIn, HandIn, isReady, isSameable, isTouched } from "./hand-in";
import { SameReason } from "./same-reason";
import { rowFaults } from "./sheet/faults";
import type { Sheet } from "./sheet/sheet";
import type { GridWords } from "./words";

type GridActionsProps = {
  drafts: Drafts;
  sheet: Sheet;
  all: readonly Draft[];
  words: GridWords;
  submit: BatchAction;
  same: BatchAction;
};

/** What can be done with the rows: counted by what each button would do. */
export function GridActions({ drafts, sheet, all, words, submit, same }: GridActionsProps) {
  useSyncExternalStore(sheet.subscribe, sheet.view, sheet.view);
  const [handIn] = useState(() => new HandIn(drafts));
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState("");
  const [asking, setAsking] = useState(false);
  const lines = sheet.rows.flatMap((row, at) => {
    const draft = all[at];
    return draft ? [{ row, draft, at, id: draft.projectId }] : [];
  });
  const ready = lines.filter(({ row, draft }) => isReady(row, draft, rowFaults(row, draft, words)));
  const sameable = lines.filter(({ row, draft }) => isSameable(row, draft));
  const changed = lines.filter(({ row, draft }) => !draft.submitted && isTouched(row, draft));
  const { top, bottom } = sheet.range;
  const chosen = ready.filter(({ at }) => at >= top && at <= bottom);
  const needReason = sameable.filter(({ row }) => row.open.reasonNeeded);
  const run = async (act: () => Promise<HandedIn>) => {
    if (busy) return;
    sheet.commit();
    setBusy(true);
    const result = await act();
    setBusy(false);
    setAsking(false);
    setSaid(sentence(result, words));
  };
  const ids = (rows: typeof lines) => rows.map(({ id }) => id);
  const sendSame = (reason: string) =>
    run(() =>
      handIn.same(ids(sameable), same, (id) =>
        needReason.some((line) => line.id === id) ? reason : "",
      ),
    );
  return (
    <div className="grid justify-items-end gap-2 max-sm:justify-items-start">
      <p className="text-ink-2 text-sm">
        {fill(words.changed, { count: changed.length })}
        {sameable.length > 0 && ` · ${fill(words.sameLeft, { count: sameable.length })}`}
        <span role="status"> {said || pastedSentence(sheet, words)}</span>
      </p>
      <div className="flex flex-wrap gap-1.5">
        <Button onPress={() => sheet.undo()}>{words.undo}</Button>
        <Button onPress={() => sheet.redo()}>{words.redo}</Button>
        <Button onPress={() => sheet.fillDown()}>{words.fillDown}</Button>
        {sameable.length > 0 && (
          <Button
            busy={busy}
            onPress={() => (needReason.length > 0 ? setAsking(true) : sendSame(""))}
          >
            {fill(words.same, { count: sameable.length })}
          </Button>
        )}
        {chosen.length > 0 && chosen.length < ready.length && (
          <Button busy={busy} onPress={() => run(() => handIn.submit(ids(chosen), submit))}>
            {fill(words.submitSelected, { count: chosen.length })}
          </Button>
        )}
        <Button
          primary
          busy={busy || ready.length === 0}
          onPress={() => run(() => handIn.submit(ids(ready), submit))}
        >
          {fill(words.submit, { count: ready.length })}
        </Button>
      </div>
      {asking && (
        <SameReason
          words={words}
          names={needReason.map(({ row }) => row.open.project.name)}
          onSend={sendSame}
          onCancel={() => setAsking(false)}
        />
      )}
    </div>
  );
}

function sentence(result: HandedIn, words: GridWords): string {
  if (result === null) return words.offline;
  const { done, left } = result;
  const parts = [
    done > 0 && fill(words.submitted, { count: done }),
    left > 0 && fill(words.notSubmitted, { count: left }),
  ];
  return parts.filter((part) => part !== false).join(" ");
}

function pastedSentence(sheet: Sheet, words: GridWords): string {
  const { pasted } = sheet.view();
  if (!pasted) return "";
  const { cells, leftOut } = pasted;
  const said = fill(words.pasted, { count: cells });
  return leftOut > 0 ? `${said} ${fill(words.leftOut, { count: leftOut })}` : said;
}

type ButtonProps = { children: ReactNode; primary?: boolean; busy?: boolean; onPress: () => void };

/** Where one stands in the grid stays: a press of the mouse takes no focus away. */
function Button({ children, primary, busy = false, onPress }: ButtonProps) {
  return (
    <button
      type="button"
      aria-disabled={busy}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => !busy && onPress()}
      className={`rounded-card border px-3 py-1 aria-disabled:opacity-60 max-sm:min-h-11 ${
        primary
          ? "border-accent bg-accent text-on-accent hover:opacity-90"
          : "border-line-3 bg-surface hover:bg-sunken"
      }`}
    >
      {children}
    </button>
  );
}
