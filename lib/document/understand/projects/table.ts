import type { Mark, ProjectReading } from "@/lib/document/document";
import { markOf, oddity } from "@/lib/document/marks";
import { tellReading } from "@/lib/document/progress";
import { proposeSectors } from "@/lib/sector/propose/propose";
import { categoryLevel, rowKind, textOf } from "../table/rows";
import type { Sheet } from "../table/sheet";
import { type ColumnRole, FIELD_OF_ROLE, NOT_A_BODY, OTHER_AMOUNTS } from "../table/words";
import { isMoneyLine, type MoneyUnit, moneyUnitIn, readAmount } from "../values/amount";
import { readDate, readPeriod } from "../values/period";
import { oneLine, plain } from "../values/plain";
import { markParts, numberingMarks } from "./numbering";
import { type ProjectTable, readProject } from "./project";
import { type Statement, sumMarks } from "./sums";

const ROWS_BETWEEN = 500;

export type ProjectTableReading = {
  projects: ProjectReading[];
  issues: Mark[];
  totalWan: number | null;
};

/** All rows behind the header: projects, and marks for what does not fit together. */
export function readProjects(table: ProjectTable): ProjectTableReading {
  const { sheet, header } = table;
  const projects: ProjectReading[] = [];
  const statements: Statement[] = [];
  const issues: Mark[] = columnMarks(table);
  let category: Category | null = null;
  const at = (row: number) => ({ row, column: sheet.filled(row)[0]?.column ?? null });
  let current = table;
  for (let row = header.next; row < sheet.grid.rows; row += 1) {
    const unit = unitFrom(sheet, row);
    if (unit && unit !== current.unit) {
      current = { ...table, unit };
      if (header.unit) issues.push(markOf(oddity("unit_assumed", { unit }), UNIT_FIELD, at(row)));
    }
    if (row % ROWS_BETWEEN === 0) tellReading("understanding", row, sheet.grid.rows);
    const kind = rowKind(sheet, header, row);
    if (kind === "category") category = categoryOf(table, row) ?? above(category, table, row);
    if (kind === "project") projects.push(withCategory(readProject(current, row), category));
    else if (kind === "category" || kind === "subtotal" || kind === "total")
      statements.push(statement(current, row, kind, projects.length));
    else if (kind === "continuation") {
      const last = projects.at(-1);
      if (last) continueProject(table, last, row);
      else issues.push(markOf(oddity("row_unread", { text: rowText(table, row) }), null, at(row)));
    } else if (kind === "unread")
      issues.push(markOf(oddity("row_unread", { text: rowText(table, row) }), null, at(row)));
  }
  markParts(projects);
  issues.push(...besideMarks(table, projects), ...remarkMarks(table, projects));
  issues.push(
    ...numberingMarks(projects, statements, header.roles.indexOf("seq")),
    ...sumMarks(projects, statements),
  );
  return { projects, issues, totalWan: sumOf(projects) };
}

const UNIT_FIELD = FIELD_OF_ROLE.total;

/** The unit of money that a row of its own gives to the rows below it. */
function unitFrom(sheet: Sheet, row: number): MoneyUnit | null {
  const [only, ...others] = sheet.filled(row);
  if (!only || others.length > 0 || !isMoneyLine(only.text)) return null;
  return moneyUnitIn(only.text);
}

type Category = { field: string; level: number; row: number; column: number; raw: string };

/** Stages and counts group projects too, but say nothing of their field. */
const NO_FIELD =
  /新建|续建|扩建|改建|开工|竣工|完工|投产|储备|前期|结转|在建|谋划|计划|投资|合计|小计|总计|20\d\d|重点项目|重大项目|^项目|附[件表]/;

