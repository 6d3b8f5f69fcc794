"use client";

import { useRouter } from "next/navigation";
import { useEffect, useId, useRef, useState } from "react";
import { fill } from "@/components/return/fill";
import { BUTTON } from "@/components/ui/button";
import { EVIDENCE_ACCEPT, type EvidencePlace } from "@/lib/evidence/evidence";

type Words = Record<"choose" | "upload" | "hint" | "uploading" | "done" | "failed", string>;
type EvidenceUploadProps = { place: EvidencePlace; back: string; words: Words };

/**
 * A form of its own beside what is being typed, so that a refused file loses nothing. Files go up as soon as they are
 * chosen, one after the other. Without scripts it takes one, posts plainly and comes back to this page.
 */
export function EvidenceUpload({ place, back, words }: EvidenceUploadProps) {
  const router = useRouter();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const busy = useRef(false);
  const [said, setSaid] = useState({ text: "", failed: false });
  const take = async () => {
    const field = input.current;
    const form = field?.form;
    if (!field?.files || field.files.length === 0 || !form || busy.current) return;
    busy.current = true;
    const files = [...field.files];
    const { failure, sent } = await sendEach(new FormData(form), files, (at) =>
      setSaid({ text: fill(words.uploading, { at, of: files.length }), failed: false }),
    );
    busy.current = false;
    setSaid({
      text: failure === null ? words.done : failure || words.failed,
      failed: failure !== null,
    });
    // The same file can be chosen again.
    field.value = "";
    if (sent > 0) router.refresh();
  };
  useEffect(() => {
    if (!input.current) return;
    input.current.multiple = true;
    // Chosen before the page had its scripts.
    void take();
  });
  return (
    <form
      action="/evidence/upload"
      method="post"
      encType="multipart/form-data"
      className="mt-1.5 print:hidden"
    >
      {Object.entries(place).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} readOnly />
      ))}
      <input type="hidden" name="back" value={back} readOnly />
      <input
        ref={input}
        id={id}
        type="file"
        name="file"
        accept={EVIDENCE_ACCEPT}
        aria-describedby={`${id}-hint`}
        onChange={take}
        className="peer sr-only"
      />
      <label
        htmlFor={id}
        className="grid min-h-11 cursor-pointer content-center rounded-card border border-line-3 border-dashed bg-surface px-3 py-1.5 text-ink-2 hover:bg-sunken peer-focus-visible:outline-2 peer-focus-visible:outline-accent"
      >
        {words.choose}
      </label>
      <p id={`${id}-hint`} className="mt-1 text-ink-3 text-xs">
        {words.hint}
      </p>
      <noscript>
        <button type="submit" className={`mt-1 ${BUTTON}`}>
          {words.upload}
        </button>
      </noscript>
      <p role="status" className={`text-sm ${said.failed ? "text-red" : "text-ink-2"}`}>
        {said.text}
      </p>
    </form>
  );
}

/** Sends each file with the place it belongs to, until one is refused: with its sentence, or none without a connection. */
async function sendEach(
  place: FormData,
  files: File[],
  tell: (at: number) => void,
): Promise<{ failure: string | null; sent: number }> {
  for (const [at, file] of files.entries()) {
    tell(at + 1);
    place.set("file", file);
    const failure = await send(place).catch(() => "");
    if (failure !== null) return { failure, sent: at };
  }
  return { failure: null, sent: files.length };
}

/** Null when it arrived, else the server's sentence. */
async function send(data: FormData): Promise<string | null> {
  const answer = await fetch("/evidence/upload", {
    method: "POST",
    body: data,
    headers: { accept: "application/json" },
  });
  const told = (await answer.json()) as { id: number } | { message: string };
  return "message" in told ? told.message : null;
}
