import type { TypedContent } from "@/lib/monthly-return/typed";
import { type BatchAction, NO_ANSWER } from "../return/draft/answer";
import { type Draft, isUnsaved } from "../return/draft/draft";
import { type Drafts, newKey } from "../return/draft/drafts";
import type { GridRow } from "./sheet/columns";
import type { RowFaults } from "./sheet/faults";

/** What came of handing in: how many went, how many did not; null without a connection. */
export type HandedIn = { done: number; left: number } | null;

/** A draft exists, or something is typed: then the row is handed in as it stands. */
export function isTouched({ open }: GridRow, draft: Draft): boolean {
  return open.state !== null || draft.version > open.version || isUnsaved(draft);
}

/** Rows that can be handed in now: touched, without a fault or an open choice, and this unit's own. */
export function isReady(row: GridRow, draft: Draft, faults: RowFaults): boolean {
  return isMine(row, draft) && isTouched(row, draft) && Object.keys(faults).length === 0;
}

/** Rows that nobody wrote into, which may be as last month. */
export function isSameable(row: GridRow, draft: Draft): boolean {
  return isMine(row, draft) && row.open.hasPrevious && !isTouched(row, draft);
}

function isMine({ handedInBy }: GridRow, draft: Draft): boolean {
  return handedInBy === null && !draft.submitted && Object.keys(draft.theirs).length === 0;
}

/** Hands rows in, each for itself. The same content sent a second time carries the same key: it is written once. */
export class HandIn {
  #keys = new WeakMap<TypedContent, string>();

  constructor(readonly drafts: Drafts) {}

  async submit(projectIds: readonly number[], action: BatchAction): Promise<HandedIn> {
    await this.drafts.flush();
    return this.#send(projectIds, action, (draft) => draft.values);
  }

  async same(
    projectIds: readonly number[],
    action: BatchAction,
    reasonOf: (projectId: number) => string,
  ): Promise<HandedIn> {
    return this.#send(projectIds, action, ({ projectId }) => ({ sameReason: reasonOf(projectId) }));
  }

  async #send(
    projectIds: readonly number[],
    action: BatchAction,
    contentOf: (draft: Draft) => object,
  ): Promise<HandedIn> {
    const rows = projectIds.flatMap((id) => {
      const draft = this.drafts.of(id);
      if (!draft) return [];
      const { projectId, month, version } = draft;
      return [
        { projectId, month, version, requestKey: this.#keyOf(draft.values), ...contentOf(draft) },
      ];
    });
    const form = new FormData();
    form.set("rows", JSON.stringify(rows));
    try {
      const answer = await action(NO_ANSWER, form);
      this.drafts.handedIn(answer);
      const done = answer.rows.filter(({ status }) => status === "done").length;
      return { done, left: rows.length - done };
    } catch {
      return null;
    }
  }

  #keyOf(values: TypedContent): string {
    const key = this.#keys.get(values) ?? newKey();
    this.#keys.set(values, key);
    return key;
  }
}
