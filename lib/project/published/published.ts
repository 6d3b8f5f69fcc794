import type { CellFact, ProjectFactField } from "@/db/seed/facts";
import { formatPeriod } from "@/lib/dates";
import { formatWan } from "@/lib/money";
import type { Project, ProjectSource, ProjectUnit } from "../project";

export type PublishedField = Extract<
  ProjectFactField,
  "name" | "field" | "owners" | "hosts" | "leads" | "period" | "totalInvestment"
>;

/**
 * What the plan's row says, for each fact that stands otherwise today; empty text where the row says nothing.
 * Amounts in 万元. The content is not among them: its wording stays in the document.
 */
export function publishedOtherwise(
  project: Pick<Project, "row" | "units">,
  { entry }: ProjectSource,
): Partial<Record<PublishedField, string>> {
  const { row, units } = project;
  const text = (field: ProjectFactField) =>
    entry.cells.find((cell) => cell.field === field)?.text ?? null;
  const otherwise: Partial<Record<PublishedField, string>> = {};
  if (entry.name !== row.name) otherwise.name = entry.name;
  if (entry.start !== row.start || entry.end !== row.end)
    otherwise.period = formatPeriod(entry.start, entry.end) ?? "";
  if (entry.totalInvestmentFen !== row.totalInvestmentFen)
    otherwise.totalInvestment =
      entry.totalInvestmentFen === null ? "" : formatWan(entry.totalInvestmentFen);
  if ((text("field") ?? row.field) !== row.field) otherwise.field = text("field") ?? "";
  for (const [field, role] of UNIT_CELLS) {
    const cell = entry.cells.find((found) => found.field === field);
    if (!saysUnits(cell, units[role])) otherwise[field] = cell?.text ?? "";
  }
  return otherwise;
}

const UNIT_CELLS = [
  ["owners", "owner"],
  ["hosts", "host"],
  ["leads", "lead"],
] as const;

/** A table's cell says exactly the units; prose only has to name them all. */
function saysUnits(cell: CellFact | undefined, units: ProjectUnit[]): boolean {
  if (!cell?.text) return units.length === 0;
  const said = bare(cell.text);
  const today = bare(units.map(({ text }) => text).join(""));
  if (said === today) return true;
  return (
    cell.column === null && units.length > 0 && units.every(({ text }) => said.includes(bare(text)))
  );
}

function bare(text: string): string {
  return text.replace(/[、，,；;\s]/g, "");
}
