/** One changed cell, in the words of the reader. */
export type ShownChange = {
  field: string;
  label: string;
  current: string;
  typed: string;
  /** What is written when the workbook's value is taken. */
  value: string;
  conflict: boolean;
  /** A published fact: needs a reason. */
  fact: boolean;
  /** Moves only through a change request. */
  controlled: boolean;
};

export type ShownProject = { id: number; name: string; version: number; changes: ShownChange[] };

/** What the comparison of a workbook found; `fileName` is null before the first one. */
export type BulkState = {
  status: "idle" | "compared" | "refused" | "signedOut";
  message: string | null;
  fileName: string | null;
  projects: ShownProject[];
  /** Sentences about what was left out. */
  faults: string[];
  /** What the decision has to carry along, by name. */
  context: Record<string, string>;
};

export const NO_WORKBOOK: BulkState = {
  status: "idle",
  message: null,
  fileName: null,
  projects: [],
  faults: [],
  context: {},
};
