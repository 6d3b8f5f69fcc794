import type { ProjectType, Sector } from "@/db/vocabulary";
import { isPartialDate } from "@/lib/dates";
import type { ProjectReading, UnitReading } from "@/lib/document/document";
import { FEN_PER_WAN, MAX_AMOUNT_FEN, parseWan } from "@/lib/money";
import { LIMITS, type SectorInput, type UnitInput } from "@/lib/project/input";
import { periodDays } from "@/lib/project/project";
import { parseUnitText } from "@/lib/project/unit-text";
import type { EditableField } from "../decision";

/** What a row says, ready to be entered; null is “not stated”. */
export type RowFacts = {
  name: string;
  type: ProjectType;
  field: string | null;
  content: string | null;
  start: string | null;
  end: string | null;
  totalInvestmentFen: number | null;
  owners: UnitInput[];
  hosts: UnitInput[];
  leads: UnitInput[];
  supports: UnitInput[];
  sectors: SectorInput[];
};

/** What keeps a value from being entered: a key under `errors` in `messages/`. */
export type Fault = {
  field: EditableField;
  key:
    | "required"
    | "tooLong"
    | "partialDate"
    | "periodReversed"
    | "amount"
    | "unitsMax"
    | "unitTooLong"
    | "unitTwice";
  parameters: Record<string, number>;
};

/** The facts of a row as read. */
export function factsOf(project: ProjectReading): RowFacts {
  const { owners, leads } = project;
  const role = (units: UnitReading[], wanted: UnitReading["role"]) =>
    units.filter((unit) => unit.role === wanted).map(unitOf);
  return {
    name: project.name.trim(),
    type: typeOf(project),
    field: project.field,
    content: project.content,
    start: project.start,
    end: project.end,
    totalInvestmentFen:
      project.totalInvestmentWan === null
        ? null
        : Math.round(project.totalInvestmentWan * FEN_PER_WAN),
    owners: role(owners, "owner"),
    hosts: role(owners, "host"),
    leads: role(leads, "lead"),
    supports: role(leads, "support"),
    sectors: distinct(project.sectors).map((sector) => ({
      sector: sector.sector,
      evidence: sector.evidence.map((word) => word.slice(0, 50)).slice(0, 10),
      confirmed: false,
    })),
  };
}

/** The facts with one value typed over. What cannot be read stays as text and is found by `faultsOf()`. */
export function withEdit(facts: RowFacts, field: EditableField, typed: string): RowFacts {
  const text = typed.trim();
  switch (field) {
    case "name":
      return { ...facts, name: text };
    case "field":
    case "content":
    case "start":
    case "end":
      return { ...facts, [field]: text || null };
    case "totalInvestmentWan":
      return { ...facts, totalInvestmentFen: text ? (parseWan(text) ?? Number.NaN) : null };
    case "sectors":
      return {
        ...facts,
        sectors: text
          ? [
              { sector: text as Sector, evidence: [], confirmed: true },
              ...facts.sectors.filter(({ sector }) => sector !== text),
            ]
          : [],
      };
    default:
      return { ...facts, [field]: parseUnitText(text) };
  }
}

/** Everything that keeps the facts from being entered. */
export function faultsOf(facts: RowFacts): Fault[] {
  const faults: Fault[] = [];
  const fault = (field: EditableField, key: Fault["key"], max?: number) =>
    faults.push({ field, key, parameters: max === undefined ? {} : { max } });
  if (facts.name === "") fault("name", "required");
  for (const field of ["name", "field", "content"] as const) {
    if ((facts[field] ?? "").length > LIMITS[field]) fault(field, "tooLong", LIMITS[field]);
  }
  const dates = (["start", "end"] as const).filter(
    (field) => facts[field] !== null && !isPartialDate(facts[field]),
  );
  for (const field of dates) fault(field, "partialDate");
  if (dates.length === 0 && isReversed(facts)) fault("end", "periodReversed");
  const fen = facts.totalInvestmentFen;
  if (fen !== null && !(Number.isSafeInteger(fen) && fen >= 0 && fen <= MAX_AMOUNT_FEN))
    fault("totalInvestmentWan", "amount");
  for (const field of ["owners", "hosts", "leads", "supports"] as const) {
    const units = facts[field];
    if (units.length > LIMITS.units) fault(field, "unitsMax");
    if (units.some(({ text }) => text.length > LIMITS.unit)) fault(field, "unitTooLong");
    if (new Set(units.map(({ text }) => text)).size < units.length) fault(field, "unitTwice");
  }
  return faults;
}

function isReversed({ start, end }: RowFacts): boolean {
  try {
    periodDays(start, end);
    return false;
  } catch {
    return true;
  }
}

function unitOf({ name, entryKind, openCount }: UnitReading): UnitInput {
  return { entryKind, text: name.trim(), openCount };
}

function distinct(sectors: ProjectReading["sectors"]): ProjectReading["sectors"] {
  const seen = new Set<Sector>();
  return sectors
    .filter(({ sector }) => !seen.has(sector) && seen.add(sector))
    .slice(0, LIMITS.sectors + 1);
}

/** 项目类型, guessed from the name and never confirmed: no table has a column for it. */
function typeOf({ name }: ProjectReading): ProjectType {
  if (
    /(研究|研发|攻关|选育|试验|技术集成|开发)/.test(name) &&
    !/(平台|中心|基地|园区|研究院)/.test(name)
  )
    return "research";
  if (/(平台|中心|研究院|实验室|孵化|工作站|创新基地|双创)/.test(name)) return "platform";
  return "construction";
}
