import { eq } from "drizzle-orm";
import { DatabaseBusyError, read, transact, type WriteTx } from "@/db/client";
import { apiTokens, users } from "@/db/schema";
import { record } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { type Actor, STRANGER, type Viewer } from "@/lib/auth/actor";
import { assertCan } from "@/lib/auth/permissions";
import { tokenHash } from "@/lib/auth/secret";
import { NotFoundError, RuleError } from "@/lib/errors";
import { approves } from "@/lib/user/rights";
import type { NewToken } from "./input";
import { findToken, type KnownToken } from "./queries";
import { newToken } from "./token";

/** Makes a token that carries the rights of one person. The answer is the only place where it is ever readable. */
export async function createToken(
  tx: WriteTx,
  actor: Actor,
  input: NewToken,
): Promise<{ id: number; token: string }> {
  const [user] = await tx.select().from(users).where(eq(users.username, input.username));
  assertCan(actor, "token.manage", { regionCode: user?.regionCode ?? null });
  if (!user) throw new RuleError("userUnknown", { username: input.username }, "username");
  if (user.disabled) throw new RuleError("userDisabled", { username: input.username }, "username");
  // Whoever makes a token sees it: an administrator could approve with it.
  if (actor.kind === "administrator" && approves(user.role))
    throw new RuleError("tokenOfApprover", { username: input.username }, "username");
  const token = newToken();
  const [row] = await tx
    .insert(apiTokens)
    .values({
      userId: user.id,
      name: input.name,
      tokenHash: tokenHash(token),
      createdAt: tx.now,
    })
    .returning({ id: apiTokens.id });
  if (!row) throw new Error("The database gave the new token no id.");
  await record(tx, actor, {
    action: "token.created",
    regionCode: user.regionCode,
    details: { tokenId: row.id, name: input.name, username: user.username },
  });
  return { id: row.id, token };
}

/** Ends a token for good, from the next request on. Revoking it again changes nothing. */
export async function revokeToken(
  tx: WriteTx,
  actor: Actor,
  input: { tokenId: number },
): Promise<void> {
  const [found] = await tx
    .select({ token: apiTokens, username: users.username, regionCode: users.regionCode })
    .from(apiTokens)
    .innerJoin(users, eq(users.id, apiTokens.userId))
    .where(eq(apiTokens.id, input.tokenId));
  assertCan(actor, "token.manage", { regionCode: found?.regionCode ?? null });
  if (!found) throw new NotFoundError();
  if (found.token.revokedAt !== null) return;
  await tx.update(apiTokens).set({ revokedAt: tx.now }).where(eq(apiTokens.id, input.tokenId));
  await record(tx, actor, {
    action: "token.revoked",
    regionCode: found.regionCode,
    details: { tokenId: input.tokenId, name: found.token.name, username: found.username },
  });
}

/**
 * The person a bearer token speaks for, or null. A known token that is refused (revoked, or its person disabled) leaves
 * an event, and each use is noted: both at most once a minute, so that a machine which keeps asking does not fill the
 * ledger. Tokens that never existed leave nothing.
 */
export async function authenticate(
  token: string,
  server: { evaluation: boolean },
): Promise<Viewer | null> {
  const known = await read((tx) => findToken(tx, token, server));
  if (known?.stale && known.viewer) await noteUse(known);
  if (known?.stale && !known.viewer) await write((tx) => recordRefusal(tx, known));
  return known?.viewer ?? null;
}

/** Reading goes on while another process holds the database. */
async function noteUse(known: KnownToken): Promise<void> {
  try {
    await transact((tx) => noteTokenUse(tx, known));
  } catch (error) {
    if (!(error instanceof DatabaseBusyError)) throw error;
  }
}

async function noteTokenUse(tx: WriteTx, { id }: KnownToken): Promise<void> {
  await tx.update(apiTokens).set({ lastUsedAt: tx.now }).where(eq(apiTokens.id, id));
}

async function recordRefusal(tx: WriteTx, known: KnownToken): Promise<void> {
  await noteTokenUse(tx, known);
  await record(tx, STRANGER, { action: "token.refused", details: { tokenId: known.id } });
}
