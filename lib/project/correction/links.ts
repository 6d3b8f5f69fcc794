import type { UnitEntryKind } from "@/db/vocabulary";
import type { UnitInput } from "../input";

type UnitRow = {
  position: number;
  entryKind: UnitEntryKind;
  text: string;
  openCount: number | null;
};

/** How the unit rows of one role become the wanted list: rows with their new position, and what is new. */
export type UnitPlan<Row> = {
  /** Position 0 takes a row out. */
  placed: { row: Row; position: number }[];
  added: { unit: UnitInput; position: number }[];
};

/**
 * Plans a role's units without deleting anything: a row that says the same keeps its id, those in force before those
 * taken out earlier; rows nobody wants any more get position 0.
 */
export function planUnits<Row extends UnitRow>(rows: Row[], wanted: UnitInput[]): UnitPlan<Row> {
  const free = [...rows].sort(
    (one, other) => Number(one.position === 0) - Number(other.position === 0),
  );
  const plan: UnitPlan<Row> = { placed: [], added: [] };
  for (const [at, unit] of wanted.entries()) {
    const found = free.findIndex((row) => says(row, unit));
    const [row] = found < 0 ? [] : free.splice(found, 1);
    if (row) plan.placed.push({ row, position: at + 1 });
    else plan.added.push({ unit, position: at + 1 });
  }
  plan.placed.push(...free.map((row) => ({ row, position: 0 })));
  return plan;
}

function says(row: UnitRow, unit: UnitInput): boolean {
  return (
    row.entryKind === unit.entryKind && row.text === unit.text && row.openCount === unit.openCount
  );
}
