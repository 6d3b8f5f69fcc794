import { and, asc, eq, gt, isNull, lte, or } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projectsHistory, projectUnitsHistory } from "@/db/schema";
import type { UnitRole } from "@/db/vocabulary";
import { type ChainHead, chainHead } from "@/lib/audit/chain-head";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan, can } from "@/lib/auth/permissions";
import { isControlled } from "@/lib/change-request/propose/facts";
import { RuleError } from "@/lib/errors";
import type { LedgerFilters } from "@/lib/ledger/filter/filters";
import { listLedgerIds } from "@/lib/ledger/queries";
import type { Project, ProjectRow } from "@/lib/project/project";
import { getProject } from "@/lib/project/queries";
import { type BulkTexts, bulkTexts, isCorrected } from "./fields";
import { type CellChange, mergeRow } from "./merge";

/** More than a person checks at one sitting. */
export const BULK_MAX = 2_000;
const BATCH = 100;

export type BulkRow = { id: number; version: number; texts: BulkTexts };
export type BulkExport = { rows: BulkRow[]; corrects: boolean; head: ChainHead };

/**
 * The projects of a view that the viewer may edit, with what each field says now. `corrects` tells whether type
 * and field may be corrected too; what is controlled is only asked for, by whoever may edit the project. Throws ForbiddenError, and RuleError `bulkTooMany` above 2,000 projects.
 */
export async function collectBulk(
  tx: Tx,
  viewer: Viewer,
  filters: LedgerFilters,
): Promise<BulkExport> {
  assertCan(viewer, "project.export", { regionCode: viewer.regionCode });
  const ids = await listLedgerIds(tx, viewer, filters);
  const rows: BulkRow[] = [];
  for (const [at, id] of ids.entries()) {
    const project = await getProject(tx, viewer, id);
    if (can(viewer, "project.update_details", project.subject)) rows.push(rowOf(project));
    if (rows.length > BULK_MAX) throw new RuleError("bulkTooMany", { max: BULK_MAX });
    if (at % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  const corrects = can(viewer, "project.correct", { regionCode: viewer.regionCode });
  return { rows, corrects, head: await chainHead(tx) };
}

function rowOf(project: Project): BulkRow {
  return { id: project.row.id, version: project.row.version, texts: bulkTexts(project) };
}

/** A row of an edited workbook: which project, the version it was made from, and what its cells say. */
export type TypedRow = { id: number; version: number; typed: Partial<BulkTexts> };

/** What a workbook changes in one project. `version` is the one that stands now. */
export type ProjectChanges = {
  id: number;
  name: string;
  version: number;
  changes: CellChange[];
};

/**
 * Merges an edited workbook into the ledger as it stands: only projects with a changed cell come back. Throws
 * NotFoundError for projects out of scope, ForbiddenError for cells that are not the viewer's to correct or to ask for, and RuleError `bulkVersion` for a version that never was.
 */
export async function mergeBulk(
  tx: Tx,
  viewer: Viewer,
  rows: TypedRow[],
): Promise<ProjectChanges[]> {
  const found: ProjectChanges[] = [];
  for (const [at, row] of rows.entries()) {
    const project = await getProject(tx, viewer, row.id);
    assertCan(viewer, "project.update_details", project.subject);
    const current = bulkTexts(project);
    const base =
      row.version === project.row.version ? current : await textsAt(tx, row.id, row.version);
    const changes = mergeRow(base, current, row.typed);
    const { name, version } = project.row;
    if (changes.some(({ field }) => isCorrected(field)))
      assertCan(viewer, "project.correct", project.subject);
    if (changes.some(({ field }) => isControlled(field)))
      assertCan(viewer, "change.ask", project.subject);
    if (changes.length > 0) found.push({ id: row.id, name, version, changes });
    if (at % BATCH === BATCH - 1) await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/** What a project said at an earlier version, from its history rows. */
async function textsAt(tx: Tx, id: number, version: number): Promise<BulkTexts> {
  const [row] = await tx
    .select()
    .from(projectsHistory)
    .where(and(eq(projectsHistory.id, id), eq(projectsHistory.version, version)));
  if (!row) throw new RuleError("bulkVersion", { id });
  return bulkTexts({
    row: row satisfies ProjectRow,
    units: await unitsAt(tx, id, row.fromSeq),
    sectors: [],
  });
}

/** The units of a project right after an event, per role in document order. */
async function unitsAt(tx: Tx, projectId: number, seq: number): Promise<Project["units"]> {
  const rows = await tx
    .select()
    .from(projectUnitsHistory)
    .where(
      and(
        eq(projectUnitsHistory.projectId, projectId),
        gt(projectUnitsHistory.position, 0),
        lte(projectUnitsHistory.fromSeq, seq),
        or(isNull(projectUnitsHistory.toSeq), gt(projectUnitsHistory.toSeq, seq)),
      ),
    )
    .orderBy(asc(projectUnitsHistory.position));
  const ofRole = (role: UnitRole) =>
    rows.filter((row) => row.role === role).map((row) => ({ ...row, name: null }));
  return {
    lead: ofRole("lead"),
    support: ofRole("support"),
    owner: ofRole("owner"),
    host: ofRole("host"),
  };
}
