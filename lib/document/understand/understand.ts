import type { Reading, ReadingField, SourceDocument, TableReading } from "@/lib/document/document";
import { blocksOf } from "./blocks";
import { readBoxes } from "./boxes";
import { readIndicators, type Signs, signsIn } from "./indicators/indicators";
import { type Knowledge, type KnownUnits, knownUnits } from "./knowledge";
import { readProjects } from "./projects/table";
import { joinContinued } from "./table/continued";
import { type FoundTable, tablesOf } from "./table/tables";
import type { ColumnRole } from "./table/words";

/**
 * All that can be understood of a document: its tables with their projects and indicators, each value with its cell,
 * each doubt with its mark. Nothing is invented: a document without tables and boxes yields none.
 */
export function understand(document: SourceDocument, knowledge: Knowledge): Reading {
  const known = knownUnits(knowledge);
  const blocks = blocksOf(document);
  const tables = joinContinued(tablesOf(blocks)).map((table) => readTable(table, known));
  return {
    format: document.format,
    tables: [...tables, ...readBoxes(blocks, known)],
    issues: [],
  };
}

function readTable(table: FoundTable, known: KnownUnits): TableReading {
  const { sheet, header, title, unit, notes } = table;
  const { grid } = sheet;
  const base: TableReading = {
    kind: "other",
    title,
    candidate: false,
    location: grid.location,
    header: header?.texts ?? [],
    columns: (header?.texts ?? []).map(() => null),
    grid,
    projects: [],
    indicators: [],
    issues: [],
    totalWan: null,
  };
  if (!header) return base;
  if (header.kind === "indicators") {
    const read = readIndicators(sheet, header, signsOf(notes));
    return { ...base, kind: "indicators", ...read };
  }
  const read = readProjects({ sheet, header, unit: header.unit ?? unit, known });
  const columns = header.texts.map((_, column) => fieldOf(header.roles[column] ?? null));
  return { ...base, kind: read.projects.length > 0 ? "projects" : "other", columns, ...read };
}

const FIELD_OF: Partial<Record<ColumnRole, ReadingField>> = {
  total: "totalInvestmentWan",
  duration: "durationYears",
  period: "start",
};

/** A column of periods stands under the name of its first half. */
function fieldOf(role: ColumnRole | null): ReadingField | null {
  if (role === null) return null;
  return FIELD_OF[role] ?? (role as Exclude<ColumnRole, "total" | "duration" | "period">);
}

function signsOf(notes: string[]): Signs {
  return new Map(notes.flatMap((note) => [...signsIn(note)]));
}
