import type { Draft } from "@/components/return/draft/draft";
import { fill } from "@/components/return/fill";
import { totalsOf } from "@/components/return/money-fields";
import { formatWan, MAX_AMOUNT_FEN, parseSignedWan } from "@/lib/money";
import { type ContentField, RETURN_LIMITS } from "@/lib/monthly-return/typed";
import type { GridWords } from "../words";
import { GRID_COLUMNS, type GridColumn, type GridRow, optionsOf } from "./columns";

export type RowFaults = Partial<Record<ContentField, string>>;

const known = new WeakMap<Draft, RowFaults>();

/** What is wrong with each cell of a row, as a sentence: found here at once, or said by the server. */
export function rowFaults(row: GridRow, draft: Draft, words: GridWords): RowFaults {
  const before = known.get(draft);
  if (before) return before;
  const faults: RowFaults = {};
  for (const column of GRID_COLUMNS as readonly GridColumn[]) {
    if (column.kind === "fact") continue;
    const fault = cellFault(column, row, draft, words) ?? draft.errors[column.key];
    if (fault) faults[column.key] = fault;
  }
  known.set(draft, faults);
  return faults;
}

function cellFault(
  column: Exclude<GridColumn, { kind: "fact" }>,
  row: GridRow,
  draft: Draft,
  words: GridWords,
): string | undefined {
  const text = draft.values[column.key].trim();
  if (text === "") return undefined;
  if (column.kind === "amount") return amountFault(column.key, text, row, draft, words);
  if (column.kind === "percent") {
    const share = Number(text.replace("%", ""));
    const whole = Number.isInteger(share) && share >= 0 && share <= 100;
    return whole ? undefined : words.faults.percent;
  }
  if (column.kind === "day") return /^\d{4}-\d\d-\d\d$/.test(text) ? undefined : words.faults.day;
  if (column.kind === "choice") {
    const options = optionsOf(column, row, words.lights);
    if (options.some(({ value }) => value === text)) return undefined;
    const sentence = column.key === "stage" ? words.faults.stage : words.faults.light;
    return fill(sentence, { words: options.map(({ label }) => label).join("、") });
  }
  const max = column.key === "amountNote" ? RETURN_LIMITS.reason : RETURN_LIMITS.progress;
  return text.length > max ? fill(words.faults.tooLong, { max }) : undefined;
}

function amountFault(
  field: ContentField,
  text: string,
  { open }: GridRow,
  draft: Draft,
  words: GridWords,
): string | undefined {
  const fen = parseSignedWan(text);
  if (fen === null || Math.abs(fen) > MAX_AMOUNT_FEN) return words.faults.amount;
  if (fen >= 0 || draft.values.amountNote.trim() !== "") return undefined;
  const before = open.before.completed.totalFen;
  const after = totalsOf("completed", open, draft.values).totalFen;
  if (field !== "completedFen" || before === null || after === null) return words.faults.negative;
  return fill(words.faults.negativeTo, { before: formatWan(before), after: formatWan(after) });
}
