import { and, asc, count, desc, eq, inArray, ne, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { events, findingLinks, findings, organizations, projects, regions } from "@/db/schema";
import { FINDING_STATES, type FindingState } from "@/db/vocabulary";
import type { Actor } from "@/lib/auth/actor";
import { can, canEver } from "@/lib/auth/permissions";
import { NotFoundError } from "@/lib/errors";
import { loadContent } from "@/lib/file/content";
import type { FindingRow } from "./finding";
import type { FindingView } from "./input";

export const FINDINGS_LISTED = 100;

/** `finding.read` in SQL: where every list of findings starts. */
export function findingsSeenBy(actor: Actor): SQL | undefined {
  if (!canEver(actor, "finding.read")) return sql`0`;
  if (actor.kind === "operator") return undefined;
  const seesAll = actor.scope === "all" && (actor.kind === "leader" || actor.kind === "auditor");
  if (seesAll) return undefined;
  if (actor.regionCode === null) return sql`0`;
  const here = eq(findings.regionCode, actor.regionCode);
  if (actor.kind !== "manager") return here;
  if (actor.unitIds.length === 0) return sql`0`;
  return and(here, inArray(findings.organizationId, actor.unitIds));
}

/** What decisions about a finding look at: its region, and the unit that answers. */
export function findingSubject({ regionCode, organizationId }: FindingRow) {
  return { regionCode, reportingId: organizationId };
}

/** A finding that the actor may see. Throws NotFoundError. */
export async function loadFinding(tx: Tx, actor: Actor, id: number): Promise<FindingRow> {
  const [row] = await tx.select().from(findings).where(eq(findings.id, id));
  if (!row || !can(actor, "finding.read", findingSubject(row))) throw new NotFoundError();
  return row;
}

const LISTED = { finding: findings, unit: organizations.name, region: regions.name };

/** Findings of a state, the next due first, with the number of each state. */
export async function listFindings(tx: Tx, viewer: Actor, view: FindingView) {
  const seen = findingsSeenBy(viewer);
  const counted = await tx
    .select({ state: findings.state, n: count() })
    .from(findings)
    .where(seen)
    .groupBy(findings.state);
  const counts = Object.fromEntries(
    FINDING_STATES.map((state) => [state, counted.find((one) => one.state === state)?.n ?? 0]),
  ) as Record<FindingState, number>;
  const wanted =
    view === "all"
      ? undefined
      : view === "open"
        ? ne(findings.state, "closed")
        : eq(findings.state, view);
  const items = await tx
    .select(LISTED)
    .from(findings)
    .innerJoin(organizations, eq(organizations.id, findings.organizationId))
    .innerJoin(regions, eq(regions.code, findings.regionCode))
    .where(and(seen, wanted))
    .orderBy(asc(findings.dueOn), asc(findings.id))
    .limit(FINDINGS_LISTED);
  return { counts, items };
}

/** The findings that name a project, as far as the viewer may see them. */
export async function listFindingsOf(tx: Tx, viewer: Actor, projectId: number) {
  return tx
    .selectDistinct({
      id: findings.id,
      title: findings.title,
      state: findings.state,
      dueOn: findings.dueOn,
    })
    .from(findings)
    .innerJoin(findingLinks, eq(findingLinks.findingId, findings.id))
    .where(and(eq(findingLinks.projectId, projectId), findingsSeenBy(viewer)))
    .orderBy(desc(findings.id));
}

/** A finding with its unit, its projects and its events. */
export async function getFinding(tx: Tx, viewer: Actor, id: number) {
  const row = await loadFinding(tx, viewer, id);
  const [unit] = await tx
    .select({ name: organizations.name })
    .from(organizations)
    .where(eq(organizations.id, row.organizationId));
  const links = await tx
    .select({
      projectId: findingLinks.projectId,
      projectName: projects.name,
      eventSeq: findingLinks.eventSeq,
      hash: events.hash,
    })
    .from(findingLinks)
    .leftJoin(projects, eq(projects.id, findingLinks.projectId))
    .leftJoin(events, eq(events.seq, findingLinks.eventSeq))
    .where(eq(findingLinks.findingId, id))
    .orderBy(asc(findingLinks.id));
  return {
    row,
    unitName: unit?.name ?? "",
    projects: links.flatMap(({ projectId, projectName }) =>
      projectId === null ? [] : [{ id: projectId, name: projectName ?? "" }],
    ),
    events: links.flatMap(({ eventSeq, hash }) =>
      eventSeq === null ? [] : [{ seq: eventSeq, hash: hash ?? "" }],
    ),
    today: tx.today,
  };
}

/** The bytes of a finding's evidence. Throws NotFoundError where there are none. */
export async function loadFindingFile(tx: Tx, { fileName, fileSha256 }: FindingRow) {
  if (fileName === null || fileSha256 === null) throw new NotFoundError();
  const content = await loadContent(tx, fileSha256);
  if (content === null) throw new NotFoundError();
  return { fileName, sha256: fileSha256, content };
}
