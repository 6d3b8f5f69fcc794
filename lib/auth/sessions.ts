import { and, count, eq, gt, inArray, lte, or, sql } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { credentials, memberships, organizations, sessions, users } from "@/db/schema";
import { prepared } from "@/db/sql/prepared";
import { record } from "@/lib/audit/change";
import { sameBodies } from "@/lib/organization/names";
import { loadRetention } from "@/lib/retention/queries";
import type { Viewer } from "./actor";
import { hasRunOut, rotationDays } from "./password/password-rotation";
import { randomToken, tokenHash } from "./secret";

const TOUCH_SECONDS = 60;

/**
 * A new session for a user; returns the token for the cookie. Only its hash is stored. Sessions that have run out are
 * removed, and the one of `replaces`, the token the browser held before.
 */
export async function startSession(
  tx: WriteTx,
  userId: number,
  replaces?: string,
): Promise<string> {
  const token = randomToken();
  await removeEndedSessions(tx);
  if (replaces) await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(replaces)));
  await tx
    .insert(sessions)
    .values({ tokenHash: tokenHash(token), userId, createdAt: tx.now, lastSeenAt: tx.now });
  return token;
}

/** Forgets sessions that have been idle too long or are too old. */
export async function removeEndedSessions(tx: WriteTx): Promise<void> {
  const { idleSince, madeBefore } = await limits(tx);
  await tx
    .delete(sessions)
    .where(or(lte(sessions.lastSeenAt, idleSince), lte(sessions.createdAt, madeBefore)));
}

/**
 * Who the token belongs to, read anew on each request, so that a disabled user or a changed role counts at once.
 * Null when there is no such session, it has been idle or is there for longer than sessions are kept, or the user is disabled.
 * `stale` says that the last use should be noted (`touchSession`).
 */
export async function findSession(
  tx: Tx,
  token: string,
): Promise<{ viewer: Viewer; stale: boolean } | null> {
  const query = prepared(tx, "session by token", () =>
    tx
      .select()
      .from(sessions)
      .where(and(eq(sessions.tokenHash, sql.placeholder("tokenHash")), IS_OPEN))
      .prepare(),
  );
  const session = query.get({ tokenHash: tokenHash(token), ...(await limits(tx)) });
  if (!session) return null;
  const viewer = await findViewer(tx, session.userId);
  return viewer && { viewer, stale: session.lastSeenAt < earlier(tx.now, TOUCH_SECONDS) };
}

export async function touchSession(tx: WriteTx, token: string): Promise<void> {
  await tx
    .update(sessions)
    .set({ lastSeenAt: tx.now })
    .where(eq(sessions.tokenHash, tokenHash(token)));
}

export async function endSession(tx: WriteTx, viewer: Viewer, token: string): Promise<void> {
  await tx.delete(sessions).where(eq(sessions.tokenHash, tokenHash(token)));
  await record(tx, viewer, { action: "account.signed_out", regionCode: viewer.regionCode });
}

/** Ends every session of a user; returns how many there were. */
export async function endSessionsOf(tx: WriteTx, userId: number): Promise<number> {
  const ended = await tx.delete(sessions).where(eq(sessions.userId, userId));
  return ended.changes;
}

/** How many sessions of a user are open at this moment. */
export async function countSessionsOf(tx: Tx, userId: number): Promise<number> {
  const query = tx
    .select({ n: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), IS_OPEN))
    .prepare();
  return query.get(await limits(tx))?.n ?? 0;
}

/** An enabled user with rights as they are now; null when there is none. */
export async function findViewer(tx: Tx, userId: number): Promise<Viewer | null> {
  const query = prepared(tx, "viewer by id", () =>
    tx
      .select({
        user: users,
        mustChange: credentials.mustChange,
        changedAt: credentials.changedAt,
      })
      .from(users)
      .leftJoin(credentials, eq(credentials.userId, users.id))
      .where(and(eq(users.id, sql.placeholder("id")), eq(users.disabled, false)))
      .prepare(),
  );
  const row = query.get({ id: userId });
  if (!row) return null;
  const { user } = row;
  const units = user.role === "manager" ? await unitsOf(tx, user.id) : [];
  const runOut = row.changedAt !== null && hasRunOut(row.changedAt, await rotationDays(tx), tx.now);
  return {
    kind: user.role,
    id: user.id,
    username: user.username,
    name: user.name,
    scope: user.scope,
    regionCode: user.regionCode,
    locale: user.locale,
    theme: user.theme,
    unitIds: units.map(({ id }) => id),
    unitNames: units.filter(({ alias }) => !alias).map(({ name }) => name),
    mustChangePassword: (row.mustChange ?? false) || runOut,
  };
}

/** The units a manager reports for: those given, and their names that a person has confirmed or merged. */
async function unitsOf(tx: Tx, userId: number) {
  const given = await tx
    .select({ id: memberships.organizationId })
    .from(memberships)
    .where(and(eq(memberships.userId, userId), eq(memberships.active, true)));
  const own = given.map(({ id }) => id);
  const units = await tx
    .select({ id: organizations.id, name: organizations.name })
    .from(organizations)
    .where(inArray(organizations.id, await sameBodies(tx, own)));
  return units
    .map((unit) => ({ ...unit, alias: !own.includes(unit.id) }))
    .sort((one, other) => Number(one.alias) - Number(other.alias) || one.id - other.id);
}

const IS_OPEN = and(
  gt(sessions.lastSeenAt, sql.placeholder("idleSince")),
  gt(sessions.createdAt, sql.placeholder("madeBefore")),
);

async function limits(tx: Tx): Promise<{ idleSince: string; madeBefore: string }> {
  const { sessionIdleMinutes, sessionHours } = await loadRetention(tx);
  return {
    idleSince: earlier(tx.now, sessionIdleMinutes * 60),
    madeBefore: earlier(tx.now, sessionHours * 3600),
  };
}

function earlier(now: string, seconds: number): string {
  return new Date(Date.parse(now) - seconds * 1000).toISOString();
}
