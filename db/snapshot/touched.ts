import { type SQL, sql } from "drizzle-orm";
import { type ChangedTable, changedSince } from "./changed";
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

/** Subqueries of project ids whose derived rows are not those of today; `order`: of entries only what returns say. */
export type Touched = { entries: SQL; order: SQL; shares: SQL; texts: SQL; progress: SQL };

/**
 * Notes the projects whose derived rows may be others than today: for all others, what is derived today holds for that
 * day too. `progressColumns` are the tables that progress is made of, each with its columns that count.
 */
export function noteTouched(
  building: Building,
  progressColumns: Readonly<Record<string, readonly string[] | null>>,
): Touched {
  const { file } = building.handle;
  const note = (name: string, queries: string[]) =>
    file.exec(`CREATE TEMP TABLE ${name} (id INTEGER PRIMARY KEY);
      INSERT OR IGNORE INTO ${name} ${queries.join(" UNION ALL ")};`);
  const known = new Map<string, ChangedTable>();
  const changed = (table: string): ChangedTable => {
    const found = known.get(table) ?? changedSince(building, table);
    known.set(table, found);
    return found;
  };
  const oneOf = (columns: readonly string[]) => (column: string) => columns.includes(column);
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
    projects.differing("id", (column) => !NOT_IN_ENTRIES.includes(column)),
  ]);
  note("touched_shares", [
    "SELECT id FROM touched_units",
    projects.differing("id", (column) => column === "parent_id"),
  ]);
  note("touched_texts", [
    "SELECT id FROM touched_units",
    projects.differing("id", oneOf(IN_TEXTS)),
  ]);
  note("touched_due", [changed("milestones").differing("project_id", oneOf(IN_DUE))]);
  note("touched_progress", [
    ...Object.entries(progressColumns).map(([table, columns]) =>
      changed(table).differing("project_id", columns ? oneOf(columns) : undefined),
    ),
    projects.differing("id", oneOf(IN_PROGRESS)),
  ]);
  const ids = (table: string) => sql.raw(`(SELECT id FROM temp.${table})`);
  return {
    entries: ids("touched"),
    order: sql.raw("(SELECT id FROM temp.touched_progress EXCEPT SELECT id FROM temp.touched)"),
    shares: ids("touched_shares"),
    texts: ids("touched_texts"),
    progress: ids("touched_progress"),
  };
}
