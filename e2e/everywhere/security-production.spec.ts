import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect } from "@playwright/test";
import Database from "better-sqlite3";
import { ACTIONS } from "../entrances/entrances";
import { actionCall } from "../support/action-call";
import { failToStart, type RunningServer, send, startServer } from "../support/server";

const ORIGIN = "https://ledger.example";

/** A folder for the data and a key outside it; a helper that ends the servers it started. */
const test = base.extend<{
  place: { dataDir: string; production: Record<string, string> };
  start: (environment: Record<string, string>) => Promise<RunningServer>;
}>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern.
  place: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), "ledger-production-"));
    const keyFile = join(folder, "event.key");
    writeFileSync(keyFile, randomBytes(32));
    await use({
      dataDir: join(folder, "data"),
      production: { APP_ORIGIN: ORIGIN, EVENT_KEY_FILE: keyFile },
    });
    rmSync(folder, { recursive: true, force: true });
  },
  start: async ({ place }, use) => {
    const started: RunningServer[] = [];
    await use(async (environment) => {
      const server = await startServer(place.dataDir, environment);
      started.push(server);
      return server;
    });
    for (const server of started) await stop(server);
  },
});

test("an evaluation that becomes production lets no ready account in, and never becomes an evaluation again", async ({
  place,
  start,
}) => {
  const evaluation = await start({});
  expect((await send(`${evaluation.url}/login`)).body).toContain("身份进入");
  const entered = await call(
    evaluation,
    "enterAction",
    { username: "reviewer", next: "" },
    evaluation.url,
  );
  const [cookie = ""] = entered.headers["set-cookie"] ?? [];
  expect(cookie).toMatch(/^sid=[\w-]{43}; Path=\/; HttpOnly; SameSite=lax$/i);
  const token = /sid=([\w-]+)/.exec(cookie)?.[1] ?? "";
  expect(
    (await send(`${evaluation.url}/projects`, { headers: { cookie: `sid=${token}` } })).status,
  ).toBe(200);
  await stop(evaluation);

  const production = await start(place.production);
  const page = await send(`${production.url}/login`);
  expect(page.body).not.toContain("身份进入");
  expect(page.body).toContain("严禁录入涉密信息");
  expect(page.headers["strict-transport-security"]).toContain("max-age");
  const refused = await call(production, "enterAction", { username: "reviewer", next: "" });
  expect(refused.headers["set-cookie"]).toBeUndefined();
  expect(refused.body).toContain("用户名或密码不对");
  for (const name of ["sid", "__Host-sid"]) {
    const old = await send(`${production.url}/projects`, {
      headers: { cookie: `${name}=${token}` },
    });
    expect(old.status, name).toBe(307);
  }
  await stop(production);

  const again = await failToStart(place.dataDir);
  expect(again.code).toBe(1);
  expect(again.output).toContain("production server");
});

test("production signs in with a cookie bound to the host and to https, and takes it back the same way", async ({
  place,
  start,
}) => {
  const production = await start(place.production);
  const password = "山路十八弯 水路九连环";
  await addUser(place.dataDir, password);
  const foreign = await call(
    production,
    "signInAction",
    { username: "zhang", password, next: "" },
    production.url,
  );
  expect(foreign.headers["set-cookie"], "the address of the proxy's back side").toBeUndefined();
  const answer = await call(production, "signInAction", {
    username: "zhang",
    password,
    next: "/\t/evil.example",
  });
  const cookie = (answer.headers["set-cookie"] ?? []).find((one) => one.startsWith("__Host-sid="));
  expect(cookie).toMatch(/^__Host-sid=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=lax$/i);
  expect(JSON.stringify(answer.headers)).not.toContain("evil");
  const token = /__Host-sid=([\w-]+)/.exec(cookie ?? "")?.[1] ?? "";
  const headers = { cookie: `__Host-sid=${token}` };
  expect((await send(`${production.url}/projects`, { headers })).status).toBe(200);
  expect(
    (await send(`${production.url}/projects`, { headers: { cookie: `sid=${token}` } })).status,
  ).toBe(307);
  const left = await call(production, "signOut", {}, ORIGIN, headers);
  const cleared = (left.headers["set-cookie"] ?? []).find((one) => one.startsWith("__Host-sid="));
  expect(cleared).toMatch(/__Host-sid=; Path=\/; .*Max-Age=0; Secure/i);
  expect((await send(`${production.url}/projects`, { headers })).status).toBe(307);
});

