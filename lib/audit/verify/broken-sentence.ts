import type { BreakReason, Verification } from "./verify";

/** What verification found, for the operator: “event 12: its content was changed”. */
export function brokenSentence({
  seq,
  reason,
  place,
  after,
}: NonNullable<Verification["broken"]>): string {
  const where = [seq === null ? null : `event ${seq}`, place].filter(Boolean).join(", ");
  const since = after ? ` (a checkpoint vouches for the events up to ${after})` : "";
  return `${where}: ${REASONS[reason]}${since}`;
}

const REASONS: Record<BreakReason, string> = {
  sequence: "events before it are missing, or it was put in",
  hash: "its content or its place in the chain was changed",
  seal: "it was not sealed with this ledger's event key (EVENT_KEY_FILE)",
  columns: "its searchable columns do not repeat its content",
  history: "a row version is not what the events made of it",
  rows: "the row is not its newest version",
  derived: "the ledger's sums do not come from the project's rows",
  cut: "it is missing although a signed checkpoint speaks of it: the end was cut off, or the file rolled back",
  rewritten: "a signed checkpoint has another hash for it: it, or one before it, was written anew",
  ledger:
    "the signed checkpoint is of a ledger that begins with another event: another file, or all written anew",
  signature: "the checkpoint is not what was signed",
};
