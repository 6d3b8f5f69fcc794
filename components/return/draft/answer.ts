import type { TypedContent } from "@/lib/monthly-return/typed";

/** What the server said about one return of a request. */
export type RowAnswer = {
  projectId: number;
  status: "done" | "invalid" | "conflict" | "refused";
  /** The version that stands now. */
  version: number;
  /** A sentence per field that needs correcting. */
  errors: Record<string, string>;
  message: string | null;
  /** After a conflict: what stands now. */
  current: TypedContent | null;
};

/** What the server said about a request that carries several returns. */
export type BatchAnswer = {
  status: "idle" | "done" | "refused" | "signedOut";
  message: string | null;
  rows: RowAnswer[];
};

export type BatchAction = (state: BatchAnswer, form: FormData) => Promise<BatchAnswer>;

export const NO_ANSWER: BatchAnswer = { status: "idle", message: null, rows: [] };

/** Most returns that one request carries. */
export const BATCH_MAX = 100;
