import { and, asc, gt, isNotNull, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  ledgerEntries,
  progressEntries,
  projectSectors,
  projects,
  projectUnits,
} from "@/db/schema";
import { snakeCase } from "@/db/sql/raw-rows";
import { STAGES, type SystemLight, type UnitRole } from "@/db/vocabulary";
import { FACT_FIELDS, type FactField, type Narrow, type ProjectFacts } from "./comparison";

const BATCH = 500;
/** What stands beside a project's row: its units and sectors, and the light of its last return. */
const BESIDE_ROW = ["lead", "support", "owner", "host", "sectors", "light"] as const;
type RowField = Exclude<FactField, (typeof BESIDE_ROW)[number]>;
const ROW_FIELDS = FACT_FIELDS.filter(
  (field): field is RowField => !(BESIDE_ROW as readonly string[]).includes(field),
);

/** All projects of the state that is read, as far as sums need them. */
export async function narrowFacts(tx: Tx): Promise<Map<number, Narrow>> {
  const e = ledgerEntries;
  const p = progressEntries;
  const rows = (await tx.values(
    sql`SELECT ${e.projectId}, ${e.currentFen}, ${e.inCurrentBasis}, ${e.stage},
      coalesce(${p.reviewerLight}, ${p.systemLight}, ${p.selfLight})
      FROM ${e} LEFT JOIN ${p} ON ${p.projectId} = ${e.projectId}`,
  )) as [number, number | null, number, number, SystemLight | null][];
  return new Map(
    rows.map(([id, fen, inCurrentBasis, stage, light]) => [
      id,
      { fen, inCurrentBasis: inCurrentBasis === 1, stage: STAGES[stage] ?? "planned", light },
    ]),
  );
}

/** Some facts of a project on both days. */
export type BothFacts = { before: Partial<ProjectFacts>; after: Partial<ProjectFacts> };

/**
 * Of the projects that have another row than after an event, up to the state that is read: what differs in it. The old
 * rows stand in the history, so that one walk over it tells, and what is the same is not read.
 */
export async function changedRows(tx: Tx, seq: number): Promise<Map<number, BothFacts>> {
  const fields = ROW_FIELDS.map((field) => {
    const column = sql.identifier(snakeCase(field));
    return sql`CASE WHEN past.${column} IS NOT present.${column}
      THEN json_array(past.${column}, present.${column}) END`;
  });
  const rows = (await tx.values(sql`
    SELECT present.id, ${sql.join(fields, sql`, `)}
    FROM projects_history AS past CROSS JOIN projects AS present ON present.id = past.id
    WHERE past.from_seq <= ${seq} AND past.to_seq > ${seq}`)) as [number, ...(string | null)[]][];
  return new Map(rows.map(([id, ...values]) => [id, bothOf(values)]));
}

function bothOf(values: (string | null)[]): BothFacts {
  const both: BothFacts = { before: {}, after: {} };
  for (const [at, value] of values.entries()) {
    const field = ROW_FIELDS[at];
    if (value === null || !field) continue;
    const [before, after] = JSON.parse(value) as [string | number | null, string | number | null];
    both.before[field] = before;
    both.after[field] = after;
  }
  return both;
}

/** The projects whose units or sectors are others than after an event, up to the state that is read. */
export async function changedLists(tx: Tx, seq: number): Promise<number[]> {
  const rows = await tx.values(sql`
    SELECT project_id FROM project_units_history WHERE from_seq > ${seq}
    UNION SELECT project_id FROM project_sectors_history WHERE from_seq > ${seq}`);
  return rows.map(([id]) => Number(id));
}

/** The names and types of these projects in the state that is read. */
export async function headsOf(
  tx: Tx,
  ids: number[],
): Promise<Map<number, Pick<ProjectFacts, "name" | "type">>> {
  const rows = (await tx.values(
    sql`SELECT ${projects.id}, ${projects.name}, ${projects.type} FROM ${projects}
      WHERE ${projects.id} IN ${listOf(ids)}`,
  )) as [number, string, string][];
  return new Map(rows.map(([id, name, type]) => [id, { name, type }]));
}

/**
 * All that is compared of these projects, as they are in the state that is read, of which `all` are the narrow facts.
 * Lets the process breathe in between.
 */
export async function factsOf(
  tx: Tx,
  ids: number[],
  all: ReadonlyMap<number, Narrow>,
): Promise<Map<number, ProjectFacts>> {
  const facts = new Map<number, ProjectFacts>();
  const lists = await listsOf(tx, ids);
  for (let from = 0; from < ids.length; from += BATCH) {
    for (const [id, row] of await rowsOfBatch(tx, ids.slice(from, from + BATCH))) {
      const own = lists.get(id);
      if (own) facts.set(id, { ...row, ...own, light: all.get(id)?.light ?? null });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return facts;
}

type RowFacts = Pick<ProjectFacts, RowField>;
type Lists = Pick<ProjectFacts, "lead" | "support" | "owner" | "host" | "sectors">;

async function rowsOfBatch(tx: Tx, ids: number[]): Promise<[number, RowFacts][]> {
  const rows = await tx
    .select()
    .from(projects)
    .where(sql`${projects.id} IN ${listOf(ids)}`);
  return rows.map((row) => [
    row.id,
    Object.fromEntries(ROW_FIELDS.map((field) => [field, row[field]])) as RowFacts,
  ]);
}

/** The units and sectors of these projects, each as one text. */
export async function listsOf(tx: Tx, ids: number[]): Promise<Map<number, Lists>> {
  const lists = new Map<number, Lists>();
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    const of = await listsOfBatch(tx, batch);
    for (const id of batch) lists.set(id, of(id));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return lists;
}

async function listsOfBatch(tx: Tx, ids: number[]): Promise<(id: number) => Lists> {
  const units = await tx
    .select({ id: projectUnits.projectId, role: projectUnits.role, text: projectUnits.text })
    .from(projectUnits)
    .where(and(sql`${projectUnits.projectId} IN ${listOf(ids)}`, gt(projectUnits.position, 0)))
    .orderBy(asc(projectUnits.position));
  const sectors = await tx
    .select({ id: projectSectors.projectId, sector: projectSectors.sector })
    .from(projectSectors)
    .where(and(sql`${projectSectors.projectId} IN ${listOf(ids)}`, isNotNull(projectSectors.rank)))
    .orderBy(sql`${projectSectors.rank} = 'primary' DESC`, asc(projectSectors.id));
  const unitsOf = textsBy(
    units,
    ({ id, role }) => `${id} ${role}`,
    ({ text }) => text,
  );
  const sectorsOf = textsBy(
    sectors,
    ({ id }) => `${id}`,
    ({ sector }) => sector,
  );
  const roles = (id: number, role: UnitRole) => unitsOf.get(`${id} ${role}`) ?? null;
  return (id) => ({
    lead: roles(id, "lead"),
    support: roles(id, "support"),
    owner: roles(id, "owner"),
    host: roles(id, "host"),
    sectors: sectorsOf.get(`${id}`) ?? null,
  });
}

/** As one parameter, so that the statement stays the same. */
function listOf(ids: number[]): SQL {
  return sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;
}

function textsBy<Row>(
  rows: Row[],
  keyOf: (row: Row) => string,
  textOf: (row: Row) => string,
): Map<string, string> {
  const texts = new Map<string, string>();
  for (const row of rows) {
    const known = texts.get(keyOf(row));
    texts.set(keyOf(row), known === undefined ? textOf(row) : `${known}、${textOf(row)}`);
  }
  return texts;
}
