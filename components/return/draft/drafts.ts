import type { ContentField, TypedContent } from "@/lib/monthly-return/typed";
import { BATCH_MAX, type BatchAction, type BatchAnswer, NO_ANSWER } from "./answer";
import {
  answered,
  chosen,
  type Draft,
  type DraftStart,
  draftOf,
  isSendable,
  isUnsaved,
  type KeptDraft,
  keptOf,
  restored,
  withAttempt,
  withTyped,
} from "./draft";

const PAUSE_MS = 1_200;
const RETRY_MS = 8_000;

/** How saving goes: said in words beside the form. */
export type SaveState = "idle" | "saving" | "saved" | "offline" | "signedOut" | "refused";

export type DraftsView = {
  /** In the order of the page. */
  drafts: readonly Draft[];
  state: SaveState;
  /** `10:42` of the last save, or null. */
  savedAt: string | null;
  /** The server's sentence where it refused. */
  message: string | null;
  /** How many drafts the server does not have yet. */
  unsaved: number;
  /** The device had kept something when the page opened. */
  restored: boolean;
};

/**
 * The returns that a page writes: kept on the device at each stroke, on the server after a pause, in one request. A
 * lost connection or a closed tab loses nothing, a request that is repeated writes once, and what somebody else saved in
 * between is merged.
 */
export class Drafts {
  #view: DraftsView;
  #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | null = null;

  constructor(
    starts: readonly DraftStart[],
    readonly save: BatchAction,
    /** Whose drafts: another person at the same device does not find them. */
    readonly owner: number,
  ) {
    this.#view = {
      drafts: starts.map(draftOf),
      state: "idle",
      savedAt: null,
      message: null,
      unsaved: 0,
      restored: false,
    };
  }

  readonly view = () => this.#view;

  readonly subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  of(projectId: number): Draft | undefined {
    return this.#view.drafts.find((draft) => draft.projectId === projectId);
  }

  /** Takes up what the device kept, and listens for the connection. Returns how to stop. */
  start(): () => void {
    const drafts = this.#view.drafts.map((draft) => {
      const kept = readKept(this.#placeOf(draft));
      return kept ? restored(draft, kept) : draft;
    });
    const again = () => this.#later(0);
    window.addEventListener("online", again);
    window.addEventListener("focus", again);
    if (drafts.some((draft, at) => draft !== this.#view.drafts[at])) {
      this.#set({ drafts, restored: drafts.some(isUnsaved) });
      this.#later(PAUSE_MS);
    }
    return () => {
      clearTimeout(this.#timer);
      window.removeEventListener("online", again);
      window.removeEventListener("focus", again);
    };
  }

  type(typed: ReadonlyMap<number, Partial<TypedContent>>): void {
    this.#change((draft) => withTyped(draft, typed.get(draft.projectId) ?? {}));
    this.#later(PAUSE_MS);
  }

  choose(projectId: number, field: ContentField, choice: "mine" | "theirs"): void {
    this.#change((draft) => (draft.projectId === projectId ? chosen(draft, field, choice) : draft));
    this.#later(0);
  }

  /** Sends what is unsaved, and waits until the server has it or cannot. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer);
    while (this.#running) await this.#running;
    this.#running = this.#send().finally(() => {
      this.#running = null;
    });
    await this.#running;
  }

  /** While a request is on its way: what is handed in now would meet it. Null when there is none. */
  get running(): Promise<void> | null {
    return this.#running;
  }

  /** What is typed is about to be handed in: no draft is needed any more. */
  pause(): void {
    clearTimeout(this.#timer);
  }

  /** The answers to a request that handed returns in. */
  handedIn(answer: BatchAnswer): void {
    const byId = new Map(answer.rows.map((row) => [row.projectId, row]));
    this.#change((draft) => {
      const row = byId.get(draft.projectId);
      if (!row) return draft;
      if (row.status === "done")
        return { ...draft, base: draft.values, version: row.version, submitted: true };
      return answered(draft, row);
    });
    if (answer.status !== "done") this.#set({ state: answer.status, message: answer.message });
  }

  async #send(): Promise<void> {
    const sent = new Map<number, ReturnType<typeof withAttempt>>();
    for (const draft of this.#view.drafts)
      if (isSendable(draft) && sent.size < BATCH_MAX)
        sent.set(draft.projectId, withAttempt(draft, newKey()));
    if (sent.size === 0) return;
    this.#change((draft) => sent.get(draft.projectId) ?? draft);
    this.#set({ state: "saving" });
    const form = new FormData();
    form.set("rows", JSON.stringify([...sent.values()].map(rowOf)));
    let answer: BatchAnswer;
    try {
      answer = await this.save(NO_ANSWER, form);
    } catch {
      this.#set({ state: "offline" });
      return this.#later(RETRY_MS);
    }
    if (answer.status !== "done")
      return this.#set({ state: answer.status, message: answer.message });
    const byId = new Map(answer.rows.map((row) => [row.projectId, row]));
    this.#change((draft) => {
      const row = byId.get(draft.projectId);
      return row ? answered(draft, row) : draft;
    });
    this.#set({ state: "saved", message: null, savedAt: clockNow() });
    if (this.#view.drafts.some(isSendable)) this.#later(PAUSE_MS);
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    if (this.#view.drafts.some(isSendable)) this.#timer = setTimeout(() => this.flush(), pause);
  }

  #change(act: (draft: Draft) => Draft): void {
    const drafts = this.#view.drafts.map((before) => {
      const after = act(before);
      if (after !== before) this.#keep(after);
      return after;
    });
    this.#set({ drafts });
  }

  #set(part: Partial<DraftsView>): void {
    const next = { ...this.#view, ...part };
    this.#view = { ...next, unsaved: next.drafts.filter(isUnsaved).length };
    for (const listener of this.#listeners) listener();
  }

  #keep(draft: Draft): void {
    const place = this.#placeOf(draft);
    try {
      if (isUnsaved(draft) && !draft.submitted)
        localStorage.setItem(place, JSON.stringify(keptOf(draft)));
      else localStorage.removeItem(place);
    } catch {
      // A device that keeps nothing: the server still does.
    }
  }

  #placeOf({ projectId, month }: DraftStart): string {
    return `return ${this.owner} ${projectId} ${month}`;
  }
}

function rowOf({ projectId, month, version, attempt }: ReturnType<typeof withAttempt>) {
  return { projectId, month, version, requestKey: attempt.requestKey, ...attempt.values };
}

function readKept(place: string): KeptDraft | null {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "null") as KeptDraft | null;
  } catch {
    return null;
  }
}

/** `10:42` by the device's clock. */
function clockNow(): string {
  return new Date().toTimeString().slice(0, 5);
}

/** Not `randomUUID()`: browsers have it on https only. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(16)).join("-");
}
