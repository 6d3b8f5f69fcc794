import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { milestones } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { NotFoundError } from "@/lib/errors";
import type { ScopedProject } from "@/lib/project/project";
import { loadProject } from "@/lib/project/queries";
import { type Milestone, type MilestoneRow, milestoneState } from "./milestone";

/** The milestones of a project in their order. Throws NotFoundError for a project out of scope. */
export async function listMilestones(
  tx: Tx,
  viewer: Actor,
  projectId: number,
): Promise<Milestone[]> {
  await loadProject(tx, viewer, projectId);
  const rows = await tx
    .select()
    .from(milestones)
    .where(eq(milestones.projectId, projectId))
    .orderBy(asc(milestones.position), asc(milestones.id));
  return rows.map((row) => ({ ...row, standing: milestoneState(row, tx.today) }));
}

/** A milestone with its project and what decides the rights on it. Throws NotFoundError out of scope. */
export async function loadMilestone(
  tx: Tx,
  actor: Actor,
  id: number,
): Promise<{ milestone: MilestoneRow; project: ScopedProject }> {
  const [milestone] = await tx.select().from(milestones).where(eq(milestones.id, id));
  if (!milestone) throw new NotFoundError();
  const project = await loadProject(tx, actor, milestone.projectId);
  return { milestone, project };
}
