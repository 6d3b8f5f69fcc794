import type { MoneyUnit } from "../values/amount";
import { moneyUnitIn } from "../values/amount";
import { plain } from "../values/plain";
import type { Sheet } from "./sheet";
import {
  COLUMN_ROLES,
  type ColumnRole,
  HEADER_WORDS,
  INDICATOR_WORDS,
  NOT_A_BODY,
  OTHER_AMOUNTS,
  SUM_WORDS,
} from "./words";

const LONGEST_HEADER = 40;
const MOST_HEADER_ROWS = 3;

export type Header = {
  kind: "projects" | "indicators";
  /** First row of the header and first row behind it. */
  row: number;
  next: number;
  /** Texts by column, those of several rows joined with /. */
  texts: string[];
  roles: (ColumnRole | null)[];
  /** Columns that claim a role which another column holds with more right. */
  rivals: { column: number; role: ColumnRole }[];
  /** The unit of money that the total's header names. */
  unit: MoneyUnit | null;
};

/** Reads a row as header; null where it is none. */
export function headerAt(sheet: Sheet, row: number): Header | null {
  const words = sheet.filled(row).map(({ text }) => text);
  if (words.length < 2 || words.some((text) => plain(text).length > LONGEST_HEADER)) return null;
  const kind = kindOf(words);
  if (!kind) return null;
  const next = headerEnd(sheet, row);
  const parts = columnParts(sheet, row, next);
  const { roles, rivals } = kind === "projects" ? assign(parts) : { roles: [], rivals: [] };
  if (kind === "projects" && !isProjectHeader(roles)) return null;
  const texts = parts.map((part) => part.join("/"));
  const total = roles.indexOf("total");
  return { kind, row, next, texts, roles, rivals, unit: moneyUnitIn(texts[total] ?? "") };
}

function kindOf(words: string[]): Header["kind"] | null {
  const cores = words.map(core);
  if (cores.some((word) => INDICATOR_WORDS.test(word))) return "indicators";
  return cores.some((word) => rankIn("name", word) !== null) ? "projects" : null;
}

/** A name, and two more columns that a project table has. */
function isProjectHeader(roles: (ColumnRole | null)[]): boolean {
  const others = roles.filter((role) => role !== null && role !== "name" && role !== "seq").length;
  return roles.includes("name") && (others >= 2 || (others === 1 && roles.includes("seq")));
}

/** Further header rows: below the name there is nothing new, and nothing in them looks like data. */
function headerEnd(sheet: Sheet, row: number): number {
  let next = row + 1;
  while (next < sheet.grid.rows && next - row < MOST_HEADER_ROWS && isSubHeader(sheet, row, next))
    next += 1;
  return next;
}

function isSubHeader(sheet: Sheet, top: number, row: number): boolean {
  const fresh = sheet.filled(row).filter((cell) => cell.row === row);
  const reaches = sheet.filled(top).some((cell) => cell.row + cell.rowSpan > row);
  if (fresh.length === 0) return reaches;
  const parents = fresh.map(({ column }) => sheet.at(top, column));
  const name = columnOfName(sheet, top);
  const below = sheet.at(row, name);
  if (below && below.row === row && below.text.trim() !== "") return false;
  const short = fresh.every(
    ({ text }) => plain(text).length <= 20 && !/^[\d.,%-]+$/.test(plain(text)),
  );
  if (!short || fresh[0]?.column === 0) return false;
  return reaches || parents.some((cell) => !cell || cell.text.trim() === "" || cell.columnSpan > 1);
}

function columnOfName(sheet: Sheet, row: number): number {
  const columns = Array.from({ length: sheet.grid.columns }, (_, column) => column);
  const of = (test: (word: string) => boolean) =>
    columns.find((column) => test(core(sheet.text(row, column))));
  return of((word) => rankIn("name", word) !== null || INDICATOR_WORDS.test(word)) ?? 0;
}

/** The distinct texts over a column from top to bottom; a parent written once reaches to the right. */
function columnParts(sheet: Sheet, row: number, next: number): string[][] {
  const parts = Array.from({ length: sheet.grid.columns }, (): string[] => []);
  let parent = "";
  for (let column = 0; column < sheet.grid.columns; column += 1) {
    const own = sheet.text(row, column);
    const below = next > row + 1 ? sheet.text(row + 1, column) : "";
    if (own !== "" || below === "") parent = own;
    const texts = [own === "" ? parent : own];
    for (let at = row + 1; at < next; at += 1) texts.push(sheet.text(at, column));
    parts[column] = texts.filter((text, at) => text !== "" && texts.indexOf(text) === at);
  }
  return parts;
}

/** Each role goes to the column with the surest wording; others that claim it are rivals and stay unread. */
function assign(parts: string[][]): Pick<Header, "roles" | "rivals"> {
  const claims = parts.map((part) => claimOf(part));
  const roles: (ColumnRole | null)[] = claims.map(() => null);
  const rivals: Header["rivals"] = [];
  for (const role of COLUMN_ROLES) {
    const claiming = claims
      .flatMap((claim, column) => (claim?.role === role ? [{ column, rank: claim.rank }] : []))
      .sort((one, other) => one.rank - other.rank || one.column - other.column);
    const [first, ...others] = claiming;
    if (first) roles[first.column] = role;
    rivals.push(...others.map(({ column }) => ({ column, role })));
  }
  return { roles, rivals };
}

function claimOf(parts: string[]): { role: ColumnRole; rank: number } | null {
  const joined = plain(parts.join(""));
  const child = core(parts.at(-1) ?? "");
  const parent = parts.length > 1 ? core(parts[0] ?? "") : null;
  if (parent !== null && rankIn("total", parent) !== null)
    return SUM_WORDS.test(child) ? { role: "total", rank: 0 } : null;
  const found = roleOf(child) ?? (parent === null ? null : roleOf(parent));
  if (!found) return null;
  if (found.role === "total" && OTHER_AMOUNTS.test(joined)) return null;
  if (found.role === "period" && /\((?:个?月|年)\)$/.test(joined))
    return { role: "duration", rank: 1 };
  const isBody = ["owners", "hosts", "leads", "supports"].includes(found.role);
  return isBody && NOT_A_BODY.test(child) ? null : found;
}

function roleOf(word: string): { role: ColumnRole; rank: number } | null {
  for (const role of COLUMN_ROLES) {
    const rank = rankIn(role, word);
    if (rank !== null) return { role, rank };
  }
  return null;
}

function rankIn(role: ColumnRole, word: string): number | null {
  const rank = HEADER_WORDS[role].findIndex((pattern) => pattern.test(word));
  return rank < 0 ? null : rank;
}

/** 总 投 资（万元）: 总投资. Brackets hold the unit or an explanation. */
function core(text: string): string {
  const words = plain(text).replace(/[*※:：。]/g, "");
  const bare = words.replace(/\([^()]*\)|\[[^[\]]*\]|\/?(?:万元|亿元)$/g, "");
  return bare === "" ? words : bare;
}
