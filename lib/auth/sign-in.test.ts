import { desc } from "drizzle-orm";
import { afterEach, beforeAll, expect, test } from "vitest";
import { closeDatabase, openDatabase, read, setClock } from "@/db/client";
import { events, sessions, signInFailures } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { RuleError } from "@/lib/errors";
import { TODAY, testLedger } from "@/lib/test-ledger";
import { changeRights, createUser, setUserDisabled, signOutEverywhere } from "@/lib/user/commands";
import { OPERATOR } from "./actor";
import { hashPassword, tokenHash } from "./secret";
import { findSession, touchSession } from "./sessions";
import { enterEvaluation, signIn } from "./sign-in";

const ledger = testLedger();
const PASSWORD = "林间小路 通向 远山 2026";
const PRODUCTION = { evaluation: false };
let userId = 0;

beforeAll(async () => {
  const passwordHash = await hashPassword(PASSWORD);
  userId = await write((tx) =>
    createUser(
      tx,
      OPERATOR,
      {
        username: "wang",
        name: "王审核",
        role: "reviewer",
        scope: "region",
        regionCode: "500229",
        unitIds: [],
        locale: "zh-CN",
      },
      { passwordHash, mustChange: false },
    ),
  );
});

afterEach(() => at(0));

/** Minutes after the fixed moment at which the ledger of this file began. */
function at(minutes: number): void {
  setClock(() => new Date(Date.parse(`${TODAY}T02:00:00.000Z`) + minutes * 60_000));
}

async function attempt(password: string, username = "wang"): Promise<string> {
  try {
    return (await signIn({ username, password }, PRODUCTION)).token;
  } catch (error) {
    if (error instanceof RuleError) return error.key;
    throw error;
  }
}

async function lastActions(limit: number): Promise<string[]> {
  const rows = await read((tx) =>
    tx.select({ action: events.action }).from(events).orderBy(desc(events.seq)).limit(limit),
  );
  return rows.map(({ action }) => action);
}

test("the right password opens a session of which only the hash is stored, and leaves one event", async () => {
  const { token, viewer } = await signIn({ username: " Wang ", password: PASSWORD }, PRODUCTION);
  expect(viewer.name).toBe("王审核");
  expect(Buffer.from(token, "base64url")).toHaveLength(32);
  await read(async (tx) => {
    const stored = JSON.stringify(await tx.select().from(sessions));
    expect(stored).toContain(tokenHash(token));
    expect(stored).not.toContain(token);
    const log = JSON.stringify(await tx.select().from(events));
    expect(log).not.toContain(token);
    expect(log).not.toContain(tokenHash(token));
    expect(log).not.toContain(PASSWORD);
  });
  expect(await lastActions(1)).toEqual(["account.signed_in"]);
});

test("each sign-in has a token of its own, and ends the session the browser held before", async () => {
  const first = await signIn({ username: "wang", password: PASSWORD }, PRODUCTION);
  const second = await signIn(
    { username: "wang", password: PASSWORD, replaces: first.token },
    PRODUCTION,
  );
  expect(second.token).not.toBe(first.token);
  expect(await read((tx) => findSession(tx, first.token))).toBeNull();
  expect(await read((tx) => findSession(tx, second.token))).not.toBeNull();
});

test("a wrong password and an unknown name get the same answer, and the name is not recorded", async () => {
  expect(await attempt("wrong password")).toBe("signInFailed");
  expect(await attempt("wrong password", "nobody-of-this-name")).toBe("signInFailed");
  const [event] = await read((tx) => tx.select().from(events).orderBy(desc(events.seq)).limit(1));
  expect(event).toMatchObject({ action: "account.sign_in_failed", actorId: null, actorName: "" });
  expect(event?.payload).toContain('"stranger"');
  expect(event?.payload).not.toContain("nobody");
});

