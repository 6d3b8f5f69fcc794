import type { Option } from "@/components/form/fields";
import type { Draft } from "@/components/return/draft/draft";
import { monthOf, totalsOf } from "@/components/return/money-fields";
import { FUNDING_SOURCES } from "@/db/vocabulary";
import { formatWan } from "@/lib/money";
import type { OpenReturn } from "@/lib/monthly-return/open-return";
import { type ContentField, inPlaceField } from "@/lib/monthly-return/typed";

/** A return as a row of the grid. */
export type GridRow = {
  open: OpenReturn;
  /** The unit that hands it in, where that is another one. */
  handedInBy: string | null;
  stages: Option[];
};

export type FactKey = "name" | "totalInvestment" | "before" | "toDate" | "inPlace";

/** A column: computed and locked, or a field that is typed. */
export type GridColumn =
  | { kind: "fact"; key: FactKey }
  | { kind: "amount" | "text" | "percent" | "choice" | "day"; key: ContentField };

const SOURCES = FUNDING_SOURCES.map(
  (source) => ({ kind: "amount", key: inPlaceField(source) }) as const,
);

/** Every column. The sources stand behind their sum, and are folded away until somebody asks for them. */
export const GRID_COLUMNS = [
  { kind: "fact", key: "name" },
  { kind: "fact", key: "totalInvestment" },
  { kind: "fact", key: "before" },
  { kind: "amount", key: "completedFen" },
  { kind: "fact", key: "toDate" },
  { kind: "choice", key: "selfLight" },
  { kind: "text", key: "progressText" },
  { kind: "text", key: "issues" },
  { kind: "text", key: "nextPlan" },
  { kind: "fact", key: "inPlace" },
  ...SOURCES,
  { kind: "amount", key: "paidFen" },
  { kind: "percent", key: "progressPercent" },
  { kind: "text", key: "amountNote" },
  { kind: "choice", key: "stage" },
  { kind: "day", key: "stageOn" },
] as const satisfies readonly GridColumn[];

/** What of the funds in place is to be seen: their sum alone, or each source beside it. */
export type InPlaceView = "sum" | "sources";

const FOLDED: readonly GridColumn[] = GRID_COLUMNS.filter(
  (column) => !SOURCES.some(({ key }) => key === column.key),
);

/** The columns that are drawn, and stepped through by keys, copies and pastes. */
export function columnsOf(inPlace: InPlaceView): readonly GridColumn[] {
  return inPlace === "sum" ? FOLDED : GRID_COLUMNS;
}

/** The options of a column in a row; none where text is typed. */
export function optionsOf(column: GridColumn, row: GridRow, lights: Option[]): Option[] {
  if (column.kind !== "choice") return [];
  return column.key === "stage" ? row.stages : lights;
}

/** What a locked cell shows; empty while unknown. */
export function factText(key: FactKey, { open }: GridRow, draft: Draft): string {
  if (key === "name") return open.project.name;
  const fen = {
    totalInvestment: open.project.totalInvestmentFen,
    before: open.before.completed.totalFen,
    toDate: totalsOf("completed", open, draft.values).totalFen,
    inPlace: monthOf("inPlace", draft.values),
  }[key];
  return fen === null ? "" : formatWan(fen);
}

/** What a cell shows: a code by its word, everything else as typed. */
export function cellText(column: GridColumn, row: GridRow, draft: Draft, lights: Option[]): string {
  if (column.kind === "fact") return factText(column.key, row, draft);
  const text = draft.values[column.key];
  const option = optionsOf(column, row, lights).find(({ value }) => value === text);
  return option?.label ?? text;
}

/** What is kept of a text that was typed or pasted: the code of a word that the column knows. */
export function keptText(column: GridColumn, row: GridRow, lights: Option[], text: string): string {
  if (column.kind === "text") return text.replace(/\r\n?/g, "\n").trim();
  const plain = text.normalize("NFKC").trim();
  if (column.kind !== "choice") return plain;
  const option = optionsOf(column, row, lights).find(
    ({ value, label }) => value === plain || label === plain || SHORT[value]?.includes(plain),
  );
  return option?.value ?? plain;
}

/** Other words for the lights, as tables have them. */
const SHORT: Record<string, readonly string[]> = {
  green: ["绿", "绿灯"],
  yellow: ["黄", "黄灯"],
  red: ["红", "红灯"],
};
