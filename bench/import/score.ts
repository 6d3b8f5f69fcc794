import type { Mark, ProjectReading, Reading, TableReading } from "@/lib/document/document";
import { type Case, type Expected, UNSURE } from "./corpus/case";

/** How a reading compares with what a careful person would enter. */
export type Score = {
  fields: number;
  right: number;
  /** Wrong with a mark that a person has to look at. */
  marked: number;
  /** Wrong, and nothing says so. Each with where and what. */
  silent: string[];
  /** Marks on fields that are beyond doubt: what a person looks at for nothing. */
  needless: number;
};

type Compared = {
  field: string;
  /** The names under which marks are filed. */
  filed: string[];
  expected: unknown;
  read: unknown;
};

export function scoreOf(one: Case, reading: Reading): Score {
  const score: Score = { fields: 0, right: 0, marked: 0, silent: [], needless: 0 };
  const tables = reading.tables.filter(({ kind }) => kind === "projects");
  if (tables.length !== one.projects.length)
    score.silent.push(`${tables.length} project tables instead of ${one.projects.length}`);
  one.projects.forEach((expected, at) => {
    const table = tables[at];
    if (table) scoreTable(expected, table, score);
    score.fields += table ? 0 : expected.length;
  });
  scoreIndicators(one, reading, score);
  const codes = new Set(marksOf(reading).map(({ code }) => code));
  for (const code of one.marks ?? []) {
    score.fields += 1;
    if (codes.has(code)) score.right += 1;
    else score.silent.push(`no mark ${code}`);
  }
  return score;
}

function scoreTable(expected: Expected[], table: TableReading, score: Score): void {
  const { projects } = table;
  const extra = projects.length - expected.length;
  if (extra > 0) score.silent.push(`${extra} projects too many`);
  expected.forEach((wanted, at) => {
    const project = projects[at];
    if (!project) {
      score.fields += 1;
      const said = table.issues.some(({ code }) => code === "row_unread");
      if (said) score.marked += 1;
      else score.silent.push(`${wording(wanted.name)} is missing`);
      return;
    }
    for (const compared of comparisons(wanted, project)) {
      score.fields += 1;
      scoreField(compared, project, table, score);
    }
  });
}

function scoreField(
  { field, filed, expected, read }: Compared,
  project: ProjectReading,
  table: TableReading,
  score: Score,
): void {
  const isMarked = [
    ...project.issues,
    ...table.issues.filter((mark) => concerns(mark, project, table)),
  ].some((mark) => mark.weight !== "notice" && (mark.field === null || filed.includes(mark.field)));
  const same = JSON.stringify(expected) === JSON.stringify(read);
  if (expected === UNSURE ? isMarked : same) {
    score.right += 1;
    if (same && isMarked && !isMissing(read)) {
      score.needless += 1;
    }
  } else if (isMarked) score.marked += 1;
  else
    score.silent.push(
      `${project.name} · ${field}: ${JSON.stringify(read)} instead of ${wording(expected)}`,
    );
}

/** A mark of the table that stands at the project's row, or over a column that claims the same role. */
function concerns(mark: Mark, project: ProjectReading, table: TableReading): boolean {
  if (mark.row === null) return true;
  const next = table.projects.find(({ row }) => row > project.row)?.row ?? table.grid.rows;
  const below = mark.row > project.row && mark.row < next && mark.code.startsWith("row_");
  return mark.row === project.row || below || mark.code.startsWith("column_");
}

function isMissing(read: unknown): boolean {
  return read === null || (Array.isArray(read) && read.length === 0);
}

function wording(expected: unknown): string {
  return expected === UNSURE ? "a mark" : JSON.stringify(expected);
}

function comparisons(wanted: Expected, project: ProjectReading): Compared[] {
  const names = (role: string) =>
    [...project.owners, ...project.leads]
      .filter((unit) => unit.role === role)
      .map(({ name, entryKind }) => (entryKind === "named" ? name : `~${name}`));
  const row = (field: string, filed: string[], expected: unknown, read: unknown): Compared => ({
    field,
    filed,
    expected,
    read,
  });
  return [
    row("seq", ["seq"], wanted.seq ?? null, project.seq),
    row("name", ["name"], wanted.name, project.name),
    row("owners", ["owners", "hosts"], wanted.owners ?? [], [...names("owner"), ...names("host")]),
    row("leads", ["leads"], wanted.leads ?? [], names("lead")),
    row("supports", ["supports", "leads"], wanted.supports ?? [], names("support")),
    row("start", ["start", "end"], wanted.start ?? null, project.start),
    row("end", ["end", "start"], wanted.end ?? null, project.end),
    row("durationYears", ["durationYears"], wanted.years ?? null, project.durationYears),
    row(
      "totalInvestmentWan",
      ["totalInvestmentWan"],
      wanted.wan ?? null,
      project.totalInvestmentWan,
    ),
    row("field", ["field"], wanted.field ?? null, project.field),
    ...(wanted.content === undefined
      ? []
      : [row("content", ["content"], wanted.content, project.content)]),
  ];
}

function scoreIndicators(one: Case, reading: Reading, score: Score): void {
  const read = reading.tables
    .filter(({ kind }) => kind === "indicators")
    .map(({ indicators }) => indicators.map(({ name }) => name));
  score.fields += 1;
  if (JSON.stringify(read) === JSON.stringify(one.indicators ?? [])) score.right += 1;
  else score.silent.push(`indicators ${JSON.stringify(read)}`);
}

function marksOf({ tables, issues }: Reading): Mark[] {
  return [
    ...issues,
    ...tables.flatMap((table) => [
      ...table.issues,
      ...[...table.projects, ...table.indicators].flatMap((row) => row.issues),
    ]),
  ];
}
