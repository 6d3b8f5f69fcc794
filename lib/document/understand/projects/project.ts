import type { UnitRole } from "@/db/vocabulary";
import type {
  Cell,
  CellFlag,
  Mark,
  ProjectReading,
  ReadingField,
  UnitReading,
  ValueSource,
} from "@/lib/document/document";
import { type MarkCode, markOf, type Oddity, oddity } from "@/lib/document/marks";
import { proposeSectors } from "@/lib/sector/propose/propose";
import type { Header } from "../table/header";
import type { Sheet } from "../table/sheet";
import type { ColumnRole } from "../table/words";
import { type MoneyUnit, readAmount } from "../values/amount";
import { inclusiveYears, readDuration } from "../values/duration";
import { readDate, readPeriod } from "../values/period";
import { oneLine, plain } from "../values/plain";
import type { UnitCell } from "./unit-cells";

/** What the rows of one table are read with. */
export type ProjectTable = {
  sheet: Sheet;
  header: Header;
  /** The unit of money that holds for the table; null where neither header nor table says one. */
  unit: MoneyUnit | null;
  unitsIn: (text: string, role: UnitRole) => UnitCell;
};

type Found = { cell: Cell; text: string; header: string };

/** One row of a project table. What the row does not say is null, what is not certain carries a mark. */
export function readProject(table: ProjectTable, row: number): ProjectReading {
  const project: ProjectReading = {
    row,
    seq: null,
    name: "",
    owners: [],
    leads: [],
    start: null,
    end: null,
    durationYears: null,
    totalInvestmentWan: null,
    field: null,
    content: null,
    sectors: [],
    sources: {},
    issues: [],
  };
  const filling = fillingOf(table, row, project);
  fillWords(filling);
  fillUnits(filling);
  fillPeriod(filling);
  fillAmount(filling);
  project.issues.push(...rowMarks(table, row));
  project.sectors = proposeSectors(project.name, project.content, project.field);
  if (project.sources.name)
    project.sources.sectors = { ...project.sources.name, rule: "sectors.words" };
  return project;
}

/** How the values of a row are put into a reading: with their source, and their oddities as marks. */
type Filling = {
  table: ProjectTable;
  row: number;
  project: ProjectReading;
  find: (role: ColumnRole) => Found | null;
  note: (field: ReadingField, found: Found, rule: string, oddities: Oddity[]) => void;
};

function fillingOf(table: ProjectTable, row: number, project: ProjectReading): Filling {
  const { sheet, header } = table;
  const flagged = new Set<Cell>();
  return {
    table,
    row,
    project,
    find: (role) => {
      const column = header.roles.indexOf(role);
      if (column < 0) return null;
      const cell = sheet.at(row, column) ?? emptyCell(row, column);
      const above = isDitto(cell.text) ? cellAbove(sheet, cell) : null;
      const text = (above ?? cell).text.trim();
      return { cell, text, header: header.texts[column] ?? "" };
    },
    note: (field, { cell, text, header }, rule, oddities) => {
      const source: ValueSource = { row: cell.row, column: cell.column, header, raw: text, rule };
      project.sources[field] = source;
      const ofCell = flagged.has(cell) ? [] : cellOddities(sheet, cell);
      flagged.add(cell);
      for (const one of [...ofCell, ...oddities]) project.issues.push(markOf(one, field, cell));
    },
  };
}

/** What concerns a whole row is said once: flags of all its cells, and more cells than the header has columns. */
function rowMarks({ sheet, header }: ProjectTable, row: number): Mark[] {
  const marks = ROW_FLAGS.filter(([flag]) => isWhollyFlagged(sheet, row, flag)).map(([, code]) =>
    markOf(oddity(code), null, { row, column: null }),
  );
  const last = header.texts.findLastIndex((text) => text !== "");
  const surplus = sheet.filled(row).find(({ column }) => column > last);
  return surplus ? [...marks, markOf(oddity("cell_unsure"), null, surplus)] : marks;
}

