"use client";

import { fill } from "../fill";
import type { DraftWords } from "../words";
import type { DraftsView } from "./drafts";

/** How saving goes, in one line that is announced. */
export function SaveLine({ view, words }: { view: DraftsView; words: DraftWords }) {
  return (
    <p role="status" className="min-h-5 text-ink-2 text-sm">
      {sentence(view, words)}
      {view.state === "signedOut" && (
        <>
          {" "}
          <a href="/login" target="_blank" rel="noreferrer" className="text-accent underline">
            {words.signIn}
          </a>
        </>
      )}
    </p>
  );
}

function sentence({ state, savedAt, message, unsaved, restored }: DraftsView, words: DraftWords) {
  if (state === "saving") return words.saving;
  if (state === "offline") return fill(words.kept, { count: unsaved });
  if (state === "signedOut") return words.signedOut;
  if (state === "refused") return message ?? "";
  if (state === "saved") return fill(words.saved, { at: savedAt ?? "" });
  return restored ? words.restored : "";
}
