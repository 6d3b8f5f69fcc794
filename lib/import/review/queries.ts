import { createHash } from "node:crypto";
import { and, asc, count, desc, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  ledgerChanges,
  planEntries,
  plans,
  projectDocuments,
  projectSources,
  projects,
  projectUnits,
} from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { loadDecisions, loadImport, loadReading } from "../queries";
import { type Applied, applyDecisions } from "./apply";
import { type ComparedText, textOf } from "./diff";
import { type KnownProject, type Match, matchRows } from "./match";
import {
  blocksOf,
  choiceOf,
  countsOf,
  type ImportRow,
  planOf,
  type Review,
  rowKey,
  targetOf,
} from "./review";
import { togetherOf } from "./together";

const CHUNK = 500;

/** An import as it stands now: reading, decisions, what each row will do and what still blocks. */
export async function loadReview(tx: Tx, actor: Actor, id: number): Promise<Review> {
  const row = await loadImport(tx, actor, id);
  const decisions = await loadDecisions(tx, id);
  const reading = await loadReading(tx, row);
  await breathe();
  const applied = applyDecisions(reading, decisions);
  await breathe();
  const matches = row.outcome === null ? await matchesOf(tx, row, applied) : new Map();
  await breathe();
  const rows = applied.tables.flatMap((table) => (table.included ? table.rows : []));
  const chosen = rows.map((found) => {
    const match = matches.get(rowKey(found));
    return { found, match, choice: choiceOf(found, match, decisions) };
  });
  const targets = chosen.flatMap(({ choice, match }) => targetOf(choice, match) ?? []);
  const current = await currentTexts(tx, row.regionCode, targets);
  const planned = new Map(
    chosen.map(({ found, match, choice }) => [
      rowKey(found),
      planOf(found, choice, match, current, decisions),
    ]),
  );
  return {
    ...applied,
    row,
    matches,
    plans: planned,
    together: applied.tables.map((table) =>
      togetherOf(table, { matches, plans: planned }, decisions),
    ),
    blocks: blocksOf(row, applied, planned),
    counts: countsOf(applied, planned),
    ...(await countDocuments(tx, row)),
  };
}

/** Each step over thousands of rows takes a while: others get their turn in between. */
function breathe(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

const CACHED = 4;
const cached = new Map<string, Map<string, Match>>();

/** Comparing thousands of names takes a while, and pages ask again and again: kept until a name may have changed. */
async function matchesOf(tx: Tx, row: ImportRow, applied: Applied): Promise<Map<string, Match>> {
  const [ledger] = await tx
    .select({ token: ledgerChanges.token })
    .from(ledgerChanges)
    .orderBy(desc(ledgerChanges.version))
    .limit(1);
  const key = createHash("sha256").update(
    JSON.stringify([row.id, row.sha256, row.planId, ledger?.token]),
  );
  for (const { included, rows } of applied.tables)
    for (const { facts } of included ? rows : []) key.update(`\n${facts.name}`);
  const name = key.digest("hex");
  const found = cached.get(name);
  if (found) return found;
  const matches = matchRows(applied.tables, row.planId, await knownProjects(tx, row.regionCode));
  cached.set(name, matches);
  for (const oldest of [...cached.keys()].slice(0, -CACHED)) cached.delete(oldest);
  return matches;
}

async function countDocuments(
  tx: Tx,
  { id, planId, outcome }: ImportRow,
): Promise<Pick<Review, "projects" | "remains">> {
  const counted = await tx
    .select({ effect: projectDocuments.effect, n: count() })
    .from(projectDocuments)
    .where(eq(projectDocuments.importId, id))
    .groupBy(projectDocuments.effect);
  const of = (...effects: string[]) =>
    counted.filter(({ effect }) => effects.includes(effect)).reduce((sum, { n }) => sum + n, 0);
  const plan = outcome === "reverted" && planId !== null ? await planOfImport(tx, planId) : null;
  return {
    projects: of("created", "restored", "updated", "unchanged"),
    remains: {
      created: of("created", "restored"),
      updated: of("updated"),
      unchanged: of("unchanged"),
      planName: plan?.name ?? null,
      planRows: plan?.rows ?? 0,
    },
  };
}

async function planOfImport(tx: Tx, planId: number) {
  const [plan] = await tx
    .select({ name: plans.name, rows: count(planEntries.id) })
    .from(plans)
    .leftJoin(planEntries, eq(planEntries.planId, plans.id))
    .where(eq(plans.id, planId))
    .groupBy(plans.id);
  return plan ?? null;
}

/** Every project of the region with the plan row it stands on. */
async function knownProjects(tx: Tx, regionCode: string): Promise<KnownProject[]> {
  return tx
    .select({
      id: projects.id,
      name: projects.name,
      planId: planEntries.planId,
      sourceTable: planEntries.sourceTable,
      sourceRow: planEntries.sourceRow,
    })
    .from(projects)
    .leftJoin(projectSources, eq(projectSources.projectId, projects.id))
    .leftJoin(planEntries, eq(planEntries.id, projectSources.planEntryId))
    .where(and(eq(projects.regionCode, regionCode), isNull(projects.parentId)))
    .orderBy(asc(projects.id));
}

/** The facts that stand now, as text, of many projects at once. */
async function currentTexts(
  tx: Tx,
  regionCode: string,
  ids: number[],
): Promise<Map<number, ComparedText>> {
  const found = new Map<number, ComparedText>();
  for (let from = 0; from < ids.length; from += CHUNK) {
    const some = ids.slice(from, from + CHUNK);
    const rows = await tx
      .select()
      .from(projects)
      .where(and(inArray(projects.id, some), eq(projects.regionCode, regionCode)));
    const units = await tx
      .select()
      .from(projectUnits)
      .where(and(inArray(projectUnits.projectId, some), gt(projectUnits.position, 0)))
      .orderBy(asc(projectUnits.projectId), asc(projectUnits.position));
    const byProject = new Map<string, typeof units>();
    for (const unit of units) {
      const key = `${unit.projectId} ${unit.role}`;
      byProject.set(key, [...(byProject.get(key) ?? []), unit]);
    }
    for (const row of rows) {
      const of = (role: string) => byProject.get(`${row.id} ${role}`) ?? [];
      found.set(
        row.id,
        textOf({
          ...row,
          owners: of("owner"),
          hosts: of("host"),
          leads: of("lead"),
          supports: of("support"),
        }),
      );
    }
  }
  return found;
}

/** Projects of the batch that somebody worked on since it was published: they keep it from being reverted. */
export async function editedSince(tx: Tx, importId: number, seq: number) {
  return tx.all<{ id: number; name: string }>(
    sql`SELECT p.id, p.name FROM project_documents d JOIN projects p ON p.id = d.project_id
      WHERE d.import_id = ${importId}
      AND EXISTS (SELECT 1 FROM events e WHERE e.project_id = p.id AND e.seq > ${seq}) ORDER BY p.id LIMIT 50`,
  );
}
