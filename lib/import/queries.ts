import { and, count, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { importDecisions, importReadings, imports, plans, projectDocuments } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { assertCan, canEver } from "@/lib/auth/permissions";
import type { Reading } from "@/lib/document/document";
import { NotFoundError } from "@/lib/errors";
import type { Decision, Decisions } from "./decision";
import type { ImportRow } from "./review/review";

export const IMPORTS_PER_PAGE = 30;

/** Imports of the regions the actor may see. */
function inSight(actor: Actor): SQL | undefined {
  if (actor.kind === "operator") return undefined;
  return actor.regionCode === null ? sql`0` : eq(imports.regionCode, actor.regionCode);
}

/** An import of the actor's own region. Throws NotFoundError out of sight, ForbiddenError for the wrong role. */
export async function loadImport(tx: Tx, actor: Actor, id: number): Promise<ImportRow> {
  const [row] = await tx
    .select()
    .from(imports)
    .where(and(eq(imports.id, id), inSight(actor)));
  if (!row) throw new NotFoundError();
  assertCan(actor, "import.manage", { regionCode: row.regionCode });
  return row;
}

/** One page of imports, newest first, with how many projects each brought. */
export async function listImports(tx: Tx, viewer: Actor, page: number) {
  const where = canEver(viewer, "import.manage") ? inSight(viewer) : sql`0`;
  const [counted] = await tx.select({ n: count() }).from(imports).where(where);
  const items = await tx
    .select({
      id: imports.id,
      fileName: imports.fileName,
      uploadedBy: imports.uploadedBy,
      uploadedAt: imports.uploadedAt,
      outcome: imports.outcome,
      projects: sql<number>`(SELECT count(*) FROM ${projectDocuments} WHERE ${projectDocuments.importId} = ${imports.id})`,
    })
    .from(imports)
    .where(where)
    .orderBy(desc(imports.id))
    .limit(IMPORTS_PER_PAGE)
    .offset((page - 1) * IMPORTS_PER_PAGE);
  return { total: counted?.n ?? 0, items };
}

/** An earlier import of the same bytes that still counts: under review, or published. */
export async function findSameFile(tx: Tx, regionCode: string, sha256: string) {
  const rows = await tx
    .select({ id: imports.id, outcome: imports.outcome })
    .from(imports)
    .where(and(eq(imports.regionCode, regionCode), eq(imports.sha256, sha256)))
    .orderBy(desc(imports.id));
  return rows.find(({ outcome }) => outcome === null || outcome === "published") ?? null;
}

/** The plans of a region that a document may belong to. */
export async function listPlansOf(tx: Tx, regionCode: string) {
  return tx
    .select()
    .from(plans)
    .where(eq(plans.regionCode, regionCode))
    .orderBy(desc(plans.id))
    .limit(100);
}

const READINGS_KEPT = 2;
const kept = new Map<string, Reading>();

/** What was understood of the document. Readings never change, so the last ones stay in memory. */
export async function loadReading(tx: Tx, row: ImportRow): Promise<Reading> {
  const key = `${row.id} ${row.sha256} ${row.uploadedAt}`;
  const found = kept.get(key);
  if (found) return found;
  const [stored] = await tx
    .select({ reading: importReadings.reading })
    .from(importReadings)
    .where(eq(importReadings.importId, row.id));
  if (!stored) throw new Error(`Import ${row.id} has no reading.`);
  const reading = JSON.parse(stored.reading) as Reading;
  kept.set(key, reading);
  for (const oldest of [...kept.keys()].slice(0, -READINGS_KEPT)) kept.delete(oldest);
  return reading;
}

/** What was decided so far, by place. */
export async function loadDecisions(tx: Tx, importId: number): Promise<Decisions> {
  const rows = await tx
    .select()
    .from(importDecisions)
    .where(eq(importDecisions.importId, importId));
  return new Map(
    rows.flatMap(({ place, decision, decidedBy }) =>
      decision === null
        ? []
        : [[place, { decision: decision as Decision, by: decidedBy }] as const],
    ),
  );
}
