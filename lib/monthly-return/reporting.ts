import { and, asc, eq, gt, isNotNull } from "drizzle-orm";
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
  const [named] = await tx
    .select({ id: reportingUnits.organizationId })
    .from(reportingUnits)
    .where(eq(reportingUnits.projectId, projectId));
  if (named?.id != null) return named.id;
  const [first] = await tx
    .select({ id: projectUnits.organizationId })
    .from(projectUnits)
    .where(
      and(
        eq(projectUnits.projectId, projectId),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
        isNotNull(projectUnits.organizationId),
      ),
    )
    .orderBy(asc(projectUnits.position))
    .limit(1);
  return first?.id ?? null;
}
