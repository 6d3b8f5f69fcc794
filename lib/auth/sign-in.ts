import { createHash } from "node:crypto";
import { desc, eq, lt } from "drizzle-orm";
import { read, type Tx, type WriteTx } from "@/db/client";
import { credentials, signInFailures, users } from "@/db/schema";
import { record } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { RuleError } from "@/lib/errors";
import { type Actor, STRANGER, type Viewer } from "./actor";
import { verifyPassword } from "./secret";
import { findViewer, startSession } from "./sessions";

export const LOCK_AFTER_FAILURES = 5;
export const LOCK_MINUTES = 15;
export const ONE_TIME_PASSWORD_HOURS = 72;

/** `token` goes into the cookie and nowhere else. */
export type SignedIn = { token: string; viewer: Viewer };
type Server = { evaluation: boolean };

/**
 * Signs a person in. Throws RuleError `signInFailed` for a wrong name or password, and `signInLocked` for 15 minutes
 * after the fifth failure in 15 minutes, the right password included. Known and unknown names answer alike and take
 * equally long. The session of `replaces`, the token that the browser held before, ends. `evaluation` accounts sign in only where the server is an evaluation; a one-time password is good for
 * 72 hours.
 */
export async function signIn(
  input: { username: string; password: string; replaces?: string },
  server: Server,
): Promise<SignedIn> {
  const nameHash = hashOfName(input.username);
  const account = await read((tx) => findAccount(tx, input.username, server));
  const matches = await verifyPassword(account?.passwordHash ?? null, input.password);
  return entering(async (tx) => {
    if (await isLocked(tx, nameHash)) {
      await record(tx, STRANGER, { action: "account.sign_in_locked" });
      return "signInLocked";
    }
    const viewer = account && matches ? await findViewer(tx, account.id) : null;
    if (!viewer) {
      await noteFailure(tx, nameHash);
      return "signInFailed";
    }
    await tx.delete(signInFailures).where(eq(signInFailures.nameHash, nameHash));
    return welcome(tx, viewer, input.replaces);
  });
}

/** Enters as a ready account of an evaluation, without a password. Throws RuleError where that is not offered. */
export async function enterEvaluation(
  input: { username: string; replaces?: string },
  server: Server,
): Promise<SignedIn> {
  return entering(async (tx) => {
    const account = server.evaluation ? await findAccount(tx, input.username, server) : null;
    const viewer = account?.evaluation ? await findViewer(tx, account.id) : null;
    if (viewer) return welcome(tx, viewer, input.replaces);
    await record(tx, STRANGER, { action: "account.sign_in_failed" });
    return "signInFailed";
  });
}

/**
 * Makes sure that whoever holds the session knows the password. Throws RuleError `passwordWrong`, and counts towards
 * the lock like a failed sign-in, so that a borrowed browser cannot guess on.
 */
export async function confirmPassword(viewer: Viewer, password: string): Promise<void> {
  const nameHash = hashOfName(viewer.username);
  const account = await read((tx) => findAccount(tx, viewer.username, { evaluation: true }));
  const matches = await verifyPassword(account?.passwordHash ?? null, password);
  const fault = await write(async (tx) => {
    if (await isLocked(tx, nameHash)) return "signInLocked";
    if (matches) return null;
    await noteFailure(tx, nameHash, viewer);
    return "passwordWrong";
  });
  if (fault) throw new RuleError(fault, { minutes: LOCK_MINUTES }, "currentPassword");
}

/** A refusal is committed, with its event, before it is thrown. */
async function entering(
  attempt: (tx: WriteTx) => Promise<SignedIn | "signInFailed" | "signInLocked">,
): Promise<SignedIn> {
  const outcome = await write(attempt);
  if (typeof outcome === "string") throw new RuleError(outcome, { minutes: LOCK_MINUTES });
  return outcome;
}

async function findAccount(tx: Tx, username: string, server: Server) {
  const [account] = await tx
    .select({
      id: users.id,
      evaluation: users.evaluation,
      passwordHash: credentials.passwordHash,
      mustChange: credentials.mustChange,
      changedAt: credentials.changedAt,
    })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(eq(users.username, username.trim().toLowerCase()));
  if (!account || (account.evaluation && !server.evaluation)) return null;
  const expired =
    account.mustChange && (account.changedAt ?? "") < earlier(tx.now, ONE_TIME_PASSWORD_HOURS * 60);
  return expired ? null : account;
}

/** Locked for the 15 minutes after a failure that was the fifth within 15 minutes. Attempts while locked do not count. */
async function isLocked(tx: Tx, nameHash: string): Promise<boolean> {
  const failures = await tx
    .select({ at: signInFailures.failedAt })
    .from(signInFailures)
    .where(eq(signInFailures.nameHash, nameHash))
    .orderBy(desc(signInFailures.failedAt))
    .limit(LOCK_AFTER_FAILURES);
  const last = failures[0];
  const fifth = failures[LOCK_AFTER_FAILURES - 1];
  return (
    last !== undefined &&
    fifth !== undefined &&
    last.at > earlier(tx.now, LOCK_MINUTES) &&
    fifth.at > earlier(last.at, LOCK_MINUTES)
  );
}

async function noteFailure(tx: WriteTx, nameHash: string, actor: Actor = STRANGER): Promise<void> {
  await removeOldFailures(tx);
  await tx.insert(signInFailures).values({ nameHash, failedAt: tx.now });
  await record(tx, actor, { action: "account.sign_in_failed", regionCode: actor.regionCode });
}

/** Failures are kept as long as they can lock an account. */
export async function removeOldFailures(tx: WriteTx): Promise<void> {
  await tx
    .delete(signInFailures)
    .where(lt(signInFailures.failedAt, earlier(tx.now, 2 * LOCK_MINUTES)));
}

function hashOfName(username: string): string {
  return createHash("sha256").update(username.trim().toLowerCase()).digest("hex");
}

async function welcome(tx: WriteTx, viewer: Viewer, replaces?: string): Promise<SignedIn> {
  await record(tx, viewer, { action: "account.signed_in", regionCode: viewer.regionCode });
  return { token: await startSession(tx, viewer.id, replaces), viewer };
}

function earlier(moment: string, minutes: number): string {
  return new Date(Date.parse(moment) - minutes * 60_000).toISOString();
}
