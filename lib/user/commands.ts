import { eq } from "drizzle-orm";
import type { WriteTx } from "@/db/client";
import { credentials, users } from "@/db/schema";
import { added, change, changed, type RowChange, record } from "@/lib/audit/change";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { passwordFault } from "@/lib/auth/password";
import { assertCan } from "@/lib/auth/permissions";
import { endSessionsOf } from "@/lib/auth/sessions";
import { NotFoundError, RuleError } from "@/lib/errors";
import { findRegion } from "@/lib/region/queries";
import type { NewUser, Preferences } from "./input";

/**
 * Adds a person; returns the id. `passwordHash` null leaves the account without a password (evaluation only).
 * Managers and reviewers are bound to one region; leaders and auditors may see all; administrators see none.
 */
export async function createUser(
  tx: WriteTx,
  actor: Actor,
  input: NewUser,
  secret: { passwordHash: string | null; mustChange: boolean; evaluation?: boolean },
): Promise<number> {
  assertCan(actor, "user.create", { regionCode: input.regionCode });
  await assertSound(tx, input);
  const { unitIds, ...person } = input;
  const user = await added(tx, "users", {
    ...person,
    theme: "system",
    disabled: false,
    evaluation: secret.evaluation ?? false,
  });
  const rows: RowChange[] = [user];
  for (const [at, organizationId] of unitIds.entries()) {
    rows.push(
      await added(tx, "memberships", { userId: user.id, organizationId, active: true }, at),
    );
  }
  await change(tx, actor, { action: "user.created", regionCode: input.regionCode, rows });
  if (secret.passwordHash) {
    await tx.insert(credentials).values({
      userId: user.id,
      passwordHash: secret.passwordHash,
      changedAt: tx.now,
      mustChange: secret.mustChange,
    });
  }
  return user.id;
}

async function assertSound(tx: WriteTx, input: NewUser): Promise<void> {
  const [taken] = await tx.select().from(users).where(eq(users.username, input.username));
  if (taken) throw new RuleError("usernameTaken", { username: input.username }, "username");
  const bound = input.role === "manager" || input.role === "reviewer";
  if (bound && input.scope === "all") throw new RuleError("scopeAllForReaders", {}, "scope");
  if (input.role !== "administrator" && input.scope === "region" && input.regionCode === null) {
    throw new RuleError("regionRequired", {}, "regionCode");
  }
  if (input.regionCode !== null && !(await findRegion(tx, input.regionCode))) {
    throw new RuleError("regionUnknown", { code: input.regionCode }, "regionCode");
  }
  if ((input.role === "manager") !== input.unitIds.length > 0)
    throw new RuleError("unitsForManagers", {}, "unitIds");
}

/** Locks a person out at once, or lets in again. Nobody does this to the own account. */
export async function setUserDisabled(
  tx: WriteTx,
  actor: Actor,
  input: { userId: number; disabled: boolean },
): Promise<void> {
  const user = await findUser(tx, input.userId);
  assertCan(actor, "user.manage", { regionCode: user.regionCode, userId: user.id });
  await change(tx, actor, {
    action: input.disabled ? "user.disabled" : "user.enabled",
    regionCode: user.regionCode,
    rows: [changed("users", user, { disabled: input.disabled })],
  });
  if (input.disabled) await endSessionsOf(tx, user.id);
}

/** Gives a person a one-time password, to be changed at the next sign-in; ends the person's sessions. */
export async function resetPassword(
  tx: WriteTx,
  actor: Actor,
  input: { userId: number; passwordHash: string },
): Promise<void> {
  const user = await findUser(tx, input.userId);
  assertCan(actor, "user.manage", { regionCode: user.regionCode, userId: user.id });
  await storePassword(tx, user.id, input.passwordHash, true);
  await endSessionsOf(tx, user.id);
  await record(tx, actor, {
    action: "account.password_reset",
    details: { userId: user.id, username: user.username },
  });
}

/** Changes the own password; every other session of the person ends. The old one was checked by the caller. */
export async function changePassword(
  tx: WriteTx,
  viewer: Viewer,
  input: { password: string; passwordHash: string; keepToken: string },
): Promise<void> {
  assertCan(viewer, "account.use", { regionCode: viewer.regionCode, userId: viewer.id });
  const fault = passwordFault(input.password, viewer.username);
  if (fault) throw new RuleError(fault, {}, "password");
  await storePassword(tx, viewer.id, input.passwordHash, false);
  await endSessionsOf(tx, viewer.id, input.keepToken);
  await record(tx, viewer, { action: "account.password_changed", regionCode: viewer.regionCode });
}

/** Language and colours, kept with the account. */
export async function changePreferences(
  tx: WriteTx,
  viewer: Viewer,
  input: Preferences,
): Promise<void> {
  assertCan(viewer, "account.use", { regionCode: viewer.regionCode, userId: viewer.id });
  const user = await findUser(tx, viewer.id);
  await change(tx, viewer, {
    action: "account.preferences_changed",
    regionCode: viewer.regionCode,
    rows: [changed("users", user, input)],
  });
}

async function storePassword(
  tx: WriteTx,
  userId: number,
  passwordHash: string,
  mustChange: boolean,
): Promise<void> {
  const values = { passwordHash, mustChange, changedAt: tx.now };
  await tx
    .insert(credentials)
    .values({ userId, ...values })
    .onConflictDoUpdate({ target: credentials.userId, set: values });
}

async function findUser(tx: WriteTx, userId: number) {
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  if (!user) throw new NotFoundError();
  return user;
}
