import { and, asc, desc, eq, gt, isNotNull, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import {
  organizations,
  planEntries,
  plans,
  projectDocuments,
  projectSectors,
  projectSources,
  projects,
  projectUnits,
  users,
} from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { UnitRole } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { visibleRegion, visibleTo } from "@/lib/auth/scope";
import { NotFoundError } from "@/lib/errors";
import { findRegion } from "@/lib/region/queries";
import { namesAlike } from "./entry/similar-name";
import {
  isOverdue,
  type Project,
  type ProjectSector,
  type ProjectSource,
  type ScopedProject,
  type SubProject,
} from "./project";

/** The row of a project the actor may see. Throws NotFoundError out of scope. */
export async function loadProject(tx: Tx, actor: Actor, id: number): Promise<ScopedProject> {
  const row = projectIn(tx, actor).get({ id });
  if (!row) throw new NotFoundError();
  const leads = leadsOf(tx).all({ id });
  const leadIds = leads.flatMap((lead) => lead.id ?? []);
  return { row, subject: { regionCode: row.regionCode, leadIds, projectId: id } };
}

/** Each command and each page of a project begins with these two. */
function projectIn(tx: Tx, actor: Actor) {
  return prepared(tx, `project in ${visibleRegion(actor)}`, () =>
    tx
      .select()
      .from(projects)
      .where(and(eq(projects.id, sql.placeholder("id")), visibleTo(actor, projects.regionCode)))
      .prepare(),
  );
}

function leadsOf(tx: Tx) {
  return prepared(tx, "leads of a project", () =>
    tx
      .select({ id: projectUnits.organizationId })
      .from(projectUnits)
      .where(
        and(
          eq(projectUnits.projectId, sql.placeholder("id")),
          eq(projectUnits.role, "lead"),
          gt(projectUnits.position, 0),
          isNotNull(projectUnits.organizationId),
        ),
      )
      .prepare(),
  );
}

/** All facts of one project. Throws NotFoundError out of scope. */
export async function getProject(tx: Tx, viewer: Actor, id: number): Promise<Project> {
  const scoped = await loadProject(tx, viewer, id);
  const { row } = scoped;
  const region = await findRegion(tx, row.regionCode);
  if (!region) throw new Error(`Project ${id} lies in the unknown region ${row.regionCode}.`);
  const parent = row.parentId === null ? null : (await loadProject(tx, viewer, row.parentId)).row;
  return {
    ...scoped,
    region,
    parent: parent && { id: parent.id, name: parent.name },
    units: await listUnits(tx, id),
    sectors: await listSectors(tx, id),
    sources: await listSources(tx, id),
    documents: await tx
      .select()
      .from(projectDocuments)
      .where(eq(projectDocuments.projectId, id))
      .orderBy(desc(projectDocuments.id)),
    subProjects: await listSubProjects(tx, id),
    overdue: isOverdue(row, tx.today),
  };
}

/** The units of a project per role, in document order; what was taken out is not among them. */
export async function listUnits(tx: Tx, projectId: number): Promise<Project["units"]> {
  const rows = await tx
    .select({
      id: projectUnits.id,
      role: projectUnits.role,
      position: projectUnits.position,
      entryKind: projectUnits.entryKind,
      text: projectUnits.text,
      organizationId: projectUnits.organizationId,
      openCount: projectUnits.openCount,
      name: organizations.name,
    })
    .from(projectUnits)
    .leftJoin(organizations, eq(organizations.id, projectUnits.organizationId))
    .where(and(eq(projectUnits.projectId, projectId), gt(projectUnits.position, 0)))
    .orderBy(asc(projectUnits.position));
  const ofRole = (role: UnitRole) => rows.filter((row) => row.role === role);
  return {
    lead: ofRole("lead"),
    support: ofRole("support"),
    owner: ofRole("owner"),
    host: ofRole("host"),
  };
}

/** The sectors of a project, the primary one first; what was taken back is not among them. */
export async function listSectors(tx: Tx, projectId: number): Promise<ProjectSector[]> {
  const rows = await tx
    .select()
    .from(projectSectors)
    .where(and(eq(projectSectors.projectId, projectId), isNotNull(projectSectors.rank)))
    .orderBy(asc(projectSectors.id));
  return rows.sort(
    (one, other) => Number(other.rank === "primary") - Number(one.rank === "primary"),
  );
}

/** The rows of plans a project stands on, with their document and their cells as published. */
async function listSources(tx: Tx, projectId: number): Promise<ProjectSource[]> {
  return tx
    .select({ plan: plans, entry: planEntries })
    .from(projectSources)
    .innerJoin(planEntries, eq(planEntries.id, projectSources.planEntryId))
    .innerJoin(plans, eq(plans.id, planEntries.planId))
    .where(eq(projectSources.projectId, projectId))
    .orderBy(asc(planEntries.id));
}

async function listSubProjects(tx: Tx, projectId: number): Promise<SubProject[]> {
  return tx
    .select({
      id: projects.id,
      name: projects.name,
      type: projects.type,
      stage: projects.stage,
      start: projects.start,
      end: projects.end,
      totalInvestmentFen: projects.totalInvestmentFen,
    })
    .from(projects)
    .where(eq(projects.parentId, projectId))
    .orderBy(asc(projects.id));
}

/** Projects of the region whose name is nearly this one: at most five, asked about before a new one is saved. */
export async function listNamesakes(tx: Tx, actor: Actor, regionCode: string, name: string) {
  const rows = await tx
    .select({ id: projects.id, name: projects.name })
    .from(projects)
    .where(and(eq(projects.regionCode, regionCode), visibleTo(actor, projects.regionCode)));
  return rows.filter((row) => namesAlike(row.name, name)).slice(0, 5);
}

/** The names of the leaders with an account who see the region: what the sponsor field suggests. */
export async function listLeaders(tx: Tx, regionCode: string) {
  const rows = await tx
    .select({ id: users.id, name: users.name, scope: users.scope, regionCode: users.regionCode })
    .from(users)
    .where(and(eq(users.role, "leader"), eq(users.disabled, false)))
    .orderBy(asc(users.id));
  return rows.filter((user) => user.scope === "all" || user.regionCode === regionCode);
}
