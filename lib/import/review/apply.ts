import type { Why } from "@/lib/change-request/why";
import type { Mark, ProjectReading, Reading, TableReading } from "@/lib/document/document";
import type { MarkCode } from "@/lib/document/marks";
import {
  acceptPlace,
  type Decisions,
  EDITABLE_FIELDS,
  type EditableField,
  EVERY_ROW,
  type MatchChoice,
  WHOLE_DOCUMENT,
  WHOLE_TABLE,
} from "../decision";
import { type Fault, factsOf, faultsOf, type RowFacts, withEdit } from "./facts";

/** A mark and what became of it. `edited`: the value was typed over, so that the reading no longer matters. */
export type ReviewMark = Mark & {
  state: "open" | "accepted" | "edited";
  acceptedBy: string | null;
};

/** One project of a document as it would be entered now. */
export type ReviewRow = {
  /** Position of the table in the reading, from 0. */
  table: number;
  /** Row of the grid in which the project begins. */
  row: number;
  /** The number the plan's row gets: 序号, or the position where the numbers are missing or not unique. */
  sourceRow: number;
  reading: ProjectReading;
  facts: RowFacts;
  faults: Fault[];
  /** Who typed over which field. */
  edits: Map<EditableField, string>;
  marks: ReviewMark[];
  choice: RowChoice | null;
  /** Why its change is asked for, as far as the row says so for itself. */
  why: Why | null;
};
export type RowChoice = { choice: MatchChoice; projectId: number | null };

export type ReviewTable = {
  reading: TableReading;
  at: number;
  /** Candidates only once a person took them; other tables with projects until a person leaves them out. */
  included: boolean;
  /** What its rows are called in the plan: the title, told apart where two tables have the same. */
  title: string;
  marks: ReviewMark[];
  rows: ReviewRow[];
};

export type Applied = { tables: ReviewTable[]; marks: ReviewMark[] };

/** Rows about which nothing was decided, as read: readings never change, and most rows never get a decision. */
const undecided = new WeakMap<ProjectReading, ReviewRow>();

/** The reading with all decisions in it: what would be entered, and which marks are still open. Pure. */
export function applyDecisions(reading: Reading, decisions: Decisions): Applied {
  const titles = titlesOf(reading.tables);
  const decided = decidedRows(decisions);
  return {
    marks: reading.issues.map((mark) =>
      settled(mark, WHOLE_DOCUMENT, WHOLE_TABLE, decisions, new Map()),
    ),
    tables: reading.tables.map((table, at) => {
      const numbers = numbersOf(table.projects);
      return {
        reading: table,
        at,
        included: isIncluded(table, at, decisions),
        title: titles[at] ?? "",
        marks: table.issues.map((mark) => settled(mark, at, WHOLE_TABLE, decisions, new Map())),
        rows: table.projects.map((project, position) => {
          const number = numbers[position] ?? position + 1;
          const alone =
            decided.has(`${at}:${project.row}`) ||
            project.issues.some((mark) => decisions.has(acceptPlace(at, EVERY_ROW, mark)));
          if (alone) return rowOf(project, at, number, decisions);
          const row = undecided.get(project) ?? rowOf(project, at, number, NOTHING);
          undecided.set(project, row);
          return row;
        }),
      };
    }),
  };
}

/** Whether publishing waits for this mark. */
export function isBlocking({ weight, state }: ReviewMark): boolean {
  return weight === "blocking" && state === "open";
}

/** Whether a person should look at this mark. */
export function isOpen({ weight, state }: ReviewMark): boolean {
  return weight !== "notice" && state === "open";
}

const ROWS_AND_SUMS: readonly string[] = [
  "row_unread",
  "total_differs",
  "subtotal_differs",
  "count_differs",
] satisfies MarkCode[];

/** Whether a row may be lost, or a sum wrong: no project shows that later, so that a person looks before publishing. */
export function concernsRows(mark: ReviewMark): boolean {
  return isOpen(mark) && ROWS_AND_SUMS.includes(mark.code);
}

function isIncluded(table: TableReading, at: number, decisions: Decisions): boolean {
  if (table.kind !== "projects") return false;
  const said = decisions.get(`table:${at}`)?.decision;
  return said?.kind === "table" ? said.include : !table.candidate;
}

const NOTHING: Decisions = new Map();

function decidedRows(decisions: Decisions): Set<string> {
  return new Set(
    [...decisions.values()].flatMap(({ decision }) =>
      "row" in decision ? [`${decision.table}:${decision.row}`] : [],
    ),
  );
}

function rowOf(
  project: ProjectReading,
  table: number,
  sourceRow: number,
  decisions: Decisions,
): ReviewRow {
  const edits = new Map<EditableField, string>();
  let facts = factsOf(project);
  for (const field of EDITABLE_FIELDS) {
    const found = decisions.get(`edit:${table}:${project.row}:${field}`);
    if (found?.decision.kind !== "edit") continue;
    facts = withEdit(facts, field, found.decision.value);
    edits.set(field, found.by);
  }
  const match = decisions.get(`match:${table}:${project.row}`)?.decision;
  const why = decisions.get(`why:${table}:${project.row}`)?.decision;
  return {
    table,
    row: project.row,
    sourceRow,
    reading: project,
    facts,
    faults: faultsOf(facts),
    edits,
    marks: project.issues.map((mark) => settled(mark, table, project.row, decisions, edits)),
    choice: match?.kind === "match" ? { choice: match.choice, projectId: match.projectId } : null,
    why: why?.kind === "why" ? ownWhy(why) : null,
  };
}

function ownWhy({ reasonCode, reason, documentNumber, documentOn }: Why): Why | null {
  const said = reasonCode ?? reason ?? documentNumber ?? documentOn;
  return said === null ? null : { reasonCode, reason, documentNumber, documentOn };
}

function settled(
  mark: Mark,
  table: number,
  row: number,
  decisions: Decisions,
  edits: Map<EditableField, string>,
): ReviewMark {
  const typedBy = edits.get(mark.field as EditableField);
  if (typedBy !== undefined) return { ...mark, state: "edited", acceptedBy: typedBy };
  const said =
    decisions.get(acceptPlace(table, row, mark)) ??
    decisions.get(acceptPlace(table, EVERY_ROW, mark));
  return said
    ? { ...mark, state: "accepted", acceptedBy: said.by }
    : { ...mark, state: "open", acceptedBy: null };
}

/** 序号 where every row has one of its own, else positions. */
function numbersOf(projects: ProjectReading[]): number[] {
  const own = projects.flatMap(({ seq }) => (seq !== null && seq > 0 ? [seq] : []));
  return own.length === projects.length && new Set(own).size === own.length
    ? own
    : projects.map((_, at) => at + 1);
}

function titlesOf(tables: TableReading[]): string[] {
  const seen = new Map<string, number>();
  return tables.map(({ title }, at) => {
    const name = title?.trim() || `表${at + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name}（${times}）`;
  });
}
