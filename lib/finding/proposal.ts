import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { reportingUnitOf } from "@/lib/monthly-return/reporting";
import { loadProject } from "@/lib/project/queries";

/** What a new finding begins with: the project it was raised from, and the unit that reports for it. */
export async function proposedFinding(
  tx: Tx,
  viewer: Actor,
  projectId: number | null,
): Promise<{ projects: string; unit: string; projectName: string | null }> {
  if (projectId === null) return { projects: "", unit: "", projectName: null };
  const { row } = await loadProject(tx, viewer, projectId);
  const unitId = await reportingUnitOf(tx, projectId);
  const [unit] =
    unitId === null
      ? []
      : await tx
          .select({ name: organizations.name })
          .from(organizations)
          .where(eq(organizations.id, unitId))
          .orderBy(asc(organizations.id));
  return { projects: String(projectId), unit: unit?.name ?? "", projectName: row.name };
}
