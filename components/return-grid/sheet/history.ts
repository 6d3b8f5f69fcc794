import type { ContentField } from "@/lib/monthly-return/typed";

/** One cell before and after. */
export type CellEdit = { projectId: number; field: ContentField; before: string; after: string };

const STEPS_MAX = 200;

/** What can be undone and redone: each step is what one key or one paste changed. */
export class History {
  #done: (readonly CellEdit[])[] = [];
  #undone: (readonly CellEdit[])[] = [];

  push(step: readonly CellEdit[]): void {
    this.#done = [...this.#done, step].slice(-STEPS_MAX);
    this.#undone = [];
  }

  /** The edits that take the last step back; none when there is none. */
  undo(): readonly CellEdit[] {
    const step = this.#done.pop();
    if (!step) return [];
    this.#undone.push(step);
    return step.map(({ before, after, ...cell }) => ({ ...cell, before: after, after: before }));
  }

  redo(): readonly CellEdit[] {
    const step = this.#undone.pop();
    if (!step) return [];
    this.#done.push(step);
    return step;
  }
}
