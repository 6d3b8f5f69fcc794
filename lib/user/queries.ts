import { and, asc, count, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { credentials, events, memberships, organizations, regions, users } from "@/db/schema";
import type { Role, Scope } from "@/db/vocabulary";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { countSessionsOf } from "@/lib/auth/sessions";
import { NotFoundError } from "@/lib/errors";

/** As many users as one page of the settings lists; a search finds the others. */
export const USERS_LISTED = 200;

export type UserSummary = {
  id: number;
  username: string;
  name: string;
  role: Role;
  scope: Scope;
  regionCode: string | null;
  region: string | null;
  units: string[];
  disabled: boolean;
  evaluation: boolean;
  /** Instant of the last good sign-in; null for never. */
  lastSignInAt: string | null;
};

/** The users whose name or user name contains `q`, by id, at most 200; `total` says how many there are. */
export async function listUsers(
  tx: Tx,
  actor: Actor,
  { q }: { q: string },
): Promise<{ users: UserSummary[]; total: number }> {
  assertCan(actor, "user.read", { regionCode: null });
  const where = q
    ? or(contains(users.username, q.toLowerCase()), contains(users.name, q))
    : undefined;
  const [counted] = await tx.select({ n: count() }).from(users).where(where);
  const rows = await summaries(tx, where);
  return { users: await withUnits(tx, rows), total: counted?.n ?? 0 };
}

/** One user as the administrator sees it. Throws NotFoundError. */
export async function getUser(tx: Tx, actor: Actor, id: number) {
  assertCan(actor, "user.read", { regionCode: null });
  const [user] = await withUnits(tx, await summaries(tx, eq(users.id, id)));
  const [row] = await tx
    .select({ version: users.version, mustChange: credentials.mustChange })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(eq(users.id, id));
  if (!user || !row) throw new NotFoundError();
  return {
    ...user,
    version: row.version,
    /** Null without a password, true while it is a one-time one. */
    mustChangePassword: row.mustChange,
    sessions: await countSessionsOf(tx, id),
  };
}

/** The id that a user name stands for, or null. */
export async function findUserId(tx: Tx, actor: Actor, username: string): Promise<number | null> {
  assertCan(actor, "user.read", { regionCode: null });
  const [user] = await tx.select({ id: users.id }).from(users).where(eq(users.username, username));
  return user?.id ?? null;
}

/** What the own account page shows beside the viewer: open sessions, and whether the account is a ready one. */
export async function getOwnAccount(tx: Tx, viewer: Viewer) {
  const [own] = await tx
    .select({ evaluation: users.evaluation, region: regions.name })
    .from(users)
    .leftJoin(regions, eq(regions.code, users.regionCode))
    .where(eq(users.id, viewer.id));
  return {
    evaluation: own?.evaluation ?? false,
    region: viewer.scope === "all" ? null : (own?.region ?? null),
    sessions: await countSessionsOf(tx, viewer.id),
  };
}

async function summaries(tx: Tx, where: SQL | undefined) {
  return tx
    .select({
      id: users.id,
      username: users.username,
      name: users.name,
      role: users.role,
      scope: users.scope,
      regionCode: users.regionCode,
      region: regions.name,
      disabled: users.disabled,
      evaluation: users.evaluation,
      lastSignInAt: sql<string | null>`(
        SELECT ${events.recordedAt} FROM ${events}
        WHERE ${events.actorId} = ${users.id} AND ${events.action} = 'account.signed_in'
        ORDER BY ${events.seq} DESC LIMIT 1)`,
    })
    .from(users)
    .leftJoin(regions, eq(regions.code, users.regionCode))
    .where(where)
    .orderBy(asc(users.id))
    .limit(USERS_LISTED);
}

async function withUnits(
  tx: Tx,
  rows: Awaited<ReturnType<typeof summaries>>,
): Promise<UserSummary[]> {
  const units = await tx
    .select({ userId: memberships.userId, name: organizations.name })
    .from(memberships)
    .innerJoin(organizations, eq(organizations.id, memberships.organizationId))
    .where(
      and(
        eq(memberships.active, true),
        inArray(
          memberships.userId,
          rows.map(({ id }) => id),
        ),
      ),
    );
  return rows.map((row) => ({
    ...row,
    units: units.filter(({ userId }) => userId === row.id).map(({ name }) => name),
  }));
}

function contains(column: typeof users.name | typeof users.username, q: string): SQL {
  return sql`${column} LIKE ${`%${q.replace(/[\\%_]/g, "\\$&")}%`} ESCAPE '\\'`;
}
