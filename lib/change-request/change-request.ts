import {
  type ChangeKind,
  type ChangeReason,
  type ChangeState,
  CONTROLLED_FIELDS,
  type ControlledField,
} from "@/db/change-vocabulary";
import type {
  baselines,
  ControlledTexts,
  changeAttachments,
  changeBatches,
  changeRequests,
  GroupEffect,
} from "@/db/schema";
import type { Stage } from "@/db/vocabulary";
import type { Subject } from "@/lib/auth/permissions";
import { lastDayOf } from "@/lib/dates";
import { parseWan } from "@/lib/money";

export type ChangeRequestRow = typeof changeRequests.$inferSelect;
export type BaselineRow = typeof baselines.$inferSelect;
export type AttachmentRow = typeof changeAttachments.$inferSelect;
export type BatchRow = typeof changeBatches.$inferSelect;
export type { ControlledTexts, GroupEffect, SumBeforeAfter } from "@/db/schema";

/** A request in a list, with the leads of its project as the ledger has them. */
export type ListedChange = ChangeRequestRow & { leads: string };
export type ListedBatch = BatchRow & { requests: number; open: number };

/** A request with what its page shows. */
export type FoundChange = {
  request: ChangeRequestRow;
  subject: Subject;
  attachments: AttachmentRow[];
  batch: BatchRow | null;
  /** The version of the baseline that the request made; null while it is none. */
  version: number | null;
  effect: GroupEffect[];
};

/** Which controlled facts a request of each kind may move. */
export const FACTS_OF: Record<ChangeKind, readonly ControlledField[]> = {
  correction: CONTROLLED_FIELDS,
  revision: CONTROLLED_FIELDS,
  extension: ["end"],
  investment: ["totalInvestment"],
  lead_change: ["leads"],
  owner_determination: ["owners"],
  owner_change: ["owners", "hosts"],
  rename: ["name"],
  addition: [],
  merge: ["name", "totalInvestment", "end", "content"],
  split: ["name", "totalInvestment", "end", "content"],
  suspension: [],
  resumption: [],
  termination: [],
  withdrawal: [],
};

/** The stage that a request of the kind leads to; a resumption chooses one. */
export const STAGE_OF: Partial<Record<ChangeKind, Stage>> = {
  suspension: "suspended",
  termination: "terminated",
  withdrawal: "withdrawn",
};
export const STAGE_KINDS = ["suspension", "resumption", "termination", "withdrawal"] as const;

export function isStageKind(kind: string): kind is (typeof STAGE_KINDS)[number] {
  return (STAGE_KINDS as readonly string[]).includes(kind);
}

/** Mending a data error, naming an owner for the first time and entering the ledger move no plan. */
const NO_DRIFT: readonly ChangeKind[] = ["correction", "owner_determination", "addition"];

export function countsAsDrift(kind: ChangeKind): boolean {
  return !NO_DRIFT.includes(kind);
}

/** Whether a request still waits: nothing was done with it, or it was checked. */
export function isOpen(state: ChangeState): boolean {
  return state === "asked" || state === "checked";
}

/** Whether a leader may decide: what a unit asks is checked first; what the reviewer asks needs no second reviewer. */
export function isReadyToDecide({
  state,
  askedByRole,
}: Pick<ChangeRequestRow, "state" | "askedByRole">): boolean {
  return state === "checked" || (state === "asked" && askedByRole !== "manager");
}

/**
 * The kind that changed facts amount to, where a document or a workbook brings them. A data error is a correction, and
 * projects that have ended are only corrected; both move no plan.
 */
export function kindOfFacts(
  changed: ControlledTexts,
  before: ControlledTexts,
  {
    reasonCode,
    ownerNamed,
    ended,
  }: { reasonCode: ChangeReason; ownerNamed: boolean; ended: boolean },
): ChangeKind {
  if (ended || reasonCode === "data_error") return "correction";
  const fields = Object.keys(changed) as ControlledField[];
  const only = (...wanted: ControlledField[]) => fields.every((field) => wanted.includes(field));
  if (only("name")) return "rename";
  if (only("totalInvestment")) return "investment";
  if (only("leads")) return "lead_change";
  if (only("owners")) return ownerNamed ? "owner_change" : "owner_determination";
  if (only("owners", "hosts")) return "owner_change";
  if (only("end") && isLater(changed.end ?? "", before.end ?? "")) return "extension";
  return "revision";
}

/** The facts that are said otherwise now than before. */
export function changedFacts(wanted: ControlledTexts, current: ControlledTexts): ControlledTexts {
  return Object.fromEntries(
    Object.entries(wanted).filter(([field, text]) => text !== current[field as ControlledField]),
  );
}

/** The facts that moved since the request was made, by field. */
export function movedSince(before: ControlledTexts, current: ControlledTexts): ControlledField[] {
  return (Object.keys(before) as ControlledField[]).filter(
    (field) => before[field] !== current[field],
  );
}

export function isLater(end: string, before: string): boolean {
  return end !== "" && before !== "" && lastDayOf(end) > lastDayOf(before);
}

/** What a change does to the amount and to the end; null where one side is unknown or nothing moved. */
export function deltasOf(
  before: ControlledTexts,
  after: ControlledTexts,
): { amountDeltaFen: number | null; monthsDelta: number | null } {
  const [from, to] = [fenOf(before.totalInvestment), fenOf(after.totalInvestment)];
  const months = monthsBetween(before.end ?? "", after.end ?? "");
  return {
    amountDeltaFen: from === null || to === null || from === to ? null : to - from,
    monthsDelta: months === 0 ? null : months,
  };
}

function fenOf(wan: string | undefined): number | null {
  return wan ? parseWan(wan) : null;
}

/** Months from one end of a period to another, a year standing for its December; null where one is unknown. */
export function monthsBetween(from: string, to: string): number | null {
  if (from === "" || to === "") return null;
  const index = (date: string) => {
    const day = lastDayOf(date);
    return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  };
  return index(to) - index(from);
}
