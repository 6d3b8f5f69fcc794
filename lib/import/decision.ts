import type { Why } from "@/lib/change-request/why";
import type { Mark, ReadingField } from "@/lib/document/document";

/** The whole table, as the place of a mark. */
export const WHOLE_TABLE = -1;
/** Every row of a table, as the place of a decision. */
export const EVERY_ROW = -2;
/** The document itself, as the table of a mark. */
export const WHOLE_DOCUMENT = -1;

export const MATCH_CHOICES = ["create", "update", "skip"] as const;
export type MatchChoice = (typeof MATCH_CHOICES)[number];

/**
 * How a row came to a known project. `row`: the same row of the same plan, `name`: the same name in the same plan,
 * `same`: the same name outside that plan, `alike`: nearly the same name.
 */
export const MATCH_KINDS = ["row", "name", "same", "alike"] as const;
export type MatchKind = (typeof MATCH_KINDS)[number];

/** The fields that a person may type over; `sectors` is the primary sector's code. */
export const EDITABLE_FIELDS = [
  "name",
  "owners",
  "hosts",
  "leads",
  "supports",
  "start",
  "end",
  "totalInvestmentWan",
  "field",
  "content",
  "sectors",
] as const satisfies readonly ReadingField[];
export type EditableField = (typeof EDITABLE_FIELDS)[number];

/** What a person says about one place of a reading. Tables by position from 0, rows as the grid counts them. */
export type Decision =
  | { kind: "accept"; table: number; row: number; code: string; field: ReadingField | null }
  | { kind: "edit"; table: number; row: number; field: EditableField; value: string }
  | {
      kind: "match";
      table: number;
      row: number;
      choice: MatchChoice;
      projectId: number | null;
    }
  | { kind: "change"; table: number; row: number; field: EditableField; take: boolean }
  /** Why this row's change is asked for, where it is not what the import says for all; all null to take it back. */
  | ({ kind: "why"; table: number; row: number } & Why)
  /** For all rows of the table that came to a known project in this way and have no choice of their own. */
  | { kind: "matchAll"; table: number; by: MatchKind; choice: MatchChoice }
  /** For all rows of the table that say this field otherwise than the ledger and have no choice of their own. */
  | { kind: "changeAll"; table: number; field: EditableField; take: boolean }
  | { kind: "table"; table: number; include: boolean };

/** The key of the place that a decision is about: a later decision with the same key replaces it. */
export function placeOf(decision: Decision): string {
  const { kind, table } = decision;
  if (kind === "table") return `table:${table}`;
  if (kind === "matchAll") return `matchAll:${table}:${decision.by}`;
  if (kind === "changeAll") return `changeAll:${table}:${decision.field}`;
  if (kind === "match" || kind === "why") return `${kind}:${table}:${decision.row}`;
  if (kind === "accept") return acceptPlace(table, decision.row, decision);
  return `${kind}:${table}:${decision.row}:${decision.field}`;
}

/** The key of a mark's acceptance, for one row or, with `EVERY_ROW`, for all marks of its kind in the table. */
export function acceptPlace(
  table: number,
  row: number,
  { code, field }: Pick<Mark, "code" | "field">,
): string {
  return `accept:${table}:${row}:${code}:${field ?? ""}`;
}

/** What was decided, by place, with who decided. */
export type Decisions = Map<string, { decision: Decision; by: string }>;