test("settings that are not safe are refused with a sentence", async ({ place }) => {
  const { APP_ORIGIN = "", EVENT_KEY_FILE = "" } = place.production;
  const refused = async (environment: Record<string, string>, sentence: RegExp) => {
    const { code, output } = await failToStart(place.dataDir, environment);
    expect(code, output).toBe(1);
    expect(output).toMatch(sentence);
  };
  await refused({ APP_ORIGIN }, /Production needs EVENT_KEY_FILE/);
  await refused({ HOST: "0.0.0.0" }, /HOST=0\.0\.0\.0 would open an evaluation.*Set APP_ORIGIN/s);
  await refused({ APP_ORIGIN: "http://ledger.example", EVENT_KEY_FILE }, /in the clear/);
  await refused({ APP_ORIGIN, EVENT_KEY_FILE: `${EVENT_KEY_FILE}.none` }, /no file at/);
  writeFileSync(EVENT_KEY_FILE, "short");
  await refused({ APP_ORIGIN, EVENT_KEY_FILE }, /5 bytes, 32 are needed/);
});

test("a damaged database stops the start with a clear message and is left as it is", async ({
  place,
  start,
}) => {
  await stop(await start({}));
  const path = join(place.dataDir, "ledger.db");
  const file = new Database(path);
  file.pragma("wal_checkpoint(TRUNCATE)");
  file.close();
  truncateSync(path, 40_000);
  const { code, output } = await failToStart(place.dataDir);
  expect(code).toBe(1);
  expect(output).toContain("The database file is damaged and was left as it is.");
  expect(output).toContain("restore");
  expect(output).not.toMatch(/\n\s+at /);
  writeFileSync(path, "this is no database at all, only text".repeat(200));
  expect((await failToStart(place.dataDir)).output).toContain("is damaged");
});

async function call(
  { url }: RunningServer,
  name: string,
  form: Record<string, string>,
  origin = ORIGIN,
  more: Record<string, string> = {},
) {
  const action = ACTIONS.find((one) => one.name === name);
  if (!action) throw new Error(`There is no action ${name}.`);
  const { path, headers, body } = actionCall({ ...action, form });
  const host = new URL(origin).host;
  // As a reverse proxy hands it on that keeps the browser's Host; no Sec-Fetch-Site, as from an old browser.
  return send(url + path, { method: "POST", headers: { ...headers, host, origin, ...more }, body });
}

/** Adds a user as the command line does, beside the running server. */
async function addUser(dataDir: string, password: string): Promise<void> {
  const { closeDatabase, openDatabase, transact } = await import("@/db/client");
  const { setEventKey } = await import("@/lib/audit/key");
  const { OPERATOR } = await import("@/lib/auth/actor");
  const { hashPassword } = await import("@/lib/auth/secret");
  const { createUser } = await import("@/lib/user/commands");
  setEventKey(randomBytes(32));
  openDatabase(join(dataDir, "ledger.db"));
  const passwordHash = await hashPassword(password);
  const user = { username: "zhang", name: "张三", role: "auditor", scope: "all" } as const;
  await transact((tx) =>
    createUser(
      tx,
      OPERATOR,
      { ...user, regionCode: null, unitIds: [], locale: "zh-CN" },
      { passwordHash, mustChange: false },
    ),
  );
  closeDatabase();
}

async function stop({ child }: RunningServer): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill();
  await ended;
}