/** 一、基础设施（12个） above projects is their field, where the table has no column for it. */
function categoryOf({ sheet, header }: ProjectTable, row: number): Category | null {
  if (header.roles.includes("field")) return null;
  const cell = sheet.filled(row).find(({ text }) => /\p{Script=Han}{2}/u.test(plain(text)));
  if (!cell) return null;
  const field = oneLine(cell.text)
    .replace(/^[（(]?(?:[一二三四五六七八九十百]+|\d+|[IVX]+)[）)]?[、.．\s]*/, "")
    .replace(/[（(][^（()）]*\d+[^（()）]*[）)]|[（(]?共?\d+个(?:项目)?[）)]?/g, "")
    .replace(/[：:]+$/, "")
    .trim();
  if (field.length < 2 || field.length > 20 || NO_FIELD.test(plain(field))) return null;
  return {
    field,
    level: categoryLevel(sheet, row),
    row: cell.row,
    column: cell.column,
    raw: cell.text.trim(),
  };
}

/** 一、高速公路 stays the field below （一）续建项目, which is none. */
function above(category: Category | null, { sheet }: ProjectTable, row: number): Category | null {
  return category && categoryLevel(sheet, row) > category.level ? category : null;
}

function withCategory(project: ProjectReading, category: Category | null): ProjectReading {
  if (!category || project.field !== null) return project;
  const { field, row, column, raw } = category;
  project.field = field;
  project.sources.field = { row, column, raw, header: "", rule: "category.row" };
  project.sectors = proposeSectors(project.name, project.content, field);
  return project;
}

/** Sum of the known amounts in 万元; null where none is known. */
export function sumOf(projects: ProjectReading[]): number | null {
  const known = projects.flatMap(({ totalInvestmentWan }) => totalInvestmentWan ?? []);
  if (known.length === 0) return null;
  return Number(known.reduce((sum, wan) => sum + wan, 0).toFixed(6));
}

function statement(
  { sheet, header, unit }: ProjectTable,
  row: number,
  kind: Statement["kind"],
  after: number,
): Statement {
  const column = header.roles.indexOf("total");
  const cell = column < 0 ? null : sheet.at(row, column);
  const isLabel = cell !== null && sheet.filled(row)[0] === cell;
  const text = cell && !isLabel ? cell.text : "";
  const label = sheet
    .filled(row)
    .slice(0, 2)
    .map(({ text }) => plain(text))
    .join("");
  const count = /(\d+)个/.exec(label)?.[1];
  return {
    kind,
    row,
    column,
    after,
    level: kind === "category" ? categoryLevel(sheet, row) : 0,
    wan: text === "" ? null : readAmount(text, unit).wan,
    count: count === undefined ? null : Number(count),
  };
}

/** A row without a name: what it adds to the content is kept, anything else is said. */
function continueProject(
  { sheet, header }: ProjectTable,
  project: ProjectReading,
  row: number,
): void {
  const more = textOf(sheet, header, row, "content");
  const own = sheet.filled(row).filter((cell) => cell.row === row);
  const column = header.roles.indexOf("content");
  const [first] = own;
  if (own.length === 1 && first?.column === column)
    project.content = project.content === null ? more : `${project.content}\n${more}`;
  project.issues.push(
    markOf(
      oddity("row_continued", {
        text: own
          .map(({ text }) => oneLine(text))
          .join(" · ")
          .slice(0, 80),
      }),
      own.length === 1 && first?.column === column ? "content" : null,
      { row, column: first?.column ?? null },
    ),
  );
}

/** A second table beside the first, with names of its own: what is not read of it is said row by row. */
function besideMarks({ sheet, header }: ProjectTable, projects: ProjectReading[]): Mark[] {
  const has = (role: ColumnRole) => header.rivals.some((one) => one.role === role);
  const name = header.rivals.find(({ role }) => role === "name")?.column;
  if (name === undefined || !(has("seq") || has("total"))) return [];
  return projects.flatMap(({ row }) => {
    const cell = sheet.at(row, name);
    const text = oneLine(cell?.text ?? "");
    return text === "" ? [] : [markOf(oddity("row_unread", { text }), null, { row, column: name })];
  });
}

