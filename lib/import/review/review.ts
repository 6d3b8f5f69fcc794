import type { imports } from "@/db/schema";
import { type Why, whyOf } from "@/lib/change-request/why";
import type { Decisions } from "../decision";
import {
  type Applied,
  concernsRows,
  isBlocking,
  isOpen,
  type ReviewRow,
  type RowChoice,
} from "./apply";
import { type Change, type ComparedText, changesOf } from "./diff";
import { isSure, type Match } from "./match";
import type { Together } from "./together";

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
  key:
    | "mark"
    | "rows"
    | "fault"
    | "match"
    | "twice"
    | "plan"
    | "years"
    | "reason"
    | "reasonCode"
    | "nothing";
  row: Pick<ReviewRow, "table" | "row" | "sourceRow" | "facts"> | null;
};

export type Review = Applied & {
  row: ImportRow;
  matches: Map<string, Match>;
  plans: Map<string, Plan>;
  blocks: Block[];
  /** What can be chosen for many rows at once, by table. */
  together: Together[];
  counts: { cells: number; sure: number; open: number; projects: number };
  /** How many projects the batch touched; 0 before it is published. */
  projects: number;
  remains: Remains;
};

/** What a batch brought, as it stays behind when it is reverted. */
export type Remains = {
  created: number;
  updated: number;
  unchanged: number;
  planName: string | null;
  planRows: number;
};

export const rowKey = ({ table, row }: Pick<ReviewRow, "table" | "row">) => `${table}:${row}`;

/**
 * What was chosen for a row: by itself, else for all rows of its table that came to a known project in this way. A
 * choice for all names no project: it holds only where exactly one can be meant.
 */
export function choiceOf(
  row: ReviewRow,
  match: Match | undefined,
  decisions: Decisions,
): RowChoice | null {
  if (row.choice || !match) return row.choice;
  const all = decisions.get(`matchAll:${row.table}:${match.by}`)?.decision;
  if (all?.kind !== "matchAll") return null;
  if (all.choice !== "update") return { choice: all.choice, projectId: null };
  const meant =
    match.by === "same"
      ? match.candidates.filter(({ name }) => name === row.facts.name)
      : match.candidates;
  const [only, ...others] = meant;
  return only && others.length === 0 ? { choice: "update", projectId: only.id } : null;
}

/** The project that a row updates; null where it makes a new one, or nobody has chosen. */
export function targetOf(choice: RowChoice | null, match: Match | undefined): number | null {
  if (choice) return choice.choice === "update" ? choice.projectId : null;
  return match && isSure(match) ? (match.candidates[0]?.id ?? null) : null;
}

/** What will happen with a row, by choice or by what the ledger has. */
export function planOf(
  row: ReviewRow,
  choice: RowChoice | null,
  match: Match | undefined,
  current: Map<number, ComparedText>,
  decisions: Decisions,
): Plan {
  if (choice?.choice === "skip") return { effect: "skip" };
  const projectId = targetOf(choice, match);
  const text = projectId === null ? undefined : current.get(projectId);
  if (projectId !== null && text)
    return { effect: "update", projectId, changes: changesOf(row, text, decisions) };
  if (choice?.choice === "create" || !match) return { effect: "create" };
  return { effect: "undecided" };
}

/** Whether the row leads to a change request: it says a controlled fact otherwise, and the change was not left out. */
export function isAsking(plan: Plan): boolean {
  return (
    plan.effect === "update" && plan.changes.some(({ taken, controlled }) => taken && controlled)
  );
}

/** Why a row's change is asked for: what the import says for all, and the row's own. The plan's document is not in it. */
export function whyOfRow(row: ImportRow, { why }: Pick<ReviewRow, "why">): Why {
  const { reasonCode, reason, basisNumber, basisOn } = row;
  return whyOf({ reasonCode, reason, documentNumber: basisNumber, documentOn: basisOn }, why);
}

/** Everything that keeps the batch from being published. */
export function blocksOf(
  row: ImportRow,
  { tables, marks }: Applied,
  plans: Map<string, Plan>,
): Block[] {
  const blocks: Block[] = marks.filter(isBlocking).map(() => ({ key: "mark" as const, row: null }));
  if (tables.some(({ included, marks }) => included && marks.some(concernsRows)))
    blocks.push({ key: "rows", row: null });
  const unsaid = new Set<"reason" | "reasonCode">();
  let publishing = 0;
  const updated = new Set<number>();
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
      if (plan.effect !== "update") continue;
      if (updated.has(plan.projectId)) blocks.push({ key: "twice", row: found });
      updated.add(plan.projectId);
      if (!isAsking(plan)) continue;
      const { reason, reasonCode } = whyOfRow(row, found);
      if (reason === null) unsaid.add("reason");
      if (reasonCode === null) unsaid.add("reasonCode");
    }
  }
  const targets = tables.some(({ reading }) => reading.indicators.length > 0);
  if (publishing === 0 && !targets) blocks.push({ key: "nothing", row: null });
  if (row.planName === "") blocks.push({ key: "plan", row: null });
  if (row.startYear === null || row.endYear === null) blocks.push({ key: "years", row: null });
  for (const key of ["reason", "reasonCode"] as const)
    if (unsaid.has(key)) blocks.push({ key, row: null });
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
