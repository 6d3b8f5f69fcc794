import {
  type Decisions,
  EDITABLE_FIELDS,
  type EditableField,
  MATCH_KINDS,
  type MatchChoice,
  type MatchKind,
} from "../decision";
import type { ReviewTable } from "./apply";
import { type Review, rowKey } from "./review";

type Said<Choice> = { choice: Choice; by: string } | null;

/** What can be chosen for many rows of a table at once, and what was. */
export type Together = {
  matches: { by: MatchKind; rows: number; open: number; said: Said<MatchChoice> }[];
  changes: { field: EditableField; rows: number; said: Said<boolean> }[];
};

/** The kinds of known projects and of differences that a table's rows came to, with how many rows each. */
export function togetherOf(
  table: ReviewTable,
  { matches, plans }: Pick<Review, "matches" | "plans">,
  decisions: Decisions,
): Together {
  const found = new Map<MatchKind, { rows: number; open: number }>();
  const differing = new Map<EditableField, number>();
  for (const row of table.rows) {
    const plan = plans.get(rowKey(row));
    const by = matches.get(rowKey(row))?.by;
    if (by) {
      const { rows, open } = found.get(by) ?? { rows: 0, open: 0 };
      found.set(by, { rows: rows + 1, open: open + (plan?.effect === "undecided" ? 1 : 0) });
    }
    if (plan?.effect !== "update") continue;
    for (const { field } of plan.changes) differing.set(field, (differing.get(field) ?? 0) + 1);
  }
  return {
    matches: MATCH_KINDS.flatMap((by) => {
      const counted = found.get(by);
      return counted ? [{ by, ...counted, said: saidOfMatches(table.at, by, decisions) }] : [];
    }),
    changes: EDITABLE_FIELDS.flatMap((field) => {
      const rows = differing.get(field);
      return rows ? [{ field, rows, said: saidOfChanges(table.at, field, decisions) }] : [];
    }),
  };
}

function saidOfMatches(table: number, by: MatchKind, decisions: Decisions): Said<MatchChoice> {
  const said = decisions.get(`matchAll:${table}:${by}`);
  return said?.decision.kind === "matchAll" ? { choice: said.decision.choice, by: said.by } : null;
}

function saidOfChanges(table: number, field: EditableField, decisions: Decisions): Said<boolean> {
  const said = decisions.get(`changeAll:${table}:${field}`);
  return said?.decision.kind === "changeAll" ? { choice: said.decision.take, by: said.by } : null;
}
