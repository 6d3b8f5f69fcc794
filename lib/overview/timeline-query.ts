import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { ledgerEntries, milestones, projects, regions } from "@/db/schema";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { type MilestoneStanding, milestoneState } from "@/lib/milestone/milestone";
import { isOverdue } from "@/lib/project/project";
import { sumsByGroup } from "./groups";
import { addUp } from "./overview";

/** A timeline of more rows cannot be read, on screen or on A3. */
export const TIMELINE_ROWS = 80;

export type TimelineRow = {
  id: number;
  name: string;
  region: string;
  start: string | null;
  end: string | null;
  startOn: string;
  endOn: string;
  overdue: boolean;
  milestones: { id: number; name: string; on: string; state: MilestoneStanding["state"] }[];
};

export type Timeline = {
  rows: TimelineRow[];
  /** Projects with a period that are not among the rows. */
  more: number;
  /** Projects of which the start or the end is not stated: they cannot be drawn. */
  withoutPeriod: number;
};

/** What runs when: the projects of 现行口径 with a period, in the order of the documents, with their milestones. */
export async function getTimeline(
  tx: Tx,
  actor: Actor,
  filter: { region: string | null },
): Promise<Timeline> {
  const seen = and(
    visibleTo(actor),
    filter.region === null ? undefined : eq(ledgerEntries.regionCode, filter.region),
    eq(ledgerEntries.inCurrentBasis, 1),
  );
  const drawable = and(seen, isNotNull(ledgerEntries.startOn), isNotNull(ledgerEntries.endOn));
  const found = await tx
    .select({
      id: projects.id,
      name: projects.name,
      stage: projects.stage,
      region: regions.name,
      start: projects.start,
      end: projects.end,
      startOn: projects.startOn,
      endOn: projects.endOn,
    })
    .from(ledgerEntries)
    .innerJoin(projects, eq(projects.id, ledgerEntries.projectId))
    .innerJoin(regions, eq(regions.code, ledgerEntries.regionCode))
    .where(drawable)
    .orderBy(asc(ledgerEntries.sourceOrder))
    .limit(TIMELINE_ROWS);
  const marks = await milestonesOf(
    tx,
    found.map(({ id }) => id),
  );
  const rows = found.flatMap(({ stage, startOn, endOn, ...row }) => {
    if (startOn === null || endOn === null) return [];
    const overdue = isOverdue({ stage, endOn }, tx.today);
    return [{ ...row, startOn, endOn, overdue, milestones: marks.get(row.id) ?? [] }];
  });
  const groups = await sumsByGroup(tx, actor, filter.region);
  const projectsIn = (name: "drawable" | "total") =>
    addUp(groups.map((sums) => sums[name])).projects;
  return {
    rows,
    more: projectsIn("drawable") - rows.length,
    withoutPeriod: projectsIn("total") - projectsIn("drawable"),
  };
}

async function milestonesOf(tx: Tx, projectIds: number[]) {
  const rows = await tx
    .select()
    .from(milestones)
    .where(inArray(milestones.projectId, projectIds))
    .orderBy(asc(milestones.position));
  const byProject = new Map<number, TimelineRow["milestones"]>();
  for (const row of rows) {
    const { state } = milestoneState(row, tx.today);
    if (state === "cancelled") continue;
    const mark = { id: row.id, name: row.name, on: row.actualOn ?? row.firstPlannedOn, state };
    byProject.set(row.projectId, [...(byProject.get(row.projectId) ?? []), mark]);
  }
  return byProject;
}
