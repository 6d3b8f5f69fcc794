import { and, asc, eq, gt, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { projectUnits, reportingUnits } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { NotFoundError } from "@/lib/errors";
import type { ProjectRow } from "@/lib/project/project";
import { loadProject } from "@/lib/project/queries";
import type { ReportingSubject } from "./monthly-return";

/** A project with who reports for it. Sub-projects report with their umbrella project: NotFoundError. */
export async function loadReporting(
  tx: Tx,
  actor: Actor,
  projectId: number,
): Promise<{ row: ProjectRow; subject: ReportingSubject }> {
  const { row, subject } = await loadProject(tx, actor, projectId);
  if (row.parentId !== null) throw new NotFoundError();
  return { row, subject: { ...subject, reportingId: await reportingUnitOf(tx, projectId) } };
}

/** The unit that owes a project's returns: whom the reviewer named, else the first-named lead; null for neither. */
export async function reportingUnitOf(tx: Tx, projectId: number): Promise<number | null> {
  return (await reportingUnitsOf(tx, [projectId])).get(projectId) ?? null;
}

/** The same for many projects at once; a project that nobody reports for is left out. */
export async function reportingUnitsOf(
  tx: Tx,
  projectIds: number[],
): Promise<ReadonlyMap<number, number>> {
  const leads = await tx
    .select({ projectId: projectUnits.projectId, id: projectUnits.organizationId })
    .from(projectUnits)
    .where(
      and(
        inArray(projectUnits.projectId, projectIds),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
        isNotNull(projectUnits.organizationId),
      ),
    )
    .orderBy(asc(projectUnits.position));
  const named = await tx
    .select({ projectId: reportingUnits.projectId, id: reportingUnits.organizationId })
    .from(reportingUnits)
    .where(inArray(reportingUnits.projectId, projectIds));
  const units = new Map<number, number>();
  for (const { projectId, id } of leads)
    if (id !== null && !units.has(projectId)) units.set(projectId, id);
  for (const { projectId, id } of named) if (id !== null) units.set(projectId, id);
  return units;
}
