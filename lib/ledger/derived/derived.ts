import {
  and,
  between,
  eq,
  getTableColumns,
  gt,
  inArray,
  isNull,
  max,
  type SQL,
  sql,
} from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import type { AnyColumn } from "@/db/columns";
import {
  imports,
  ledgerEntries,
  ledgerSums,
  organizations,
  planEntries,
  progressEntries,
  projectDocuments,
  projectSectors,
  projectSources,
  projects,
  projectUnits,
} from "@/db/schema";
import { milestoneDueOf } from "@/db/sql/milestone-due";
import { clearProjectText, indexProjectText } from "@/db/sql/search";
import { sortKeyOf } from "@/db/sql/sort-key";
import {
  CLOSED_STAGES,
  type Determination,
  type ImportOutcome,
  OUT_OF_CURRENT_BASIS,
  PROJECT_TYPES,
  type ProjectType,
  SECTORS,
  type Sector,
  STAGES,
  type Stage,
  type UnitRole,
} from "@/db/vocabulary";
import { rebuildProgress } from "@/lib/monthly-return/progress";
import { noteChange } from "./changes";
import { PROGRESS_ORDER } from "./progress-order";
import { insertShares, rebuildShares, refreshShares, strayShares } from "./shares";

const ADDED_LATER = 1_000_000_000;
const BATCH = 1_000;

/** Derives the narrow rows and the search index of these projects anew. Called by `refresh.ts`. */
export async function refreshEntries(tx: WriteTx, ids: number[]): Promise<void> {
  await indexTexts(tx, (id) => inArray(id, ids));
  await tx.delete(ledgerEntries).where(inArray(ledgerEntries.projectId, ids));
  await deriveEntries(tx, inArray(projects.id, ids));
  await refreshShares(tx, ids);
  const [only] = ids;
  await noteChange(tx, only !== undefined && ids.length === 1 ? only : null);
}

/**
 * The same where only milestones have changed: one value depends on them, and often stays as it is. An entry that is
 * derived anew would be written into two dozen indexes.
 */
export async function refreshMilestoneDue(tx: WriteTx, projectId: number): Promise<void> {
  const { projectId: id, milestoneDueOn } = ledgerEntries;
  const due = sql`${sql.raw(milestoneDueOf("ledger_entries.project_id"))}`;
  const moved = await tx
    .update(ledgerEntries)
    .set({ milestoneDueOn: due })
    .where(and(eq(id, projectId), sql`${milestoneDueOn} IS NOT ${due}`))
    .returning({ id });
  if (moved.length > 0) await noteChange(tx, projectId);
}

