import { and, asc, isNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { organizations, projects } from "@/db/schema";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { reportingUnitOf } from "@/lib/monthly-return/reporting";
import type { ProjectRow } from "@/lib/project/project";
import { readyViewer } from "@/lib/user/evaluation";
import { type Course, courseAt } from "./course";

/** A project of the sample with who reports for it. */
export type SampleProject = {
  row: ProjectRow;
  place: number;
  course: Course;
  unitId: number;
  manager: Actor;
  reviewer: Actor;
};

/** Every project for which a unit reports. Where there is a ready account it acts; the others are named 演示. */
export async function sampleProjects(tx: Tx): Promise<SampleProject[]> {
  const manager = await readyViewer(tx, "manager");
  const reviewer = await readyViewer(tx, "reviewer");
  const names = new Map(
    (await tx.select().from(organizations)).map(({ id, name }) => [id, name] as const),
  );
  const rows = await tx
    .select()
    .from(projects)
    .where(and(isNull(projects.parentId)))
    .orderBy(asc(projects.id));
  const found: SampleProject[] = [];
  for (const [place, row] of rows.entries()) {
    const unitId = await reportingUnitOf(tx, row.id);
    if (unitId === null) continue;
    found.push({
      row,
      place,
      course: courseAt(place),
      unitId,
      manager: manager.unitIds.includes(unitId)
        ? manager
        : standIn("manager", row.regionCode, `${names.get(unitId)}（演示）`, [unitId]),
      reviewer:
        reviewer.regionCode === row.regionCode
          ? reviewer
          : standIn("reviewer", row.regionCode, "审核员（演示）", []),
    });
  }
  return found;
}

function standIn(kind: Viewer["kind"], regionCode: string, name: string, unitIds: number[]): Actor {
  return { kind, id: null, name, scope: "region", regionCode, unitIds };
}
