import { inArray } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { projectDocuments, projectUnits } from "@/db/schema";
import { refreshMilestoneDue } from "@/lib/ledger/derived/derived";
import { refreshLedgerEntry } from "@/lib/ledger/derived/refresh";
import {
  PROGRESS_TABLES,
  refreshProgress,
  refreshProgressBasis,
} from "@/lib/monthly-return/progress";
import type { RowChange } from "./change";

/** Brings what is derived from these rows, just written, up to date: in the same transaction, never later. */
export async function refreshDerived(tx: WriteTx, rows: RowChange[]): Promise<void> {
  const touched = await touchedProjects(tx, rows);
  for (const projectId of touched) await refreshLedgerEntry(tx, projectId);
  for (const projectId of projectsOf(rows, ["milestones"]))
    if (!touched.has(projectId)) await refreshMilestoneDue(tx, projectId);
  const reported = projectsOf(rows, PROGRESS_TABLES);
  for (const projectId of reported) await refreshProgress(tx, projectId);
  for (const projectId of projectsMoved(rows))
    if (!reported.has(projectId)) await refreshProgressBasis(tx, projectId);
}

/** The projects whose ledger entry or search text depends on these rows. */
async function touchedProjects(tx: WriteTx, rows: RowChange[]): Promise<Set<number>> {
  const ids = rows.flatMap(({ table, after }) => {
    if (table === "projects") return [after.id as number];
    if (["project_units", "project_sectors", "project_sources"].includes(table)) {
      return [after.projectId as number];
    }
    return [];
  });
  const described = rows
    .filter(({ table, before }) => table === "organizations" && before !== null)
    .filter(({ before, after }) => before?.name !== after.name || before?.kind !== after.kind)
    .map(({ after }) => after.id as number);
  return new Set([
    ...ids,
    ...(await projectsNaming(tx, described)),
    ...(await projectsTakenBack(tx, rows)),
  ]);
}

/** The projects of imports that are taken back: 规划口径 leaves them out. */
async function projectsTakenBack(tx: WriteTx, rows: RowChange[]): Promise<number[]> {
  const reverted = rows
    .filter(({ table, after }) => table === "imports" && after.outcome === "reverted")
    .map(({ after }) => after.id as number);
  if (reverted.length === 0) return [];
  const found = await tx
    .select({ id: projectDocuments.projectId })
    .from(projectDocuments)
    .where(inArray(projectDocuments.importId, reverted));
  return found.map(({ id }) => id);
}

/** The projects that rows of these tables belong to. */
function projectsOf(rows: RowChange[], tables: readonly string[]): Set<number> {
  return new Set(
    rows
      .filter(({ table }) => tables.includes(table))
      .map(({ after }) => after.projectId as number),
  );
}

/** The projects that have another stage now. */
function projectsMoved(rows: RowChange[]): number[] {
  return rows
    .filter(({ table, before, after }) => table === "projects" && before?.stage !== after.stage)
    .map(({ after }) => after.id as number);
}

async function projectsNaming(tx: WriteTx, unitIds: number[]): Promise<number[]> {
  if (unitIds.length === 0) return [];
  const rows = await tx
    .selectDistinct({ id: projectUnits.projectId })
    .from(projectUnits)
    .where(inArray(projectUnits.organizationId, unitIds));
  return rows.map(({ id }) => id);
}
