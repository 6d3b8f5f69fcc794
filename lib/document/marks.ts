import type { Mark, MarkWeight, ReadingField } from "./document";

/**
 * Every oddity a reading may point out, and what it asks for; docs/import.md explains each.
 * `blocking`: no value could be read, or the value read would be wrong. `doubt`: a value was read, a person looks at it.
 */
export const MARK_WEIGHTS = {
  amount_implausible: "doubt",
  amount_merged: "blocking",
  amount_missing: "doubt",
  amount_range: "blocking",
  amount_unclear: "blocking",
  amount_vague: "doubt",
  cell_unsure: "doubt",
  column_ambiguous: "doubt",
  column_unclear: "doubt",
  column_unread: "notice",
  count_differs: "doubt",
  ditto: "doubt",
  duplicate_name: "doubt",
  duration_unclear: "doubt",
  formula_like: "notice",
  hidden: "doubt",
  host_cut: "doubt",
  indicator_bound: "notice",
  indicator_unclear: "doubt",
  likely_alias: "doubt",
  name_missing: "blocking",
  new_unit: "notice",
  open_list: "notice",
  period_duration_differ: "doubt",
  period_missing: "doubt",
  period_reversed: "blocking",
  period_unclear: "doubt",
  period_unread: "blocking",
  placeholder: "notice",
  remark_withdraws: "doubt",
  row_continued: "doubt",
  row_unread: "doubt",
  seq_duplicate: "doubt",
  seq_gap: "doubt",
  seq_unclear: "doubt",
  struck: "doubt",
  sub_item: "doubt",
  subtotal_differs: "doubt",
  total_differs: "doubt",
  tracked_change: "doubt",
  unit_assumed: "doubt",
  unit_differs: "notice",
  unit_roles: "doubt",
  units_missing: "notice",
  units_unclear: "doubt",
} as const satisfies Record<string, MarkWeight>;
export type MarkCode = keyof typeof MARK_WEIGHTS;

/** Blocking marks that a person may accept as they are: the value is entered as unknown. The others need a value. */
const UNKNOWN_IF_ACCEPTED: readonly string[] = [
  "amount_merged",
  "amount_range",
  "amount_unclear",
  "period_unread",
] satisfies MarkCode[];

/** Whether accepting a mark leaves something that can be entered. */
export function isAcceptable(code: string): boolean {
  return MARK_WEIGHTS[code as MarkCode] !== "blocking" || UNKNOWN_IF_ACCEPTED.includes(code);
}

/** What is odd about a value, before it is known where the value stands. */
export type Oddity = { code: MarkCode; parameters: Record<string, string | number> };

export function oddity(code: MarkCode, parameters: Oddity["parameters"] = {}): Oddity {
  return { code, parameters };
}

/** The mark of an oddity at its place; row and column are null for a whole table. */
export function markOf(
  { code, parameters }: Oddity,
  field: ReadingField | null,
  at: { row: number | null; column: number | null },
): Mark {
  return {
    code,
    weight: MARK_WEIGHTS[code],
    field,
    row: at.row,
    column: at.column,
    parameters,
  };
}
