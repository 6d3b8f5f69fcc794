import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { milestones, projects, projectUnits } from "@/db/schema";
import { listEvents } from "@/lib/audit/history/history";
import type { Actor } from "@/lib/auth/actor";
import { visibleTo } from "@/lib/auth/scope";
import { daysBetween } from "@/lib/dates";
import { withFilters } from "@/lib/ledger/filter/filter-url";
import { type LedgerFilters, NO_FILTERS } from "@/lib/ledger/filter/filters";
import { type LedgerItem, loadLedgerItems } from "@/lib/ledger/items";
import { sumLedger } from "@/lib/ledger/queries";
import { findRegion } from "@/lib/region/queries";
import { sameBodies } from "../names";
import { loadOrganization } from "../rights";
import { projectsOfPart, sumByPart } from "../role-sums";
import {
  type Dossier,
  LISTED_MAX,
  LISTED_PARTS,
  type ListedPart,
  type OverdueMilestone,
} from "./dossier";
import { lensesOf } from "./lenses";
import { listNames } from "./names";

const MILESTONES_LISTED = 50;
const EVENTS_LISTED = 20;

/** The dossier of a unit the viewer may see. Throws NotFoundError. */
export async function getDossier(
  tx: Tx,
  viewer: Actor,
  id: number,
  limits = { projects: LISTED_MAX, events: EVENTS_LISTED },
): Promise<Dossier> {
  const unit = await loadOrganization(tx, viewer, id);
  const ids = await sameBodies(tx, [id]);
  const into =
    unit.mergedIntoId === null ? null : await loadOrganization(tx, viewer, unit.mergedIntoId);
  const region = unit.regionCode === null ? null : await findRegion(tx, unit.regionCode);
  const overdue = await sumLedger(tx, viewer, ledgerOf(id, { overdue: true, unitRole: "any" }));
  return {
    unit,
    regionName: region?.name ?? null,
    mergedInto: into && { id: into.id, name: into.name },
    names: await listNames(tx, viewer, id, ids),
    sums: await sumByPart(tx, viewer, ids),
    lenses: await lensesOf(tx, viewer, id, ids),
    projects: await listParts(tx, viewer, ids, limits.projects),
    overdue: { projects: overdue.total, ...overdue.totals.current },
    milestones: await listOverdueMilestones(tx, viewer, ids),
    events: (await listEvents(tx, viewer, { unitIds: ids, limit: limits.events })).events,
  };
}

/** The filters under which the ledger shows projects of this unit, in 现行口径 as the dossier counts. */
export function ledgerOf(id: number, values: Partial<LedgerFilters>): LedgerFilters {
  return withFilters(NO_FILTERS, { unit: String(id), basis: "current", ...values });
}

async function listParts(tx: Tx, viewer: Actor, ids: number[], limit: number) {
  const lists = {} as Record<ListedPart, LedgerItem[]>;
  for (const part of LISTED_PARTS) {
    lists[part] = await loadLedgerItems(tx, await projectsOfPart(tx, viewer, ids, part, limit));
  }
  return lists;
}

async function listOverdueMilestones(
  tx: Tx,
  viewer: Actor,
  ids: number[],
): Promise<OverdueMilestone[]> {
  const led = tx
    .select({ id: projectUnits.projectId })
    .from(projectUnits)
    .where(
      and(
        inArray(projectUnits.organizationId, ids),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
      ),
    );
  const rows = await tx
    .select({ milestone: milestones, projectName: projects.name })
    .from(milestones)
    .innerJoin(projects, eq(projects.id, milestones.projectId))
    .where(
      and(
        inArray(milestones.projectId, led),
        visibleTo(viewer, projects.regionCode),
        eq(milestones.state, "scheduled"),
        lt(milestones.firstPlannedOn, tx.today),
      ),
    )
    .orderBy(asc(milestones.firstPlannedOn), asc(milestones.id))
    .limit(MILESTONES_LISTED);
  return rows.map(({ milestone, projectName }) => ({
    projectId: milestone.projectId,
    projectName,
    name: milestone.name,
    firstPlanned: milestone.firstPlanned,
    days: daysBetween(milestone.firstPlannedOn, tx.today),
  }));
}
