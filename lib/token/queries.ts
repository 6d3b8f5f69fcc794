import { asc, eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { apiTokens, users } from "@/db/schema";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { tokenHash } from "@/lib/auth/secret";
import { findViewer } from "@/lib/auth/sessions";

const TOUCH_SECONDS = 60;

export type TokenEntry = {
  id: number;
  name: string;
  username: string;
  createdAt: string;
  lastUsedAt: string | null;
  revokedAt: string | null;
};

/** Every token, revoked ones included, without anything one could sign in with. */
export async function listTokens(tx: Tx, actor: Actor): Promise<TokenEntry[]> {
  assertCan(actor, "token.manage", { regionCode: null });
  return tx
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      username: users.username,
      createdAt: apiTokens.createdAt,
      lastUsedAt: apiTokens.lastUsedAt,
      revokedAt: apiTokens.revokedAt,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .orderBy(asc(apiTokens.id));
}

/**
 * Who a token speaks for, read anew on each request; null for a token that was never made. `refused` says why a known
 * one opens nothing: it was revoked, its person is disabled, or belongs to an evaluation and this server is none.
 * `stale` says that its use should be noted (`noteTokenUse`).
 */
export async function findToken(
  tx: Tx,
  token: string,
  server: { evaluation: boolean },
): Promise<KnownToken | null> {
  const [found] = await tx
    .select({
      id: apiTokens.id,
      name: apiTokens.name,
      userId: apiTokens.userId,
      lastUsedAt: apiTokens.lastUsedAt,
      revokedAt: apiTokens.revokedAt,
      evaluation: users.evaluation,
    })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(eq(apiTokens.tokenHash, tokenHash(token)));
  if (!found) return null;
  const stale = found.lastUsedAt === null || found.lastUsedAt < minuteBefore(tx.now);
  const open = found.revokedAt === null && (server.evaluation || !found.evaluation);
  const viewer = open ? await findViewer(tx, found.userId) : null;
  return { id: found.id, stale, viewer: viewer && { ...viewer, tokenName: found.name } };
}

/** `viewer` is null when the token is refused. */
export type KnownToken = { id: number; stale: boolean; viewer: Viewer | null };

function minuteBefore(now: string): string {
  return new Date(Date.parse(now) - TOUCH_SECONDS * 1000).toISOString();
}
