import type {
  planEntries,
  plans,
  projectDocuments,
  projectSectors,
  projects,
  projectUnits,
} from "@/db/schema";
import type { Stage, UnitRole } from "@/db/vocabulary";
import { CLOSED_STAGES, OUT_OF_CURRENT_BASIS } from "@/db/vocabulary";
import type { Subject } from "@/lib/auth/permissions";
import { firstDayOf, lastDayOf } from "@/lib/dates";
import { RuleError } from "@/lib/errors";
import type { Region } from "@/lib/region/queries";

export type ProjectRow = typeof projects.$inferSelect;

/** A project with what decides the rights on it. */
export type ScopedProject = { row: ProjectRow; subject: Subject };

export type ProjectUnit = Pick<
  typeof projectUnits.$inferSelect,
  "id" | "role" | "position" | "entryKind" | "text" | "organizationId" | "openCount"
> & {
  /** The dictionary's name; null for placeholders and open lists. */
  name: string | null;
};

export type ProjectSector = typeof projectSectors.$inferSelect;

/** A row of a plan's annex as published, with its document. */
export type ProjectSource = {
  plan: typeof plans.$inferSelect;
  entry: typeof planEntries.$inferSelect;
};

export type ProjectDocument = typeof projectDocuments.$inferSelect;

export type SubProject = Pick<
  ProjectRow,
  "id" | "name" | "type" | "stage" | "start" | "end" | "totalInvestmentFen"
>;

export type Project = ScopedProject & {
  region: Region;
  parent: { id: number; name: string } | null;
  /** Per role in document order. */
  units: Record<UnitRole, ProjectUnit[]>;
  /** The primary one first. */
  sectors: ProjectSector[];
  sources: ProjectSource[];
  /** The imported documents that speak of it, newest first, with the cell of every field. */
  documents: ProjectDocument[];
  subProjects: SubProject[];
  /** 超期未完工 on the transaction's day. */
  overdue: boolean;
};

/** 超期未完工: the period is over and the work neither done nor given up. Unknown ends are never overdue. */
export function isOverdue(project: { stage: Stage; endOn: string | null }, today: string): boolean {
  return (
    project.endOn !== null &&
    project.endOn < today &&
    !(CLOSED_STAGES as readonly Stage[]).includes(project.stage)
  );
}

/** Whether 现行口径 counts a project: not once it was terminated or withdrawn. */
export function isInCurrentBasis(stage: Stage): boolean {
  return !(OUT_OF_CURRENT_BASIS as readonly Stage[]).includes(stage);
}

/** First and last day of a period, for comparing. Throws RuleError when it ends before it begins. */
export function periodDays(start: string | null, end: string | null) {
  const startOn = start === null ? null : firstDayOf(start);
  const endOn = end === null ? null : lastDayOf(end);
  if (startOn !== null && endOn !== null && endOn < startOn)
    throw new RuleError("periodReversed", {}, "end");
  return { startOn, endOn };
}