const GIVEN_UP =
  /取消|退出|终止|中止|撤销|停建|缓建|暂停|暂缓|搁置|不再(?:实施|建设)|[调移]出|剔除|作废|并入/;

/** A remark that takes the project back stands in a column that is not read. */
function remarkMarks({ sheet, header }: ProjectTable, projects: ProjectReading[]): Mark[] {
  const columns = header.texts.flatMap((_, column) => (header.roles[column] ? [] : [column]));
  return projects.flatMap(({ row }) =>
    columns.flatMap((column) => {
      const text = oneLine(sheet.text(row, column));
      const place = { row, column };
      return GIVEN_UP.test(text) && text.length <= 80
        ? [markOf(oddity("remark_withdraws", { text }), "name", place)]
        : [];
    }),
  );
}

/** Columns that hold something and are not read: two that claim the same role are a doubt, others a notice. */
function columnMarks({ sheet, header }: ProjectTable): Mark[] {
  return header.texts.flatMap((text, column) => {
    if (header.roles[column] || text === "") return [];
    const place = { row: header.row, column };
    const rival = header.rivals.find((one) => one.column === column);
    if (rival)
      return [
        markOf(oddity("column_ambiguous", { header: text }), FIELD_OF_ROLE[rival.role], place),
      ];
    const texts: string[] = [];
    for (let row = header.next; row < sheet.grid.rows && texts.length < CELLS_ASKED; row += 1) {
      const own = sheet.text(row, column);
      if (own !== "") texts.push(own);
    }
    if (texts.length === 0) return [];
    return isPeriodOf(texts, header.roles)
      ? [markOf(oddity("column_unclear", { header: text }), FIELD_OF_ROLE.period, place)]
      : unreadMarks(text, place, header.roles);
  });
}

const PERIOD_ROLES: ColumnRole[] = ["period", "start", "end"];
/** So many cells tell what a column holds. */
const CELLS_ASKED = 20;

/** Whether a column holds the periods that no other column is read for, whatever its header says. */
function isPeriodOf(texts: string[], roles: (ColumnRole | null)[]): boolean {
  if (PERIOD_ROLES.some((role) => roles.includes(role))) return false;
  const periods = texts.filter((text) => /\D/.test(text) && isPeriod(text));
  return periods.length * 2 > texts.length;
}

function isPeriod(text: string): boolean {
  return readPeriod(text).rule === "period.both" || readDate(text).rule === "date.plain";
}

/** A column whose words hint at something that no other column says is a doubt: its values are missing. */
function unreadMarks(
  text: string,
  place: { row: number; column: number },
  roles: (ColumnRole | null)[],
): Mark[] {
  const missing = HINTS.filter(([role, words]) => !roles.includes(role) && words.test(plain(text)));
  if (!roles.includes("total") && MONEY.test(plain(text)))
    return [markOf(oddity("column_unclear", { header: text }), FIELD_OF_ROLE.total, place)];
  if (missing.length === 0 || OTHER_AMOUNTS.test(plain(text)) || NOT_A_BODY.test(plain(text)))
    return [markOf(oddity("column_unread", { header: text }), null, place)];
  return missing.map(([role]) =>
    markOf(oddity("column_unclear", { header: text }), FIELD_OF_ROLE[role], place),
  );
}

/** Money of some kind: where no column holds the total, it is what there is. */
const MONEY = /投资|经费|概算|(?:中央|省级|市级|县级|区级|财政|自筹|债).*资金|资金来源/;
const HINTS: [ColumnRole, RegExp][] = [
  ["owners", /(?:建设|实施|业主|承担|法人).*(?:单位|主体|企业)|业主/],
  ["leads", /(?:责任|牵头|主管).*(?:单位|部门)/],
  ["supports", /(?:配合|协助|参与).*(?:单位|部门)/],
];

function rowText({ sheet }: ProjectTable, row: number): string {
  return sheet
    .filled(row)
    .map(({ text }) => oneLine(text))
    .join(" · ")
    .slice(0, 80);
}
