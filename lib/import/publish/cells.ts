import type { FieldSource } from "@/db/schema";
import type { CellFact, ProjectFactField } from "@/db/seed/facts";
import {
  READING_FIELDS,
  type ReadingField,
  type TableReading,
  type ValueSource,
} from "@/lib/document/document";
import type { EditableField } from "../decision";
import type { ReviewRow } from "../review/apply";

const CELL_FIELDS: Record<ReadingField, ProjectFactField> = {
  seq: "sourceRow",
  name: "name",
  owners: "owners",
  hosts: "hosts",
  leads: "leads",
  supports: "supports",
  start: "period",
  end: "period",
  durationYears: "duration",
  totalInvestmentWan: "totalInvestment",
  field: "field",
  content: "content",
  sectors: "other",
};

/** The row of the document as found, cell by cell, each with the field it was read as: what a plan entry keeps. */
export function cellsOf(row: ReviewRow, table: TableReading): CellFact[] {
  const seen = new Set<string>();
  const read = READING_FIELDS.flatMap((field): CellFact[] => {
    const source = row.reading.sources[field];
    const key = `${source?.column} ${CELL_FIELDS[field]}`;
    if (!source || field === "sectors" || seen.has(key)) return [];
    seen.add(key);
    return [
      {
        field: CELL_FIELDS[field],
        column: columnIn(source, table),
        header: source.header || null,
        text: source.raw,
      },
    ];
  });
  return [...read, ...unreadCells(row, table)].sort(
    (one, other) => (one.column ?? 0) - (other.column ?? 0),
  );
}

/** From 1; null where the value stands in no cell of the row: prose, or a category above it. */
function columnIn({ column, rule }: ValueSource, { candidate }: TableReading): number | null {
  return candidate || rule.startsWith("category.") ? null : column + 1;
}

/** Columns that no field takes are kept with the row. */
function unreadCells(
  row: ReviewRow,
  { columns, header, grid, candidate }: TableReading,
): CellFact[] {
  if (candidate) return [];
  return columns.flatMap((field, column): CellFact[] => {
    if (field !== null) return [];
    const cell = grid.cells.find((found) => found.row === row.row && found.column === column);
    return cell?.text
      ? [{ field: "other", column: column + 1, header: header[column] || null, text: cell.text }]
      : [];
  });
}

/** Where each field comes from, with the rule that read it and who confirmed it. */
export function fieldSources(
  row: ReviewRow,
  table: TableReading,
  publishedBy: string,
): Record<string, FieldSource> {
  return Object.fromEntries(
    READING_FIELDS.flatMap((field) => {
      const source = row.reading.sources[field];
      const editedBy = row.edits.get(field as EditableField);
      if (!source && editedBy === undefined) return [];
      const marks = row.marks.filter((mark) => mark.field === field && mark.weight !== "notice");
      const open = marks.some(({ state }) => state === "open");
      const confirmedBy = editedBy ?? marks.find(({ acceptedBy }) => acceptedBy)?.acceptedBy;
      const fact: FieldSource = {
        column: source ? columnIn(source, table) : null,
        header: source?.header ?? "",
        raw: source?.raw ?? "",
        rule: source?.rule ?? "",
        edited: editedBy !== undefined,
        confirmedBy: open ? null : (confirmedBy ?? publishedBy),
      };
      return [[field, fact]];
    }),
  );
}
