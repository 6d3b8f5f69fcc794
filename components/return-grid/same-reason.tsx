"use client";

import { useState } from "react";
import { fill } from "../return/fill";
import type { GridWords } from "./words";

type SameReasonProps = {
  words: GridWords;
  /** The projects for which it is the second time running. */
  names: string[];
  onSend: (reason: string) => void;
  onCancel: () => void;
};

const BUTTON = "rounded-card border border-line-3 bg-surface px-3 py-1 max-sm:min-h-11";

/** 与上月一致 for many: why, where it is the second time running. */
export function SameReason({ words, names, onSend, onCancel }: SameReasonProps) {
  const [reason, setReason] = useState("");
  return (
    <form
      className="grid w-full max-w-xl gap-2 rounded-card border border-line-3 bg-surface p-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) onSend(reason.trim());
      }}
    >
      <p>{fill(words.sameReasonNote, { count: names.length, names: names.join("、") })}</p>
      <label className="grid gap-1 text-ink-2 text-sm">
        {words.sameReason}
        <input
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          required
          maxLength={500}
          className="rounded-card border border-line-3 bg-surface px-2.5 py-1.5 text-ink max-sm:min-h-11"
        />
      </label>
      <p className="flex gap-2">
        <button type="submit" className={BUTTON}>
          {words.same.replace(/\s*\{count\}.*$/, "")}
        </button>
        <button type="button" className={BUTTON} onClick={onCancel}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}
