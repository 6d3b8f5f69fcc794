import { and, asc, desc, eq, inArray, lt, notInArray, or, type SQL, sql } from "drizzle-orm";
import { endOfDay, type Tx } from "@/db/client";
import type { EventAction } from "@/db/event-actions";
import { events, projects, users } from "@/db/schema";
import type { EventPayload } from "@/lib/audit/event";
import { aboutUnits, type HistoryEvent, historyVisibleTo } from "@/lib/audit/history/history";
import type { Actor } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { ForbiddenError, RuleError } from "@/lib/errors";
import { matchUnits } from "@/lib/ledger/match/units";
import type { HistoryFilters } from "./input";
import { actionsOf, LOADER_NAME, SILENT_ACTIONS } from "./source";

export const HISTORY_PAGE = 30;
const PEOPLE_MAX = 500;

/**
 * One page of what changed values, newest first, of what the viewer may read; `next` is the cursor of the following
 * page, null on the last one. Throws ForbiddenError for roles without history.
 */
export async function listHistory(
  tx: Tx,
  viewer: Actor,
  filters: HistoryFilters,
  limit = HISTORY_PAGE,
): Promise<{ events: HistoryEvent[]; next: number | null }> {
  if (!canEver(viewer, "history.read")) throw new ForbiddenError(viewer, "history.read");
  const seqs = await seqsOf(tx, viewer, filters, limit + 1);
  const rows = await tx
    .select({ payload: events.payload, hash: events.hash, projectName: projects.name })
    .from(events)
    .leftJoin(projects, eq(projects.id, events.projectId))
    .where(inArray(events.seq, seqs.slice(0, limit)))
    .orderBy(desc(events.seq));
  const page = rows.map(({ payload, hash, projectName }) => ({
    ...(JSON.parse(payload) as EventPayload),
    hash,
    projectName,
  }));
  return { events: page, next: seqs.length > limit ? (page.at(-1)?.seq ?? null) : null };
}

/** What one file holds: of events, and of changed fields, which are its rows. */
export const HISTORY_EXPORT_MAX = { events: 20_000, changes: 100_000 } as const;
const BATCH = 1_000;

/**
 * Every event that the filters find, newest first, for a file. Throws RuleError `historyTooMany` where they are more
 * than 20,000 or change more than 100,000 fields: a part would not be the history that was asked for.
 */
export async function collectHistory(
  tx: Tx,
  viewer: Actor,
  filters: HistoryFilters,
  max: { events: number; changes: number } = HISTORY_EXPORT_MAX,
): Promise<HistoryEvent[]> {
  const found: HistoryEvent[] = [];
  let changes = 0;
  let before: number | null = null;
  do {
    const page = await listHistory(tx, viewer, { ...filters, before }, BATCH);
    found.push(...page.events);
    for (const { rows } of page.events) changes += fieldCount(rows);
    if (found.length > max.events || changes > max.changes)
      throw new RuleError("historyTooMany", max);
    before = page.next;
    await new Promise((resolve) => setImmediate(resolve));
  } while (before !== null);
  return found;
}

function fieldCount(rows: HistoryEvent["rows"]): number {
  return rows.reduce((sum, { after }) => sum + Object.keys(after).length, 0);
}

/** Who may have acted on what the viewer sees, by name: to choose from. */
export async function listPeople(tx: Tx, viewer: Actor): Promise<{ id: number; name: string }[]> {
  const ownRegion =
    viewer.scope === "all" || viewer.regionCode === null
      ? undefined
      : or(eq(users.regionCode, viewer.regionCode), eq(users.scope, "all"));
  return tx
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(ownRegion)
    .orderBy(asc(users.name), asc(users.id))
    .limit(PEOPLE_MAX);
}

/**
 * The newest sequence numbers that the filters find. SQLite does not know which of several indexes finds few events and
 * which most of a million; so each question is walked along one index that has its order, and stops at the limit.
 */
async function seqsOf(
  tx: Tx,
  viewer: Actor,
  filters: HistoryFilters,
  limit: number,
): Promise<number[]> {
  const where = and(historyVisibleTo(viewer), await conditions(tx, viewer, filters));
  const silent = notInArray(events.action, SILENT_ACTIONS);
  if (filters.field !== null) {
    const found: number[] = [];
    for (const field of await notedAs(tx, filters.field)) {
      const walked = await seqs(
        tx,
        sql`SELECT found.seq FROM event_fields AS found CROSS JOIN ${events} ON ${events.seq} = found.seq
          WHERE found.field = ${field} ${before(sql`found.seq`, filters)} ${also(where)}
          ORDER BY found.seq DESC LIMIT ${limit}`,
      );
      found.push(...walked);
    }
    return newest(found, limit);
  }
  if (filters.source === null || filters.project !== null) {
    const ofSource = filters.source === null ? silent : sourceIs(filters.source);
    return seqs(
      tx,
      sql`SELECT ${events.seq} FROM ${events} WHERE ${ofSource} ${before(sql`${events.seq}`, filters)} ${also(where)}
        ORDER BY ${events.seq} DESC LIMIT ${limit}`,
    );
  }
  const found: number[] = [];
  for (const walk of walksOf(filters.source)) {
    const walked = await seqs(
      tx,
      sql`SELECT ${events.seq} FROM ${events} WHERE ${walk} ${before(sql`${events.seq}`, filters)} ${also(where)}
        ORDER BY ${events.seq} DESC LIMIT ${limit}`,
    );
    found.push(...walked);
  }
  return newest(found, limit);
}

