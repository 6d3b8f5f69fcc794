import type { UnitRole } from "@/db/vocabulary";
import type { UnitReading } from "@/lib/document/document";
import { type Oddity, oddity } from "@/lib/document/marks";
import type { KnownUnits } from "../knowledge";
import { type FoundUnit, readUnits } from "../values/units";

export type UnitCell = { units: UnitReading[]; rule: string; oddities: Oddity[] };

/** Reads cells of units and looks them up; the same words are read once, because most cells repeat. */
export function unitCells(known: KnownUnits): (text: string, role: UnitRole) => UnitCell {
  const read = new Map<string, UnitCell>();
  return (text, role) => {
    const key = `${role} ${text}`;
    const before = read.get(key);
    if (before) return before;
    const { units, rule, oddities } = readUnits(text, role);
    const cell: UnitCell = {
      units: units.map((unit) => ({
        ...unit,
        kind: unit.entryKind === "named" ? known.kindOf(unit.name) : null,
      })),
      rule,
      oddities: [...oddities, ...units.flatMap((unit) => oddityOf(unit, known) ?? [])],
    };
    read.set(key, cell);
    return cell;
  };
}

function oddityOf(unit: FoundUnit, known: KnownUnits): Oddity | null {
  if (unit.entryKind === "placeholder") return oddity("placeholder", { text: unit.name });
  if (unit.entryKind === "open_list") return oddity("open_list", { text: unit.name });
  return known.oddityOf(unit);
}
