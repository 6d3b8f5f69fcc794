"use client";

import { useEffect, useRef, useState } from "react";
import { useForm } from "@/components/form/action-form";
import { type FormAction, IDLE } from "@/components/form/form-state";

const PAUSE_MS = 1_200;
const NOT_KEPT = new Set(["version", "requestKey", "projectId", "month"]);

type AutosaveProps = {
  /** Where the device keeps what was typed until the server has it. */
  place: string;
  version: number;
  requestKey: string;
  save: FormAction;
  words: { saved: string; kept: string; restored: string; save: string };
};

/**
 * Keeps a draft while somebody types: on the device at once, on the server after a pause. Without a connection the
 * device keeps it, and it is sent once the connection is back or the page is opened again.
 */
export function Autosave({ place, version, requestKey, save, words }: AutosaveProps) {
  const { state } = useForm();
  const anchor = useRef<HTMLInputElement>(null);
  const [stands, setStands] = useState({ version, requestKey });
  const [said, setSaid] = useState("");
  const current = useRef(stands);
  current.current = stands;
  const send = useRef<() => Promise<void>>(async () => {});
  send.current = async () => {
    const form = anchor.current?.form;
    if (!form) return;
    const data = new FormData(form);
    data.set("version", String(current.current.version));
    data.set("requestKey", newKey());
    try {
      const answer = await save(IDLE, data);
      if (answer.status !== "done") return setSaid(answer.message ?? "");
      localStorage.removeItem(place);
      setStands({ version: Number(answer.message), requestKey: newKey() });
      setSaid(words.saved);
    } catch {
      setSaid(words.kept);
    }
  };
  useEffect(() => {
    const form = anchor.current?.form;
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let queue = Promise.resolve();
    const later = (pause: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        queue = queue.then(() => send.current());
      }, pause);
    };
    const typed = () => {
      localStorage.setItem(place, JSON.stringify(keptOf(form)));
      later(PAUSE_MS);
    };
    const back = () => localStorage.getItem(place) !== null && later(0);
    const stop = () => clearTimeout(timer);
    if (restore(form, localStorage.getItem(place))) {
      setSaid(words.restored);
      later(PAUSE_MS);
    }
    form.addEventListener("input", typed);
    form.addEventListener("submit", stop);
    window.addEventListener("online", back);
    return () => {
      stop();
      form.removeEventListener("input", typed);
      form.removeEventListener("submit", stop);
      window.removeEventListener("online", back);
    };
  }, [place, words.restored]);
  const conflict = state.status === "conflict" ? Number(state.values.version) : 0;
  return (
    <>
      <input
        ref={anchor}
        type="hidden"
        name="version"
        value={Math.max(stands.version, conflict)}
        readOnly
      />
      <input type="hidden" name="requestKey" value={stands.requestKey} readOnly />
      <p role="status" className="min-h-5 text-ink-3 text-sm">
        {said}
      </p>
      <button
        type="button"
        onClick={() => send.current()}
        className="min-h-11 rounded-card border border-line-3 bg-surface px-3"
      >
        {words.save}
      </button>
    </>
  );
}

function keptOf(form: HTMLFormElement): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const [name, value] of new FormData(form))
    if (typeof value === "string" && !NOT_KEPT.has(name) && !name.startsWith("$"))
      kept[name] = value;
  return kept;
}

/** Puts back what the device kept; false when there is nothing. */
function restore(form: HTMLFormElement, stored: string | null): boolean {
  if (stored === null) return false;
  const kept = JSON.parse(stored) as Record<string, string>;
  for (const [name, value] of Object.entries(kept)) {
    const field = form.elements.namedItem(name);
    if (field && "value" in field) field.value = value;
  }
  return true;
}

/** Not `randomUUID()`: browsers have it on https only. */
function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join("-");
}
