import { and, asc, count, desc, eq, gt, inArray, ne, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { changeAttachments, changeBatches, changeRequests, projectUnits } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import type { Actor } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { visibleRegion } from "@/lib/auth/scope";
import { ForbiddenError } from "@/lib/errors";
import { matchUnits } from "@/lib/ledger/match/units";
import { listBaselines } from "./apply/baseline";
import { type FoundChange, isOpen, type ListedChange } from "./change-request";
import { effectOf } from "./effect/queries";
import { CHANGES_PER_PAGE, type ChangeFilters } from "./filters";
import { changesVisibleTo, ledByThese, loadChange } from "./rights";

/** One page of the requests that the viewer may see, the newest first. */
export async function listChanges(
  tx: Tx,
  viewer: Actor,
  filters: ChangeFilters,
): Promise<{ total: number; items: ListedChange[] }> {
  if (!canEver(viewer, "change.read")) throw new ForbiddenError(viewer, "change.read");
  const where = await conditionOf(tx, viewer, filters);
  const [counted] = await tx.select({ n: count() }).from(changeRequests).where(where);
  const rows = await tx
    .select()
    .from(changeRequests)
    .where(where)
    .orderBy(desc(changeRequests.id))
    .limit(CHANGES_PER_PAGE)
    .offset((filters.page - 1) * CHANGES_PER_PAGE);
  const leads = await leadsOf(
    tx,
    rows.flatMap(({ projectId }) => projectId ?? []),
  );
  const items = rows.map((row) => {
    const asked = row.proposed.added?.leads;
    const standing = leads.get(row.projectId ?? 0)?.join("、");
    return { ...row, leads: standing ?? (typeof asked === "string" ? asked : "") };
  });
  return { total: counted?.n ?? 0, items };
}

/** How many requests wait for the viewer. */
export async function countWaiting(tx: Tx, viewer: Actor): Promise<number> {
  if (!canEver(viewer, "change.read")) return 0;
  const build = () =>
    tx
      .select({ n: count() })
      .from(changeRequests)
      .where(and(changesVisibleTo(viewer), waitsFor(viewer)))
      .prepare();
  // What waits for a leader or an auditor is the same for all who see the same regions.
  const own = viewer.kind === "manager" || viewer.kind === "reviewer";
  const query = own
    ? build()
    : prepared(tx, `changes for ${viewer.kind} of ${visibleRegion(viewer)}`, build);
  return query.get()?.n ?? 0;
}

async function conditionOf(
  tx: Tx,
  viewer: Actor,
  { kind, state, unit, project, mine }: ChangeFilters,
): Promise<SQL | undefined> {
  const matched = unit === null ? null : await matchUnits(tx, viewer, { unit, bracketed: false });
  return and(
    changesVisibleTo(viewer),
    kind === null ? undefined : eq(changeRequests.kind, kind),
    state === null ? undefined : eq(changeRequests.state, state),
    project === null ? undefined : eq(changeRequests.projectId, project),
    matched === null ? undefined : ledByThese(matched.units.map(({ id }) => id)),
    mine ? waitsFor(viewer) : undefined,
  );
}

/** What somebody has to do next: the asker waits, the reviewer checks what others asked, the leader decides. */
function waitsFor({ kind, id }: Actor): SQL | undefined {
  const { state, askedById, askedByRole } = changeRequests;
  const open = inArray(state, ["asked", "checked"]);
  if (kind === "manager") return id === null ? sql`0` : and(open, eq(askedById, id));
  if (kind === "reviewer") return and(eq(state, "asked"), ne(askedById, id ?? 0));
  if (kind !== "leader") return open;
  return or(eq(state, "checked"), and(eq(state, "asked"), ne(askedByRole, "manager")));
}

/**
 * A request with its files, its batch, the versions of its project's baseline, and the totals before and after: as
 * they would be today while it is open, as the decider saw them afterwards.
 */
export async function getChange(tx: Tx, viewer: Actor, id: number): Promise<FoundChange> {
  const { request, subject } = await loadChange(tx, viewer, id);
  const attachments = await tx
    .select()
    .from(changeAttachments)
    .where(eq(changeAttachments.requestId, id))
    .orderBy(asc(changeAttachments.id));
  const [batch] =
    request.batchId === null
      ? []
      : await tx.select().from(changeBatches).where(eq(changeBatches.id, request.batchId));
  const baselines = request.projectId === null ? [] : await listBaselines(tx, request.projectId);
  const effect = isOpen(request.state) ? await effectOf(tx, [request]) : (request.effect ?? []);
  return {
    request,
    subject,
    attachments,
    batch: batch ?? null,
    version: baselines.find(({ requestId }) => requestId === id)?.number ?? null,
    effect,
  };
}

async function leadsOf(tx: Tx, projectIds: number[]): Promise<Map<number, string[]>> {
  const rows = await tx
    .select({ projectId: projectUnits.projectId, text: projectUnits.text })
    .from(projectUnits)
    .where(
      and(
        inArray(projectUnits.projectId, projectIds),
        eq(projectUnits.role, "lead"),
        gt(projectUnits.position, 0),
      ),
    )
    .orderBy(asc(projectUnits.position));
  const leads = new Map<number, string[]>();
  for (const { projectId, text } of rows)
    leads.set(projectId, [...(leads.get(projectId) ?? []), text]);
  return leads;
}
