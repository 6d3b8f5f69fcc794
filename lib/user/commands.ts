import { and, eq } from "drizzle-orm";
import type { Tx, WriteTx } from "@/db/client";
import { credentials, users } from "@/db/schema";
import { added, change, changed, record } from "@/lib/audit/change";
import type { Actor, Viewer } from "@/lib/auth/actor";
import { passwordFault } from "@/lib/auth/password/password";
import { assertCan } from "@/lib/auth/permissions";
import { endSessionsOf, startSession } from "@/lib/auth/sessions";
import { ConflictError, NotFoundError, RuleError } from "@/lib/errors";
import type { NewUser, Preferences, RightsChange } from "./input";
import { assertSeparation, assertSoundRights, membershipRows } from "./rights";

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
  const [taken] = await tx.select().from(users).where(eq(users.username, input.username));
  if (taken) throw new RuleError("usernameTaken", { username: input.username }, "username");
  await assertSoundRights(tx, input);
  await assertSeparation(tx, { id: null, ...input });
  const { unitIds, ...person } = input;
  const user = await added(tx, "users", {
    ...person,
    theme: "system",
    disabled: false,
    evaluation: secret.evaluation ?? false,
  });
  const rows = [user, ...(await membershipRows(tx, user.id, unitIds))];
  await change(tx, actor, { action: "user.created", regionCode: input.regionCode, rows });
  if (secret.passwordHash) await storePassword(tx, user.id, secret.passwordHash, secret.mustChange);
  return user.id;
}

/**
 * Gives a person another role, scope, region or other units; ends the person's sessions, so that the next one begins
 * with the new rights. Throws ConflictError when somebody else changed the account since `version`.
 */
export async function changeRights(tx: WriteTx, actor: Actor, input: RightsChange): Promise<void> {
  const user = await findManageable(tx, actor, input.userId);
  if (user.version !== input.version) throw new ConflictError(user);
  await assertSoundRights(tx, input);
  await assertSeparation(tx, { id: user.id, name: user.name, role: input.role });
  const { role, scope, regionCode } = input;
  const rows = [
    changed("users", user, { role, scope, regionCode }),
    ...(await membershipRows(tx, user.id, input.unitIds)),
  ];
  await change(tx, actor, {
    action: "user.rights_changed",
    regionCode,
    rows,
    details: { username: user.username },
  });
  await endSessionsOf(tx, user.id);
}

/** Locks a person out at once, or lets in again. Nobody does this to the own account. */
export async function setUserDisabled(
  tx: WriteTx,
  actor: Actor,
  input: { userId: number; disabled: boolean },
): Promise<void> {
  const user = await findManageable(tx, actor, input.userId);
  if (user.disabled === input.disabled)
    throw new RuleError(input.disabled ? "userDisabledAlready" : "userEnabledAlready");
  if (!input.disabled) await assertSeparation(tx, user);
  await change(tx, actor, {
    action: input.disabled ? "user.disabled" : "user.enabled",
    regionCode: user.regionCode,
    rows: [changed("users", user, { disabled: input.disabled })],
    details: { username: user.username },
  });
  if (input.disabled) await endSessionsOf(tx, user.id);
}

/** Gives a person a one-time password, to be changed at the next sign-in; ends the person's sessions. */
export async function resetPassword(
  tx: WriteTx,
  actor: Actor,
  input: { userId: number; passwordHash: string },
): Promise<void> {
  const user = await findManageable(tx, actor, input.userId);
  if (user.evaluation) throw new RuleError("readyAccountHasNoPassword");
  await storePassword(tx, user.id, input.passwordHash, true);
  await endSessionsOf(tx, user.id);
  await record(tx, actor, {
    action: "account.password_reset",
    regionCode: user.regionCode,
    details: { userId: user.id, username: user.username },
  });
}

/** Signs another person out of every browser. */
export async function signUserOut(
  tx: WriteTx,
  actor: Actor,
  input: { userId: number },
): Promise<void> {
  const user = await findManageable(tx, actor, input.userId);
  const sessions = await endSessionsOf(tx, user.id);
  await record(tx, actor, {
    action: "account.sessions_ended",
    regionCode: user.regionCode,
    details: { userId: user.id, username: user.username, sessions },
  });
}

/** Signs oneself out of every browser, this one included. */
export async function signOutEverywhere(tx: WriteTx, viewer: Viewer): Promise<void> {
  assertOwn(viewer);
  const sessions = await endSessionsOf(tx, viewer.id);
  await record(tx, viewer, {
    action: "account.sessions_ended",
    regionCode: viewer.regionCode,
    details: { userId: viewer.id, username: viewer.username, sessions },
  });
}

/**
 * Changes the own password and ends every session of the person; returns the token of the new one. The old password was
 * checked by the caller. The ready accounts of an evaluation have none: RuleError `readyAccountHasNoPassword`.
 */
export async function changePassword(
  tx: WriteTx,
  viewer: Viewer,
  input: { password: string; passwordHash: string },
): Promise<string> {
  assertOwn(viewer);
  const user = await findUser(tx, viewer.id);
  if (user.evaluation) throw new RuleError("readyAccountHasNoPassword");
  const fault = passwordFault(input.password, viewer.username);
  if (fault) throw new RuleError(fault, {}, "newPassword");
  await storePassword(tx, viewer.id, input.passwordHash, false);
  await endSessionsOf(tx, viewer.id);
  await record(tx, viewer, { action: "account.password_changed", regionCode: viewer.regionCode });
  return startSession(tx, viewer.id);
}

/** Language and colours, kept with the account. Leaves no event when they are so already. */
export async function changePreferences(
  tx: WriteTx,
  viewer: Viewer,
  input: Preferences,
): Promise<void> {
  assertOwn(viewer);
  const user = await findUser(tx, viewer.id);
  const wanted = { locale: input.locale ?? user.locale, theme: input.theme ?? user.theme };
  if (wanted.locale === user.locale && wanted.theme === user.theme) return;
  await change(tx, viewer, {
    action: "account.preferences_changed",
    regionCode: viewer.regionCode,
    rows: [changed("users", user, wanted)],
  });
}

/**
 * For a server that has become production: the ready accounts of the evaluation are disabled and their sessions end,
 * so that neither a session nor a token of theirs is worth anything. Returns how many there were.
 */
export async function retireEvaluationAccounts(tx: WriteTx, actor: Actor): Promise<number> {
  const ready = await tx
    .select({ id: users.id })
    .from(users)
    .where(and(eq(users.evaluation, true), eq(users.disabled, false)));
  for (const { id } of ready) await setUserDisabled(tx, actor, { userId: id, disabled: true });
  return ready.length;
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

function assertOwn(viewer: Viewer): void {
  assertCan(viewer, "account.use", { regionCode: viewer.regionCode, userId: viewer.id });
}

async function findManageable(tx: Tx, actor: Actor, userId: number) {
  const user = await findUser(tx, userId);
  assertCan(actor, "user.manage", { regionCode: user.regionCode, userId: user.id });
  return user;
}

async function findUser(tx: Tx, userId: number) {
  const [user] = await tx.select().from(users).where(eq(users.id, userId));
  if (!user) throw new NotFoundError();
  return user;
}