test("five failures lock the account for 15 minutes, also for the right password and after a restart", async () => {
  at(100);
  for (let n = 0; n < 4; n += 1) expect(await attempt("wrong")).toBe("signInFailed");
  at(110);
  expect(await attempt("wrong")).toBe("signInFailed");
  expect(await attempt(PASSWORD)).toBe("signInLocked");
  expect(await lastActions(1)).toEqual(["account.sign_in_locked"]);
  closeDatabase();
  openDatabase(`${ledger.directory()}/ledger.db`);
  at(124);
  expect(await attempt(PASSWORD)).toBe("signInLocked");
  at(126);
  expect(await attempt(PASSWORD)).not.toMatch(/^signIn/);
});

test("an unknown name locks alike", async () => {
  at(200);
  for (let n = 0; n < 5; n += 1) await attempt("wrong", "ghost");
  expect(await attempt("wrong", "ghost")).toBe("signInLocked");
});

test("four failures and a good sign-in begin the count anew", async () => {
  at(300);
  for (let n = 0; n < 4; n += 1) await attempt("wrong");
  await attempt(PASSWORD);
  for (let n = 0; n < 4; n += 1) expect(await attempt("wrong")).toBe("signInFailed");
  expect(await attempt(PASSWORD)).not.toMatch(/^signIn/);
});

test("failures that are long past are forgotten", async () => {
  at(400);
  await attempt("wrong", "ghost");
  at(440);
  await attempt("wrong", "phantom");
  expect(await read((tx) => tx.select().from(signInFailures))).toHaveLength(1);
});

test("a session ends after 30 idle minutes, and after 12 hours however much it is used", async () => {
  at(500);
  const { token } = await signIn({ username: "wang", password: PASSWORD }, PRODUCTION);
  const alive = () => read((tx) => findSession(tx, token));
  at(529);
  expect(await alive()).toMatchObject({ stale: true });
  at(531);
  expect(await alive()).toBeNull();
  for (let minute = 500; minute < 500 + 720; minute += 20) {
    at(minute);
    expect(await alive()).not.toBeNull();
    await write((tx) => touchSession(tx, token));
  }
  at(500 + 719);
  expect(await alive()).not.toBeNull();
  at(500 + 721);
  expect(await alive()).toBeNull();
});

test("a session is noted as used at most once a minute", async () => {
  at(1300);
  const { token } = await signIn({ username: "wang", password: PASSWORD }, PRODUCTION);
  at(1300.9);
  expect(await read((tx) => findSession(tx, token))).toMatchObject({ stale: false });
  at(1301.1);
  expect(await read((tx) => findSession(tx, token))).toMatchObject({ stale: true });
});

test("disabling a user, changing the rights and signing out everywhere count at once", async () => {
  const administrator = await ledger.viewer("administrator");
  const enter = async () =>
    (await signIn({ username: "wang", password: PASSWORD }, PRODUCTION)).token;
  const alive = (token: string) => read((tx) => findSession(tx, token));
  const toggled = await enter();
  await write((tx) => setUserDisabled(tx, administrator, { userId, disabled: true }));
  expect(await alive(toggled)).toBeNull();
  expect(await attempt(PASSWORD)).toBe("signInFailed");
  await write((tx) => setUserDisabled(tx, administrator, { userId, disabled: false }));
  const changed = await enter();
  const version = 3;
  await write((tx) =>
    changeRights(tx, administrator, {
      userId,
      version,
      role: "auditor",
      scope: "all",
      regionCode: null,
      unitIds: [],
    }),
  );
  expect(await alive(changed)).toBeNull();
  const again = await enter();
  const session = await alive(again);
  expect(session?.viewer).toMatchObject({ kind: "auditor", scope: "all" });
  if (session) await write((tx) => signOutEverywhere(tx, session.viewer));
  expect(await alive(again)).toBeNull();
  expect(await lastActions(1)).toEqual(["account.sessions_ended"]);
});

test("ready accounts enter an evaluation only", async () => {
  const { viewer } = await enterEvaluation({ username: "reviewer" }, { evaluation: true });
  expect(viewer.kind).toBe("reviewer");
  for (const username of ["reviewer", "wang"]) {
    await expect(enterEvaluation({ username }, PRODUCTION)).rejects.toThrow("signInFailed");
  }
  await expect(enterEvaluation({ username: "wang" }, { evaluation: true })).rejects.toThrow(
    "signInFailed",
  );
});