function newest(found: number[], limit: number): number[] {
  return [...new Set(found)].sort((one, other) => other - one).slice(0, limit);
}

/**
 * What `event_fields` calls a change that is asked for: a field as it is; for a table its new rows and each of its
 * fields that ever changed, found by skipping along the index from one name to the next.
 */
async function notedAs(tx: Tx, field: string): Promise<string[]> {
  if (field.includes(".")) return [field];
  // What begins with the table's name and a dot: "/" is the sign after the dot.
  const names = await tx.values(sql`
    WITH RECURSIVE named(field) AS (
      SELECT min(field) FROM event_fields WHERE field > ${`${field}.`} AND field < ${`${field}/`}
      UNION ALL
      SELECT (SELECT min(e.field) FROM event_fields AS e WHERE e.field > named.field AND e.field < ${`${field}/`})
      FROM named WHERE named.field IS NOT NULL
    )
    SELECT field FROM named WHERE field IS NOT NULL`);
  return [field, ...names.map(([name]) => String(name))];
}

/** One action after the other, each along its index. */
function walksOf(source: NonNullable<HistoryFilters["source"]>): SQL[] {
  const own = actionsOf(source).map((action) => actionIs(action));
  if (source !== "import") {
    return own.map((walk) => sql`${walk} AND ${events.actorName} <> ${LOADER_NAME}`);
  }
  // What the loader of the data set does stands before the event that says it is done.
  return [
    ...own,
    sql`${byLoader()} AND ${notInArray(events.action, [...SILENT_ACTIONS, ...actionsOf("import")])}
      AND ${events.seq} < (SELECT max(seq) FROM events WHERE action = 'data_set.loaded')`,
  ];
}

function sourceIs(source: NonNullable<HistoryFilters["source"]>): SQL | undefined {
  const own = inArray(events.action, actionsOf(source));
  return source === "import"
    ? or(own, and(byLoader(), notInArray(events.action, SILENT_ACTIONS)))
    : and(own, sql`${events.actorName} <> ${LOADER_NAME}`);
}

function actionIs(action: EventAction): SQL {
  return sql`${events.action} = ${action}`;
}

function byLoader(): SQL {
  return sql`${events.actorName} = ${LOADER_NAME}`;
}

async function conditions(
  tx: Tx,
  viewer: Actor,
  { unit, person, project, field, source, from, to }: HistoryFilters,
): Promise<SQL | undefined> {
  const unitIds = unit
    ? (await matchUnits(tx, viewer, { unit, bracketed: false })).units.map(({ id }) => id)
    : null;
  return and(
    unitIds === null ? undefined : aboutUnits(unitIds),
    person === null ? undefined : eq(events.actorId, person),
    project === null ? undefined : eq(events.projectId, project),
    field !== null && source !== null ? sourceIs(source) : undefined,
    // The clock goes on with the numbers: the period is a span of numbers, and walks stop at its beginning.
    from === null ? undefined : sql`${events.seq} > ${await lastSeqBefore(tx, from)}`,
    to === null ? undefined : sql`${events.seq} <= ${await lastSeqOn(tx, to)}`,
  );
}

async function lastSeqBefore(tx: Tx, day: string): Promise<number> {
  const eve = new Date(Date.parse(`${day}T00:00:00.000Z`) - 86_400_000).toISOString().slice(0, 10);
  return lastSeqOn(tx, eve);
}

async function lastSeqOn(tx: Tx, day: string): Promise<number> {
  const [last] = await tx
    .select({ seq: events.seq })
    .from(events)
    .where(lt(events.recordedAt, `${endOfDay(day)}~`))
    .orderBy(desc(events.recordedAt), desc(events.seq))
    .limit(1);
  return last?.seq ?? 0;
}

function before(seq: SQL, filters: HistoryFilters): SQL {
  return filters.before === null ? sql`` : sql`AND ${seq} < ${filters.before}`;
}

function also(where: SQL | undefined): SQL {
  return where ? sql`AND ${where}` : sql``;
}

async function seqs(tx: Tx, query: SQL): Promise<number[]> {
  return (await tx.values(query)).map(([seq]) => Number(seq));
}
