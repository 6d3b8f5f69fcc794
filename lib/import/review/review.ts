import type { imports } from "@/db/schema";
import type { Decisions } from "../decision";
import { type Applied, isBlocking, isOpen, type ReviewRow } from "./apply";
import { type Change, type ComparedText, changesOf } from "./diff";
import type { Match } from "./match";

export type ImportRow = typeof imports.$inferSelect;

/** What will happen with one row. */
export type Plan =
  | { effect: "create" }
  | { effect: "update"; projectId: number; changes: Change[] }
  | { effect: "skip" }
  /** Nearly the same name as a project of the region: a person has to choose. */
  | { effect: "undecided" };

/** What keeps the batch from being published: a key under `importPage.block`. */
export type Block = {
  key: "mark" | "fault" | "match" | "plan" | "years" | "reason" | "nothing";
  row: Pick<ReviewRow, "table" | "row" | "sourceRow" | "facts"> | null;
};

export type Review = Applied & {
  row: ImportRow;
  matches: Map<string, Match>;
  plans: Map<string, Plan>;
  blocks: Block[];
  counts: { cells: number; sure: number; open: number; projects: number };
  /** How many projects the batch touched; 0 before it is published. */
  projects: number;
};

export const rowKey = ({ table, row }: Pick<ReviewRow, "table" | "row">) => `${table}:${row}`;

/** The project that a row updates; null where it makes a new one, or nobody has chosen. */
export function targetOf({ choice }: ReviewRow, match: Match | undefined): number | null {
  if (choice) return choice.choice === "update" ? choice.projectId : null;
  return match && match.by !== "alike" ? (match.candidates[0]?.id ?? null) : null;
}

/** What will happen with a row, by choice or by what the ledger has. */
export function planOf(
  row: ReviewRow,
  match: Match | undefined,
  current: Map<number, ComparedText>,
  decisions: Decisions,
): Plan {
  if (row.choice?.choice === "skip") return { effect: "skip" };
  const projectId = targetOf(row, match);
  const text = projectId === null ? undefined : current.get(projectId);
  if (projectId !== null && text)
    return { effect: "update", projectId, changes: changesOf(row, text, decisions) };
  if (row.choice?.choice === "create" || !match) return { effect: "create" };
  return { effect: "undecided" };
}

/** Everything that keeps the batch from being published. */
export function blocksOf(
  row: ImportRow,
  { tables, marks }: Applied,
  plans: Map<string, Plan>,
): Block[] {
  const blocks: Block[] = marks.filter(isBlocking).map(() => ({ key: "mark" as const, row: null }));
  let correcting = false;
  let publishing = 0;
  for (const table of tables) {
    if (!table.included) continue;
    for (const _ of table.marks.filter(isBlocking)) blocks.push({ key: "mark", row: null });
    for (const found of table.rows) {
      const plan = plans.get(rowKey(found));
      if (!plan || plan.effect === "skip") continue;
      publishing += 1;
      if (found.faults.length > 0) blocks.push({ key: "fault", row: found });
      if (found.marks.some(isBlocking)) blocks.push({ key: "mark", row: found });
      if (plan.effect === "undecided") blocks.push({ key: "match", row: found });
      if (plan.effect === "update")
        correcting ||= plan.changes.some(({ taken, controlled }) => taken && controlled);
    }
  }
  if (publishing === 0) blocks.push({ key: "nothing", row: null });
  if (row.planName === "") blocks.push({ key: "plan", row: null });
  if (row.startYear === null || row.endYear === null) blocks.push({ key: "years", row: null });
  if (correcting && row.reason === null) blocks.push({ key: "reason", row: null });
  return blocks;
}

/** How many cells were read, how many of them are sure, and how many marks wait for a person. */
export function countsOf({ tables }: Applied, plans: Map<string, Plan>): Review["counts"] {
  const counts = { cells: 0, sure: 0, open: 0, projects: 0 };
  for (const table of tables) {
    if (!table.included) continue;
    counts.open += table.marks.filter(isOpen).length;
    for (const row of table.rows) {
      const cells = Object.keys(row.reading.sources).length;
      const open = row.marks.filter(isOpen);
      counts.cells += cells;
      counts.sure += cells - Math.min(cells, new Set(open.map(({ field }) => field)).size);
      counts.open += open.length;
      const effect = plans.get(rowKey(row))?.effect;
      if (effect === "create" || effect === "update") counts.projects += 1;
    }
  }
  return counts;
}
