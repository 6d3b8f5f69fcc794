import type { Reading, SourceDocument, TableReading } from "@/lib/document/document";
import { blocksOf } from "./blocks";
import { readBoxes } from "./boxes";
import { readIndicators, type Signs, signsIn } from "./indicators/indicators";
import { type Knowledge, knownUnits } from "./knowledge";
import { readProjects } from "./projects/table";
import { unitCells } from "./projects/unit-cells";
import { joinContinued } from "./table/continued";
import { type FoundTable, tablesOf } from "./table/tables";
import { FIELD_OF_ROLE } from "./table/words";

/**
 * All that can be understood of a document: its tables with their projects and indicators, each value with its cell,
 * each doubt with its mark. Nothing is invented: a document without tables and boxes yields none.
 */
export function understand(document: SourceDocument, knowledge: Knowledge): Reading {
  const known = knownUnits(knowledge);
  const unitsIn = unitCells(known);
  const blocks = blocksOf(document);
  const tables = joinContinued(tablesOf(blocks)).map((table) => readTable(table, unitsIn));
  return {
    format: document.format,
    tables: [...tables, ...readBoxes(blocks, known)],
    issues: [],
  };
}

function readTable(table: FoundTable, unitsIn: ReturnType<typeof unitCells>): TableReading {
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
  const read = readProjects({ sheet, header, unit: header.unit ?? unit, unitsIn });
  const columns = header.texts.map((_, column) => {
    const role = header.roles[column];
    return role ? FIELD_OF_ROLE[role] : null;
  });
  return { ...base, kind: read.projects.length > 0 ? "projects" : "other", columns, ...read };
}

function signsOf(notes: string[]): Signs {
  return new Map(notes.flatMap((note) => [...signsIn(note)]));
}
