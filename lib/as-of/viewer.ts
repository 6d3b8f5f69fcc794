import { and, eq, gt, inArray } from "drizzle-orm";
import { read } from "@/db/client";
import { projectUnits, reportingUnits } from "@/db/schema";
import type { Viewer } from "@/lib/auth/actor";

/**
 * Who looks at a day of the past. What a manager may read there is what the units led then and still lead or report for
 * today: who handed a project over reads nothing more of it, on no day.
 */
export async function viewerOn(viewer: Viewer, asOf: string): Promise<Viewer> {
  if (viewer.kind !== "manager") return { ...viewer, asOf };
  const ownToday = await read(async (tx) => {
    const led = await tx
      .selectDistinct({ id: projectUnits.projectId })
      .from(projectUnits)
      .where(
        and(
          inArray(projectUnits.organizationId, viewer.unitIds),
          eq(projectUnits.role, "lead"),
          gt(projectUnits.position, 0),
        ),
      );
    const named = await tx
      .select({ id: reportingUnits.projectId })
      .from(reportingUnits)
      .where(inArray(reportingUnits.organizationId, viewer.unitIds));
    return [...led, ...named].map(({ id }) => id);
  });
  return { ...viewer, asOf, ownToday };
}
