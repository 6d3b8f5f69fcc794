import { and, count, eq, gt, inArray, lt, or, type SQL } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { credentials, memberships, organizations, sessions, users } from "@/db/schema";
import { record } from "@/lib/audit/change";
import { sameBodies } from "@/lib/organization/names";
import type { Viewer } from "./actor";
import { hasRunOut, rotationDays } from "./password-rotation";
import { randomToken, tokenHash } from "./secret";

export const IDLE_MINUTES = 30;
export const ABSOLUTE_HOURS = 12;
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
  await tx
    .delete(sessions)
    .where(
      or(
        replaces ? eq(sessions.tokenHash, tokenHash(replaces)) : undefined,
        lt(sessions.lastSeenAt, earlier(tx.now, IDLE_MINUTES * 60)),
        lt(sessions.createdAt, earlier(tx.now, ABSOLUTE_HOURS * 3600)),
      ),
    );
  await tx
    .insert(sessions)
    .values({ tokenHash: tokenHash(token), userId, createdAt: tx.now, lastSeenAt: tx.now });
  return token;
}

/**
 * Who the token belongs to, read anew on each request, so that a disabled user or a changed role counts at once.
 * Null when there is no such session, it has been idle for 30 minutes or is 12 hours old, or the user is disabled.
 * `stale` says that the last use should be noted (`touchSession`).
 */
export async function findSession(
  tx: Tx,
  token: string,
): Promise<{ viewer: Viewer; stale: boolean } | null> {
  const [session] = await tx
    .select()
    .from(sessions)
    .where(and(eq(sessions.tokenHash, tokenHash(token)), isOpen(tx)));
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
  const [open] = await tx
    .select({ n: count() })
    .from(sessions)
    .where(and(eq(sessions.userId, userId), isOpen(tx)));
  return open?.n ?? 0;
}

/** An enabled user with rights as they are now; null when there is none. */
export async function findViewer(tx: Tx, userId: number): Promise<Viewer | null> {
  const [row] = await tx
    .select({
      user: users,
      mustChange: credentials.mustChange,
      changedAt: credentials.changedAt,
    })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(and(eq(users.id, userId), eq(users.disabled, false)));
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

function isOpen(tx: Tx): SQL | undefined {
  return and(
    gt(sessions.lastSeenAt, earlier(tx.now, IDLE_MINUTES * 60)),
    gt(sessions.createdAt, earlier(tx.now, ABSOLUTE_HOURS * 3600)),
  );
}

function earlier(now: string, seconds: number): string {
  return new Date(Date.parse(now) - seconds * 1000).toISOString();
}
