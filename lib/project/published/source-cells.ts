import type { CellFact, ProjectFactField } from "@/db/seed/facts";
import type { Project, ProjectDocument, ProjectSource } from "../project";

/** The fields of a project whose source can be asked for: those that a plan's row says. */
export const SOURCE_FIELDS = [
  "name",
  "owners",
  "hosts",
  "leads",
  "supports",
  "period",
  "totalInvestment",
  "field",
  "content",
] as const satisfies readonly ProjectFactField[];
export type SourceField = (typeof SOURCE_FIELDS)[number];

/** How a value came from its cell; `rule` is null where the data set brought it, `confirmedBy` where nobody did. */
export type Trace = { rule: string | null; edited: boolean; confirmedBy: string | null };

/** A cell of the row as found, and what was read from it. */
export type SourceCell = CellFact & { trace: Trace | null };

/** The row of one document that a project stands on: its place, its cells in order, and the import that brought it. */
export type SourceRow = {
  key: string;
  /** The plan's row; null where a document only updated the project. */
  source: ProjectSource | null;
  document: ProjectDocument | null;
  cells: SourceCell[];
};

const READING_FIELDS: Partial<Record<ProjectFactField, string[]>> = {
  sourceRow: ["seq"],
  period: ["start", "end"],
  duration: ["durationYears"],
  totalInvestment: ["totalInvestmentWan"],
};

/** Every row that speaks of the project, each plan's row with the import that it came with. */
export function sourceRows({
  sources,
  documents,
}: Pick<Project, "sources" | "documents">): SourceRow[] {
  const left = new Set(documents);
  const rows = sources.map((source): SourceRow => {
    const document = [...left].find((one) => belongs(source, one)) ?? null;
    if (document) left.delete(document);
    const cells = source.entry.cells.map((cell) => ({ ...cell, trace: traceOf(cell, document) }));
    return { key: `entry ${source.entry.id}`, source, document, cells };
  });
  const alone = [...left].map((document) => ({
    key: `document ${document.id}`,
    source: null,
    document,
    cells: cellsOfDocument(document),
  }));
  return [...rows, ...alone];
}

/** The plan's row was kept with the import of its table that says the same in every cell. */
function belongs({ entry }: ProjectSource, { tableTitle, fields }: ProjectDocument): boolean {
  if (!entry.sourceTable.startsWith(tableTitle)) return false;
  const texts = new Set(entry.cells.map(({ text }) => text));
  return Object.values(fields).every(({ raw }) => raw === "" || texts.has(raw));
}

function traceOf(cell: CellFact, document: ProjectDocument | null): Trace | null {
  if (document === null) return null;
  const names = READING_FIELDS[cell.field] ?? [cell.field];
  const found = names.flatMap((name) => document.fields[name] ?? []);
  const [first] = found;
  if (!first) return null;
  return {
    rule: first.rule || null,
    edited: found.some(({ edited }) => edited),
    confirmedBy: found.every(({ confirmedBy }) => confirmedBy !== null) ? first.confirmedBy : null,
  };
}

/** The row as far as the fields tell: an update keeps no row of its own. */
function cellsOfDocument(document: ProjectDocument): SourceCell[] {
  const fieldOf = (name: string) =>
    (Object.entries(READING_FIELDS).find(([, names]) => names.includes(name))?.[0] ??
      (name === "sectors" ? "other" : name)) as ProjectFactField;
  const cells = new Map<string, SourceCell>();
  for (const [name, { column, header, raw }] of Object.entries(document.fields)) {
    const cell = { field: fieldOf(name), column, header: header || null, text: raw };
    const key = `${column} ${cell.field}`;
    if (name !== "sectors" && !cells.has(key))
      cells.set(key, { ...cell, trace: traceOf(cell, document) });
  }
  return [...cells.values()].sort((one, other) => (one.column ?? 0) - (other.column ?? 0));
}