/** Makes all of it anew from the business tables: the same rows, in bulk. Lets the process breathe in between. */
export async function rebuildLedgerEntries(tx: WriteTx): Promise<void> {
  await tx.delete(ledgerEntries);
  await rebuildProgress(tx);
  await deriveEntries(tx);
  await clearProjectText(tx);
  const [last] = await tx.select({ id: max(projects.id) }).from(projects);
  await rebuildShares(tx, last?.id ?? 0);
  for (let from = 1; from <= (last?.id ?? 0); from += BATCH) {
    await indexTexts(tx, (id) => between(id, from, from + BATCH - 1));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await noteChange(tx, null);
}

/** Derives the entries of the projects in this subquery of ids, which have none yet. */
export async function deriveMissingEntries(tx: WriteTx, missing: SQL): Promise<void> {
  await deriveEntries(tx, sql`${projects.id} IN ${missing}`);
}

/**
 * Derives the shares and search texts of the projects in these subqueries of ids, which have none yet, and the sums of
 * all: for a state of the past, in which all others are as they are today and no trigger keeps sums.
 */
export async function deriveMissing(
  tx: WriteTx,
  { shares, texts }: { shares: SQL; texts: SQL },
): Promise<void> {
  await insertShares(tx, sql`IN ${shares}`);
  const ids = (await tx.values(sql`SELECT * FROM ${texts}`)).map(([id]) => Number(id));
  for (let from = 0; from < ids.length; from += BATCH) {
    const batch = ids.slice(from, from + BATCH);
    await indexTexts(tx, (id) => inArray(id, batch));
    await new Promise((resolve) => setImmediate(resolve));
  }
  await tx.insert(ledgerSums).select(summed);
}

/**
 * The first project whose ledger entry is not what its business rows make of it, or the first region whose sums are not
 * those of its entries; null when there is none.
 */
export async function strayEntry(tx: Tx): Promise<string | null> {
  const columns = sql.join(Object.values(getTableColumns(ledgerEntries)), sql`, `);
  const derived = sql`SELECT * FROM (${entries(tx)})`;
  const stored = sql`SELECT ${columns} FROM ${ledgerEntries}`;
  const kept = sql`SELECT * FROM ledger_sums WHERE projects > 0`;
  const [stray] = await tx.all<{ place: string }>(
    sql`SELECT 'project ' || project_id AS place FROM (${stored} EXCEPT ${derived})
      UNION ALL SELECT 'project ' || id FROM (${derived} EXCEPT ${stored})
      UNION ALL SELECT 'region ' || region_code FROM (${summed} EXCEPT ${kept})
      UNION ALL SELECT 'region ' || region_code FROM (${kept} EXCEPT ${summed})
      UNION ALL ${strayShares()} LIMIT 1`,
  );
  return stray?.place ?? null;
}

/** What the triggers of `ledger_entries` keep in `ledger_sums`, in the order of its columns. */
const summed = sql`SELECT region_code, count(*), sum(in_current_basis), count(current_fen),
  coalesce(sum(current_fen), 0), sum(planned), count(plan_investment_fen),
  coalesce(sum(plan_investment_fen), 0), sum(joint), count(joint_fen), coalesce(sum(joint_fen), 0)
  FROM ledger_entries GROUP BY region_code`;

async function deriveEntries(tx: WriteTx, which?: SQL): Promise<void> {
  await tx.insert(ledgerEntries).select(entries(tx, which));
}

/** The one definition of a ledger entry, for one project or for all. Sub-projects have none. */
function entries(tx: Tx, which?: SQL) {
  return tx
    .select({
      projectId: projects.id,
      regionCode: projects.regionCode,
      planId: planEntries.planId,
      type: named<ProjectType>("type", placeOf(projects.type, PROJECT_TYPES)),
      stage: named<Stage>("stage", placeOf(projects.stage, STAGES)),
      inCurrentBasis: named<number>("inCurrentBasis", inCurrentBasis),
      open: named<number>("open", sql`${projects.stage} NOT IN ${[...CLOSED_STAGES]}`),
      primarySector: named<Sector | null>(
        "primarySector",
        sql`(SELECT ${placeOf(projectSectors.sector, SECTORS)} FROM ${sectors} AND ${projectSectors.rank} = 'primary')`,
      ),
      sectorBits: named<number>(
        "sectorBits",
        sql`(SELECT coalesce(sum(1 << ${placeOf(projectSectors.sector, SECTORS)}), 0) FROM ${sectors})`,
      ),
      sponsorId: projects.sponsorId,
      sponsor: projects.sponsor,
      startOn: projects.startOn,
      endOn: projects.endOn,
      startYear: named<number | null>("startYear", yearOf(projects.startOn)),
      endYear: named<number | null>("endYear", yearOf(projects.endOn)),
      milestoneDueOn: named<string | null>(
        "milestoneDueOn",
        sql.raw(milestoneDueOf("projects.id")),
      ),
      totalInvestmentFen: projects.totalInvestmentFen,
      currentFen: named<number | null>("currentFen", currentFen),
      planned: named<number>("planned", sql`${planEntries.id} IS NOT NULL AND NOT ${takenBack}`),
      planInvestmentFen: named<number | null>(
        "planInvestmentFen",
        sql`CASE WHEN NOT ${takenBack} THEN ${planEntries.totalInvestmentFen} END`,
      ),
      joint: named<number>("joint", joint),
      leadState: named<Determination>("leadState", determination("lead")),
      ownerState: named<Determination>("ownerState", determination("owner")),
      sourceOrder: named<number>(
        "sourceOrder",
        sql`coalesce(${planEntries.id}, ${ADDED_LATER} + ${projects.id})`,
      ),
      name: projects.name,
      jointFen: named<number | null>("jointFen", sql`CASE WHEN ${joint} THEN ${currentFen} END`),
      nameKey: named<string>("nameKey", sortKeyOf(sql`${projects.name}`)),
      leadKey: named<string | null>("leadKey", sortKeyOf(firstText("lead"))),
      ownerKey: named<string | null>(
        "ownerKey",
        sortKeyOf(sql`coalesce(${firstText("owner")}, ${firstText("host")})`),
      ),
      sponsorKey: named<string | null>("sponsorKey", sortKeyOf(sql`${projects.sponsor}`)),
      lightRank: named<number | null>("lightRank", PROGRESS_ORDER.lightRank),
      lastMonth: named<string | null>("lastMonth", PROGRESS_ORDER.lastMonth),
      completionBp: named<number | null>("completionBp", PROGRESS_ORDER.completionBp),
      openProblems: named<number>("openProblems", PROGRESS_ORDER.openProblems),
    })
    .from(projects)
    .leftJoin(planEntries, eq(planEntries.id, firstSource))
    .leftJoin(progressEntries, eq(progressEntries.projectId, projects.id))
    .where(and(isNull(projects.parentId), which));
}

/** The plan row the project came from: the earliest where it stands in several. */
const firstSource = sql`(SELECT min(${projectSources.planEntryId}) FROM ${projectSources}
  WHERE ${projectSources.projectId} = ${projects.id})`;

const inCurrentBasis = sql`${projects.stage} NOT IN ${[...OUT_OF_CURRENT_BASIS]}`;
const currentFen = sql`CASE WHEN ${inCurrentBasis} THEN ${projects.totalInvestmentFen} END`;

/** Withdrawn because the import that brought it was taken back: that reading never was the plan, so 规划口径 leaves it out. */
const takenBack = sql`(${projects.stage} = 'withdrawn' AND ${broughtBy("reverted")} AND NOT ${broughtBy("published")})`;

function broughtBy(outcome: ImportOutcome): SQL {
  return sql`EXISTS (SELECT 1 FROM ${projectDocuments} JOIN ${imports} ON ${imports.id} = ${projectDocuments.importId}
    WHERE ${projectDocuments.projectId} = ${projects.id} AND ${projectDocuments.effect} IN ('created', 'restored')
    AND ${imports.outcome} = ${outcome})`;
}

const sectors = sql`${projectSectors}
  WHERE ${projectSectors.projectId} = ${projects.id} AND ${projectSectors.rank} IS NOT NULL`;

/** The place of a value in its closed list, as `placeIn()` columns store it. */
function placeOf(column: AnyColumn, values: readonly string[]): SQL {
  const cases = values.map((value, place) => sql`WHEN ${value} THEN ${place}`);
  return sql`CASE ${column} ${sql.join(cases, sql` `)} END`;
}

function yearOf(day: AnyColumn): SQL {
  return sql`cast(substr(${day}, 1, 4) AS integer)`;
}

function unitsOf(role: UnitRole): SQL {
  return sql`${projectUnits} WHERE ${projectUnits.projectId} = ${projects.id}
    AND ${projectUnits.role} = ${role} AND ${projectUnits.position} > 0`;
}

const joint = sql`(SELECT count(*) > 1 FROM ${unitsOf("lead")} AND ${projectUnits.entryKind} = 'named')`;

/** Named when a body is named; placeholder when only 企业, 市场主体 and the like stand there; unstated when nothing does. */
function determination(role: UnitRole): SQL {
  return sql`CASE WHEN EXISTS (SELECT 1 FROM ${unitsOf(role)} AND ${projectUnits.entryKind} = 'named') THEN 'named'
    WHEN EXISTS (SELECT 1 FROM ${unitsOf(role)}) THEN 'placeholder' ELSE 'unstated' END`;
}

function firstText(role: UnitRole): SQL {
  return sql`(SELECT ${projectUnits.text} FROM ${unitsOf(role)} ORDER BY ${projectUnits.position} LIMIT 1)`;
}

function named<Value>(name: string, expression: SQL) {
  return sql<Value>`${expression}`.as(name);
}

/** What the search finds a project by: name, content, field and units, as the document words them and by dictionary. */
async function indexTexts(tx: WriteTx, which: (id: AnyColumn) => SQL): Promise<void> {
  const rows = await tx
    .select({
      id: projects.id,
      name: projects.name,
      content: projects.content,
      field: projects.field,
    })
    .from(projects)
    .where(which(projects.id));
  const texts = new Map(
    rows.map(({ id, ...facts }) => [id, new Set([facts.name, facts.content, facts.field])]),
  );
  for (const { projectId, text, name } of await unitTexts(tx, which)) {
    texts.get(projectId)?.add(text).add(name);
  }
  for (const [id, found] of texts) {
    await indexProjectText(tx, id, [...found].filter((text) => text !== null).join("\n"));
  }
}

async function unitTexts(tx: Tx, which: (id: AnyColumn) => SQL) {
  return tx
    .select({
      projectId: projectUnits.projectId,
      text: projectUnits.text,
      name: organizations.name,
    })
    .from(projectUnits)
    .leftJoin(organizations, eq(organizations.id, projectUnits.organizationId))
    .where(and(which(projectUnits.projectId), gt(projectUnits.position, 0)));
}
