"use client";

import type { ContentField } from "@/lib/monthly-return/typed";
import { fill } from "../fill";
import { type DraftWords, shownTyped } from "../words";
import type { Draft } from "./draft";

type ConflictListProps = {
  draft: Draft;
  words: DraftWords;
  /** The project's name, where several stand on the page. */
  name?: string;
  onChoose: (field: ContentField, choice: "mine" | "theirs") => void;
};

const CHOICE = "rounded-card border border-line-3 bg-surface px-2.5 py-1 max-sm:min-h-11";

/** Where somebody else saved something different in between: both texts, and the choice. */
export function ConflictList({ draft, words, name, onChoose }: ConflictListProps) {
  const fields = Object.keys(draft.theirs) as ContentField[];
  if (fields.length === 0) return null;
  return (
    <div role="alert" className="rounded-card border border-amber bg-surface px-3 py-2">
      <p className="text-amber">
        ▲ {name && <b>{name}　</b>}
        {words.conflict}
      </p>
      <ul className="mt-1 grid gap-2">
        {fields.map((field) => (
          <li key={field}>
            <b className="font-semibold">{words.fields[field]}</b>
            <p className="whitespace-pre-wrap break-words text-sm">
              {fill(words.theirs, { value: shownTyped(words, field, draft.theirs[field] ?? "") })}
              <br />
              {fill(words.mine, { value: shownTyped(words, field, draft.values[field]) })}
            </p>
            <p className="mt-1 flex gap-2">
              <button type="button" className={CHOICE} onClick={() => onChoose(field, "theirs")}>
                {words.takeTheirs}
              </button>
              <button type="button" className={CHOICE} onClick={() => onChoose(field, "mine")}>
                {words.keepMine}
              </button>
            </p>
          </li>
        ))}
      </ul>
    </div>
  );
}
