import { and, asc, count, eq, gt, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { planEntries, projectDocuments, projectSources, projects, projectUnits } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { loadDecisions, loadImport, loadReading } from "../queries";
import { applyDecisions } from "./apply";
import { type ComparedText, textOf } from "./diff";
import { type KnownProject, matchRows } from "./match";
import { blocksOf, countsOf, planOf, type Review, rowKey, targetOf } from "./review";

const CHUNK = 500;

/** An import as it stands now: reading, decisions, what each row will do and what still blocks. */
export async function loadReview(tx: Tx, actor: Actor, id: number): Promise<Review> {
  const row = await loadImport(tx, actor, id);
  const decisions = await loadDecisions(tx, id);
  const applied = applyDecisions(await loadReading(tx, row), decisions);
  const known = row.outcome === null ? await knownProjects(tx, row.regionCode) : [];
  const matches = matchRows(applied.tables, row.planId, known);
  const rows = applied.tables.flatMap((table) => (table.included ? table.rows : []));
  const targets = rows.flatMap((found) => targetOf(found, matches.get(rowKey(found))) ?? []);
  const current = await currentTexts(tx, row.regionCode, targets);
  const plans = new Map(
    rows.map((found) => [
      rowKey(found),
      planOf(found, matches.get(rowKey(found)), current, decisions),
    ]),
  );
  return {
    ...applied,
    row,
    matches,
    plans,
    blocks: blocksOf(row, applied, plans),
    counts: countsOf(applied, plans),
    projects: await countDocuments(tx, id),
  };
}

async function countDocuments(tx: Tx, importId: number): Promise<number> {
  const [counted] = await tx
    .select({ n: count() })
    .from(projectDocuments)
    .where(eq(projectDocuments.importId, importId));
  return counted?.n ?? 0;
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
