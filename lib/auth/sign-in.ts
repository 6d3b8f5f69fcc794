import { createHash } from "node:crypto";
import { and, count, eq, gt, lt } from "drizzle-orm";
import { read, type Tx, type WriteTx } from "@/db/client";
import { credentials, signInFailures, users } from "@/db/schema";
import { record } from "@/lib/audit/change";
import { write } from "@/lib/audit/write";
import { RuleError } from "@/lib/errors";
import { type Actor, OPERATOR } from "./actor";
import { verifyPassword } from "./secret";
import { findViewer, startSession } from "./sessions";

export const LOCK_AFTER_FAILURES = 5;
export const LOCK_MINUTES = 15;

/** Whoever knocks: nobody yet. The name that was typed is never recorded. */
const STRANGER: Actor = { ...OPERATOR, name: "" };

/**
 * Signs a person in and returns the session's token. Throws RuleError `signInFailed` for a wrong name or password, and
 * `signInLocked` after five failures in 15 minutes, the right password included. Known and unknown names answer alike
 * and take equally long. `evaluation` accounts sign in only where the server is an evaluation.
 */
export async function signIn(
  input: { username: string; password: string },
  server: { evaluation: boolean },
): Promise<string> {
  const nameHash = createHash("sha256").update(input.username.trim().toLowerCase()).digest("hex");
  const account = await read((tx) => findAccount(tx, input.username));
  const usable = account && (server.evaluation || !account.evaluation) ? account : null;
  const matches = await verifyPassword(usable?.passwordHash ?? null, input.password);
  const token = await write(async (tx) => {
    if (await isLocked(tx, nameHash)) {
      await record(tx, STRANGER, { action: "account.sign_in_locked" });
      return "locked" as const;
    }
    if (!usable || !matches || !(await findViewer(tx, usable.id))) {
      await noteFailure(tx, nameHash);
      return "failed" as const;
    }
    return { token: await welcome(tx, usable.id, nameHash) };
  });
  if (token === "locked") throw new RuleError("signInLocked", { minutes: LOCK_MINUTES });
  if (token === "failed") throw new RuleError("signInFailed");
  return token.token;
}

/** Enters as a ready account of an evaluation, without a password. Throws RuleError where that is not offered. */
export async function enterEvaluation(
  username: string,
  server: { evaluation: boolean },
): Promise<string> {
  return write(async (tx) => {
    const account = server.evaluation ? await findAccount(tx, username) : undefined;
    if (!account?.evaluation || !(await findViewer(tx, account.id)))
      throw new RuleError("signInFailed");
    return welcome(tx, account.id, null);
  });
}

async function findAccount(tx: Tx, username: string) {
  const [account] = await tx
    .select({ id: users.id, evaluation: users.evaluation, passwordHash: credentials.passwordHash })
    .from(users)
    .leftJoin(credentials, eq(credentials.userId, users.id))
    .where(eq(users.username, username.trim().toLowerCase()));
  return account;
}

async function isLocked(tx: Tx, nameHash: string): Promise<boolean> {
  const [failures] = await tx
    .select({ n: count() })
    .from(signInFailures)
    .where(
      and(eq(signInFailures.nameHash, nameHash), gt(signInFailures.failedAt, lockWindow(tx.now))),
    );
  return (failures?.n ?? 0) >= LOCK_AFTER_FAILURES;
}

async function noteFailure(tx: WriteTx, nameHash: string): Promise<void> {
  await tx.delete(signInFailures).where(lt(signInFailures.failedAt, lockWindow(tx.now)));
  await tx.insert(signInFailures).values({ nameHash, failedAt: tx.now });
  await record(tx, STRANGER, { action: "account.sign_in_failed" });
}

async function welcome(tx: WriteTx, userId: number, nameHash: string | null): Promise<string> {
  if (nameHash) await tx.delete(signInFailures).where(eq(signInFailures.nameHash, nameHash));
  const viewer = await findViewer(tx, userId);
  if (!viewer) throw new RuleError("signInFailed");
  await record(tx, viewer, { action: "account.signed_in", regionCode: viewer.regionCode });
  return startSession(tx, userId);
}

function lockWindow(now: string): string {
  return new Date(Date.parse(now) - LOCK_MINUTES * 60_000).toISOString();
}
