import { plain } from "../values/plain";
import type { Header } from "./header";
import type { Sheet } from "./sheet";

export type RowKind =
  | "empty"
  | "header"
  | "project"
  | "category"
  | "subtotal"
  | "total"
  | "note"
  | "continuation"
  | "unread";

const TOTAL = /^(?:总?合计|总计|共计|累计|全[县区市](?:合计|总计)?|总投资合计)(?:[(:].*)?$/;
const SUBTOTAL = /^(?:.{0,12})?小计(?:[(:].*)?$/;
/** What a sum is made of: no project, unless somebody carries it out. */
const PART = /^其中[:]/;
const NOTE = /^(?:注|备注|说明|※|填[表报]|制表|审核人|联系人|单位负责人)/;
const UNIT_LINE = /^(?:金额)?单位[:]|^续表|^第\d+页|^附[件表]/;
const CHINESE_NUMBER = /^[(]?[一二三四五六七八九十]{1,3}[)]?[、.]?/;
export const CATEGORY =
  /^(?:[一二三四五六七八九十]{1,3}[、.].*|[(][一二三四五六七八九十]{1,3}[)].*|第[一二三四五六七八九十]+[类批部].*)$/;

/** What a row of a project table is. */
export function rowKind(sheet: Sheet, header: Header, row: number): RowKind {
  const filled = sheet.filled(row);
  if (filled.length === 0) return "empty";
  if (!filled.some((cell) => cell.row === row)) return "empty";
  if (repeatsHeader(sheet, header, row)) return "header";
  const leading = filled.slice(0, 2).map(({ text }) => plain(text));
  if (leading.some((word) => TOTAL.test(word))) return "total";
  if (leading.some((word) => SUBTOTAL.test(word))) return "subtotal";
  if (leading.some((word) => PART.test(word)) && !describesProject(sheet, header, row))
    return "unread";
  const [first = ""] = leading;
  if (filled.length === 1) return singleKind(sheet, header, row, first);
  const name = textOf(sheet, header, row, "name");
  const seq = plain(textOf(sheet, header, row, "seq"));
  if (isCategory(seq, name, sheet, header, row)) return "category";
  if (name !== "") return nameIsOwn(sheet, header, row) ? "project" : "continuation";
  return NOTE.test(first) ? "note" : "continuation";
}

/** The text of a row in the column of a role; empty where the table has no such column. */
export function textOf(
  sheet: Sheet,
  header: Header,
  row: number,
  role: Header["roles"][number],
): string {
  const column = header.roles.indexOf(role);
  return column < 0 ? "" : sheet.text(row, column);
}

/** The number of a category: how deep it stands, 一、 over （一）. */
export function categoryLevel(sheet: Sheet, row: number): number {
  return /^[(]/.test(plain(sheet.filled(row)[0]?.text ?? "")) ? 2 : 1;
}

function singleKind(sheet: Sheet, header: Header, row: number, only: string): RowKind {
  if (NOTE.test(only) || UNIT_LINE.test(only)) return "note";
  if (CATEGORY.test(only)) return "category";
  const [cell] = sheet.filled(row);
  const atName = cell?.column === header.roles.indexOf("name") && cell.columnSpan === 1;
  if (atName) return "unread";
  return cell && (cell.columnSpan > 1 || cell.column === 0) && only.length <= 40
    ? "category"
    : "unread";
}

/** 一 in the number's column, or 一、 before the name, with no body and no period beside it. */
function isCategory(seq: string, name: string, sheet: Sheet, header: Header, row: number): boolean {
  if (/^\d/.test(seq)) return false;
  const numbered = seq !== "" && CHINESE_NUMBER.exec(seq)?.[0] === seq;
  if (!numbered && !CATEGORY.test(seq) && !CATEGORY.test(plain(name))) return false;
  return !describesProject(sheet, header, row);
}

/** Whether a body, a period or a content of its own stands in the row. */
function describesProject(sheet: Sheet, header: Header, row: number): boolean {
  const roles = ["owners", "leads", "content", "period"] as const;
  return roles.some(
    (role) =>
      plain(textOf(sheet, header, row, role)) !== "" && !sameAsName(sheet, header, row, role),
  );
}

function sameAsName(
  sheet: Sheet,
  header: Header,
  row: number,
  role: Header["roles"][number],
): boolean {
  const column = header.roles.indexOf(role);
  return sheet.at(row, column) === sheet.at(row, header.roles.indexOf("name"));
}

/** A name that reaches down over several rows belongs to the first of them. */
function nameIsOwn(sheet: Sheet, header: Header, row: number): boolean {
  return sheet.at(row, header.roles.indexOf("name"))?.row === row;
}

function repeatsHeader(sheet: Sheet, header: Header, row: number): boolean {
  const name = header.roles.indexOf("name");
  const own = plain(sheet.text(row, name));
  if (own !== "" && own !== plain(sheet.text(header.row, name))) return false;
  for (let at = header.row; at < header.next; at += 1) {
    const pairs = header.texts.map((_, column) => [
      plain(sheet.text(at, column)),
      plain(sheet.text(row, column)),
    ]);
    const filled = pairs.filter(([one]) => one !== "");
    const same = filled.filter(([one, other]) => one === other).length;
    if (filled.length >= 2 && same >= Math.max(2, filled.length * 0.7)) return true;
  }
  return false;
}