const ROW_FLAGS = [
  ["hidden", "hidden"],
  ["unsure", "cell_unsure"],
] as const satisfies [CellFlag, MarkCode][];

function isWhollyFlagged(sheet: Sheet, row: number, flag: CellFlag): boolean {
  const filled = sheet.filled(row);
  return filled.length > 0 && filled.every(({ flags }) => flags.includes(flag));
}

function emptyCell(row: number, column: number): Cell {
  return { text: "", row, column, rowSpan: 1, columnSpan: 1, flags: [] };
}

/** 同上, 〃: what the cell above says. */
function isDitto(text: string): boolean {
  return /^(?:同上|同前|〃|″|＂|")$/.test(text.trim());
}

function cellAbove(sheet: Sheet, { row, column }: Cell): Cell | null {
  for (let above = row - 1; above >= 0; above -= 1) {
    const cell = sheet.at(above, column);
    if (cell && cell.text.trim() !== "" && !isDitto(cell.text)) return cell;
  }
  return null;
}

/** What the reader of the file saw in the cell itself, and what it leaves to the cell above. */
function cellOddities(sheet: Sheet, { flags, text, row }: Cell): Oddity[] {
  const found: Oddity[] = [];
  for (const [flag, code] of ROW_FLAGS)
    if (flags.includes(flag) && !isWhollyFlagged(sheet, row, flag)) found.push(oddity(code));
  if (flags.includes("tracked_change")) found.push(oddity("tracked_change"));
  if (flags.includes("struck")) found.push(oddity("struck"));
  if (isDitto(text)) found.push(oddity("ditto", { raw: text.trim() }));
  if (/^[=+@]|^-(?=[A-Za-z(])/.test(text.trim())) found.push(oddity("formula_like"));
  return found;
}

function fillWords({ table: { header }, project, find, note }: Filling): void {
  const seq = find("seq");
  if (seq && seq.text !== "") {
    const number = /^0*(\d{1,6})(?:\.0+)?[.、]?$/.exec(plain(seq.text))?.[1];
    project.seq = number === undefined ? null : Number(number);
    const odd = number === undefined ? [oddity("seq_unclear", { raw: seq.text })] : [];
    note("seq", seq, "seq.number", odd);
  }
  const name = find("name");
  if (name) {
    project.name = oneLine(name.text);
    const numbered = header.roles.includes("seq") && /^\d{1,3}[.、]\s*\p{L}/u.test(project.name);
    const joint = /名称[及和与、]/.test(plain(name.header));
    const noted = /[①-⑳⁰¹²³⁴-⁹※†*]$/.test(project.name);
    const odd =
      project.name.length > 120 || numbered || joint || noted ? [oddity("cell_unsure")] : [];
    note("name", name, "text", odd);
  }
  const field = find("field");
  if (field && field.text !== "" && !STAGE.test(plain(field.text))) {
    project.field = oneLine(field.text);
    note("field", field, "text", []);
  }
  const content = find("content");
  if (content && content.text !== "") {
    project.content = content.text.split("\n").map(oneLine).join("\n");
    note("content", content, "text", []);
  }
}

/** What a column 项目类型 may hold instead of a field. */
const STAGE =
  /^(?:新建|续建|改建|扩建|改扩建|迁建|新开工|在建|拟建|储备|前期|竣工|投产)(?:项目|类)*$/;

const UNIT_COLUMNS = [
  { column: "owners", field: "owners", role: "owner" },
  { column: "hosts", field: "hosts", role: "host" },
  { column: "leads", field: "leads", role: "lead" },
  { column: "supports", field: "supports", role: "support" },
] as const;

function fillUnits({ table, project, find, note }: Filling): void {
  const leads: UnitReading[] = [];
  for (const { column, field, role } of UNIT_COLUMNS) {
    const found = find(column);
    if (!found) continue;
    const { units, rule, oddities } = table.unitsIn(found.text, role);
    for (const unit of units) {
      const into = unit.role === "owner" || unit.role === "host" ? project.owners : leads;
      into.push({ ...unit });
    }
    note(field, found, rule, oddities);
  }
  const isLead = ({ role }: UnitReading) => role === "lead";
  project.leads = [...leads.filter(isLead), ...leads.filter((unit) => !isLead(unit))];
}

function fillPeriod({ project, find, note }: Filling): void {
  const period = find("period");
  if (period) {
    const read = readPeriod(period.text);
    project.start = read.start;
    project.end = read.end;
    project.durationYears = read.durationYears;
    note("start", period, read.rule, read.oddities);
    note("end", period, read.rule, []);
    if (read.durationYears !== null) note("durationYears", period, read.rule, []);
    else if (/(?:^|[^\d])\d{1,2}(?:\.\d)?(?:年|个月)(?!\d)/.test(plain(period.text)))
      note("durationYears", period, read.rule, [oddity("duration_unclear", { raw: period.text })]);
  }
  for (const end of ["start", "end"] as const) {
    const found = find(end);
    if (!found) continue;
    const read = readDate(found.text);
    project[end] = read.date;
    note(end, found, read.rule, read.oddities);
  }
  doubtReversed(project, find("end") ?? period);
  fillDuration({ project, find, note });
}

/** Two cells that are right each by itself may be wrong together. */
function doubtReversed(project: ProjectReading, last: Found | null): void {
  const { start, end } = project;
  if (!last || !start || !end || start.slice(0, end.length) <= end) return;
  const raw = `${start}—${end}`;
  project.issues.push(markOf(oddity("period_unclear", { raw }), "end", last.cell));
}

function fillDuration({ project, find, note }: Pick<Filling, "project" | "find" | "note">): void {
  const duration = find("duration");
  if (duration) {
    const unit = /月/.test(duration.header)
      ? "月"
      : /年\)?$/.test(plain(duration.header))
        ? "年"
        : null;
    const read = readDuration(duration.text, unit);
    const both = read.years === null ? readPeriod(duration.text) : null;
    if (both?.start && !find("period") && !find("start")) {
      project.start = both.start;
      project.end = both.end;
      note("start", duration, both.rule, both.oddities);
      note("end", duration, both.rule, []);
      return;
    }
    project.durationYears = read.years ?? project.durationYears;
    note("durationYears", duration, read.rule, read.oddities);
  }
  const { start, end, durationYears } = project;
  const years = inclusiveYears(start, end);
  const source = find("duration") ?? find("period");
  if (!source || years === null || durationYears === null) return;
  if (Math.abs(years - durationYears) < 0.2) return;
  const parameters = { start: start ?? "", end: end ?? "", years: durationYears };
  project.issues.push(
    markOf(oddity("period_duration_differ", parameters), "durationYears", source.cell),
  );
}

/** An amount in a merged cell belongs to several projects together: nobody can say how much is whose. */
function fillAmount({ table, row, project, find, note }: Filling): void {
  const total = find("total");
  if (!total) return;
  const { wan, rule, oddities } = readAmount(total.text, table.unit);
  const shared = projectsIn(table, total.cell) > 1;
  if (shared && wan !== null) {
    note("totalInvestmentWan", total, "amount.merged", [oddity("amount_merged", { wan, row })]);
    return;
  }
  project.totalInvestmentWan = wan;
  note("totalInvestmentWan", total, rule, oddities);
}

/** How many names stand beside a merged cell. */
function projectsIn({ sheet, header }: ProjectTable, cell: Cell): number {
  if (cell.rowSpan < 2) return 1;
  const column = header.roles.indexOf("name");
  const names = new Set<Cell | null>();
  for (let row = cell.row; row < cell.row + cell.rowSpan; row += 1)
    names.add(sheet.at(row, column));
  return names.size;
}
