import { holdsSample, SAMPLE_MARK } from "@/lib/sample/mark";

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]/gu;
const GAP = "  ";

export type Column<Row> = {
  title: string;
  value: (row: Row) => string | number | null;
  /** Numbers stand to the right. */
  align?: "right";
  /** Cut to so many columns of the terminal. */
  max?: number;
};

/** An aligned table, 演示数据 above it where the ledger holds nothing else; a Chinese character takes two columns. */
export function table<Row>(rows: Row[], columns: Column<Row>[]): string {
  const cells = rows.map((row) => columns.map((column) => cell(column, row)));
  const titles = columns.map(({ title }) => title);
  const widths = columns.map((_, at) =>
    Math.max(...[titles, ...cells].map((line) => width(line[at] ?? ""))),
  );
  const lines = [titles, widths.map((wide) => "-".repeat(wide)), ...cells]
    .map((line) =>
      line
        .map((text, at) => pad(text, widths[at] ?? 0, columns[at]?.align))
        .join(GAP)
        .trimEnd(),
    )
    .join("\n");
  return holdsSample() ? `${SAMPLE_MARK}\n${lines}` : lines;
}

/** `name  value`, one a line; what is not known is left out. */
export function facts(pairs: [string, string | number | null][]): string {
  const known = pairs.filter(([, value]) => value !== null && value !== "");
  const wide = Math.max(0, ...known.map(([name]) => width(name)));
  return known.map(([name, value]) => pad(name, wide) + GAP + value).join("\n");
}

export function json(answer: unknown): string {
  return JSON.stringify(answer, null, 2);
}

function cell<Row>({ value, max = 40 }: Column<Row>, row: Row): string {
  const text = String(value(row) ?? "–").replace(/\s+/g, " ");
  return width(text) > max ? `${cut(text, max - 1)}…` : text;
}

function cut(text: string, max: number): string {
  let kept = "";
  for (const character of text) {
    if (width(kept + character) > max) break;
    kept += character;
  }
  return kept;
}

function pad(text: string, wide: number, align?: "right"): string {
  const space = " ".repeat(Math.max(0, wide - width(text)));
  return align === "right" ? space + text : text + space;
}

function width(text: string): number {
  return [...text].length + (text.match(WIDE)?.length ?? 0);
}
