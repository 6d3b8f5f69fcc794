import { asc, desc, eq, getTableColumns, inArray } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { LEDGER_TABLES } from "@/db/ledger-tables";
import { checkpoints, events, findingLinks, findings, projects, projectUnits } from "@/db/schema";
import { chainHead } from "@/lib/audit/chain-head";
import { checkpointOf } from "@/lib/audit/checkpoint/queries";
import { EVENTS_MAX, type HistoryEvent, listEvents } from "@/lib/audit/history/history";
import type { Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { RuleError } from "@/lib/errors";
import { sameBodies } from "@/lib/organization/names";
import { homeOf, loadOrganization } from "@/lib/organization/rights";
import { getProject, loadProject } from "@/lib/project/queries";
import { findRegion } from "@/lib/region/queries";
import type { ChainedEvent, Dossier, DossierAbout, DossierTable } from "./dossier";
import { filesOf } from "./files";

const PROJECTS_MAX = 300;
const EVENTS_LISTED = 20_000;

/**
 * Gathers the evidence of one moment, as far as the viewer may see. Throws NotFoundError out of scope, ForbiddenError
 * for other roles, RuleError `dossierTooMany` where a part would not be the whole.
 */
export async function collectDossier(
  tx: Tx,
  viewer: Viewer,
  about: DossierAbout,
): Promise<Dossier> {
  const { name, regionCode, ids, unitIds } = await subjectOf(tx, viewer, about);
  assertCan(viewer, "audit.use", { regionCode });
  if (ids.length > PROJECTS_MAX)
    throw new RuleError("dossierTooMany", { count: ids.length, max: PROJECTS_MAX });
  const found = [];
  for (const id of ids) found.push(await getProject(tx, viewer, id));
  const history = await allEvents(tx, viewer, about, unitIds);
  const [newest] = await tx.select().from(checkpoints).orderBy(desc(checkpoints.id)).limit(1);
  const region = regionCode === null ? null : await findRegion(tx, regionCode);
  return {
    about,
    name,
    regionName: region?.name ?? "",
    projects: found,
    tables: await tablesOf(tx, ids),
    history,
    chained: await chainedEvents(
      tx,
      history.map(({ seq }) => seq),
    ),
    findings: await findingsOf(tx, about, ids),
    files: await filesOf(tx, ids),
    head: await chainHead(tx),
    checkpoint: newest ? checkpointOf(newest) : null,
    madeAt: tx.now,
    madeBy: viewer.name,
  };
}

async function subjectOf(tx: Tx, viewer: Viewer, about: DossierAbout) {
  if (about.kind === "project") {
    const { row } = await loadProject(tx, viewer, about.id);
    const children = await tx
      .select({ id: projects.id })
      .from(projects)
      .where(eq(projects.parentId, row.id));
    const ids = [row.id, ...children.map(({ id }) => id)];
    return { name: row.name, regionCode: row.regionCode, ids, unitIds: [] };
  }
  const unit = await loadOrganization(tx, viewer, about.id);
  const unitIds = await sameBodies(tx, [unit.id]);
  const parts = await tx
    .selectDistinct({ id: projectUnits.projectId, regionCode: projects.regionCode })
    .from(projectUnits)
    .innerJoin(projects, eq(projects.id, projectUnits.projectId))
    .where(inArray(projectUnits.organizationId, unitIds))
    .orderBy(asc(projectUnits.projectId));
  const seen = parts.filter(
    ({ regionCode }) => viewer.scope === "all" || regionCode === viewer.regionCode,
  );
  const ids = seen.map(({ id }) => id);
  return { name: unit.name, regionCode: homeOf(viewer, unit), ids, unitIds };
}

async function allEvents(
  tx: Tx,
  viewer: Viewer,
  about: DossierAbout,
  unitIds: number[],
): Promise<HistoryEvent[]> {
  const filters = about.kind === "project" ? { projectId: about.id } : { unitIds };
  const all: HistoryEvent[] = [];
  let before: number | undefined;
  while (all.length < EVENTS_LISTED) {
    const page = await listEvents(tx, viewer, {
      ...filters,
      limit: EVENTS_MAX,
      ...(before !== undefined && { before }),
    });
    all.push(...page.events);
    if (page.next === null) return all.reverse();
    before = page.next;
  }
  throw new RuleError("dossierTooMany", { count: all.length, max: EVENTS_LISTED });
}

const CHUNK = 500;

async function chainedEvents(tx: Tx, seqs: number[]): Promise<ChainedEvent[]> {
  const rows: ChainedEvent[] = [];
  for (let from = 0; from < seqs.length; from += CHUNK)
    rows.push(
      ...(await tx
        .select({
          seq: events.seq,
          previousHash: events.previousHash,
          payload: events.payload,
          hash: events.hash,
        })
        .from(events)
        .where(inArray(events.seq, seqs.slice(from, from + CHUNK)))
        .orderBy(asc(events.seq))),
    );
  return rows;
}

/** Every business table that speaks of projects, its rows as they are stored. */
async function tablesOf(tx: Tx, ids: number[]): Promise<DossierTable[]> {
  const tables: DossierTable[] = [];
  for (const [name, [table]] of Object.entries(LEDGER_TABLES)) {
    const columns = getTableColumns(table);
    const key =
      name === "projects" ? columns.id : "projectId" in columns ? columns.projectId : null;
    if (key === null) continue;
    const rows = (await tx
      .select()
      .from(table)
      .where(inArray(key as typeof projects.id, ids))) as Record<string, unknown>[];
    tables.push({ name, columns: Object.keys(columns), rows });
  }
  return tables;
}

async function findingsOf(tx: Tx, about: DossierAbout, ids: number[]) {
  const linked = tx
    .select({ id: findingLinks.findingId })
    .from(findingLinks)
    .where(inArray(findingLinks.projectId, ids));
  const where =
    about.kind === "project" ? inArray(findings.id, linked) : eq(findings.organizationId, about.id);
  return tx.select().from(findings).where(where).orderBy(asc(findings.id));
}
