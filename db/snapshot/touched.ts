import { type SQL, sql } from "drizzle-orm";
import { changedSince, noteChanged } from "./changed";
import type { Building } from "./file";

/** Rows of these decide, whatever changes in them, what the ledger's narrow rows of a project are. */
const ENTRY_TABLES = ["project_units", "project_sectors", "project_sources"] as const;
/** What no narrow row is made of: whoever types it over changes none. All other columns of a project count. */
const NOT_IN_ENTRIES = [
  "version",
  "type_confirmed",
  "stage_on",
  "stage_note",
  "field",
  "content",
  "start",
  "end",
  "responsible_person",
  "contact",
  "contact_phone",
  "investment_code",
  "science_code",
  "approval_number",
];
/** Of a project, what its search text is made of. */
const IN_TEXTS = ["name", "content", "field"];
/** Of a project, what decides where and whether its returns are summed. */
const IN_PROGRESS = ["region_code", "parent_id", "stage"];
/** Of a milestone, what `milestoneDueOf()` asks. */
const IN_DUE = ["project_id", "state", "first_planned_on"];
/** Of an import, what decides whether the plan that its projects came with was taken back. */
const OF_IMPORTS = ["outcome"];
/** Of a body, what shares and search texts are made of. */
const OF_BODIES = ["name", "kind"];

/**
 * Subqueries of project ids whose derived rows are not those of today. `figures`: of entries only amounts and the
 * milestone that is due. `order`: of entries what returns say, once the reported tables are there.
 */
export type Touched = Record<"entries" | "figures" | "order" | "shares" | "texts", SQL>;

/**
 * Notes the projects whose derived rows may be others than today: for all others, what is derived today holds for that
 * day too. `figureColumns` are those of projects of which nothing but figures of an entry is made.
 */
export function noteTouched(building: Building, figureColumns: readonly string[]): Touched {
  const changed = (table: string) => changedSince(building, table);
  const note = (name: string, queries: string[]) => noteIds(building, `temp.${name}`, queries);
  note("touched_units", [
    changed("project_units").differing("project_id"),
    `SELECT project_id FROM main.project_units
      WHERE organization_id IN (${changed("organizations").differing("id", oneOf(OF_BODIES))})`,
  ]);
  const projects = changed("projects");
  note("touched", [
    "SELECT id FROM touched_units",
    ...ENTRY_TABLES.map((table) => changed(table).differing("project_id")),
    changed("project_documents").differing("project_id"),
    `SELECT project_id FROM main.project_documents
      WHERE import_id IN (${changed("imports").differing("id", oneOf(OF_IMPORTS))})`,
    projects.differing("id", (column) => ![...NOT_IN_ENTRIES, ...figureColumns].includes(column)),
  ]);
  note("touched_shares", [
    "SELECT id FROM touched_units",
    projects.differing("id", (column) => column === "parent_id"),
  ]);
  note("touched_texts", [
    "SELECT id FROM touched_units",
    projects.differing("id", oneOf(IN_TEXTS)),
  ]);
  note("touched_figures", [
    changed("milestones").differing("project_id", oneOf(IN_DUE)),
    projects.differing("id", oneOf(figureColumns)),
  ]);
  const ids = (table: string) => sql.raw(`(SELECT id FROM ${table})`);
  return {
    entries: ids("temp.touched"),
    figures: sql.raw("(SELECT id FROM temp.touched_figures EXCEPT SELECT id FROM temp.touched)"),
    order: sql.raw("(SELECT id FROM reported.touched_progress UNION SELECT id FROM temp.touched)"),
    shares: ids("temp.touched_shares"),
    texts: ids("temp.touched_texts"),
  };
}

/**
 * The same in a file of the reported tables, where it stays for `noteTouched()`: the projects of which what returns say
 * may be another. `columns` are the tables that this is made of, each with its columns that count; null for all.
 */
export function noteTouchedProgress(
  building: Building,
  columns: Readonly<Record<string, readonly string[] | null>>,
): SQL {
  noteChanged(building, "projects");
  noteIds(building, "main.touched_progress", [
    ...Object.entries(columns).map(([table, those]) =>
      changedSince(building, table).differing("project_id", those ? oneOf(those) : undefined),
    ),
    changedSince(building, "projects").differing("id", oneOf(IN_PROGRESS)),
  ]);
  return sql`(SELECT id FROM main.touched_progress)`;
}

function noteIds({ handle: { file } }: Building, table: string, queries: string[]): void {
  file.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO ${table} ${queries.join(" UNION ALL ")};`);
}

function oneOf(columns: readonly string[]): (column: string) => boolean {
  return (column) => columns.includes(column);
}
