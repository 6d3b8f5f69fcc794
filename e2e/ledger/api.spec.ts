import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { APIRequestContext } from "@playwright/test";
import { sql } from "drizzle-orm";
import { read } from "@/db/client";
import { events } from "@/db/schema";
import { milestone } from "@/lib/api/schemas/dictionary";
import { problem, projectList } from "@/lib/api/schemas/schemas";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { createToken, revokeToken } from "@/lib/token/commands";
import { setUserDisabled } from "@/lib/user/commands";
import { readyViewer } from "@/lib/user/evaluation";
import { expect, lastEvents, test } from "../support/test";

const PATHS = ["projects", "projects/1", "organizations", "sectors", "regions", "plans", "events"];
const run = promisify(execFile);

test("a token answers with the ledger, and the command line with the same", async ({
  request,
  server,
}) => {
  const auth = await bearer("leader");
  const response = await request.get(
    `/api/v1/projects?unit=${encodeURIComponent("县林业局")}`,
    auth,
  );
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("private, no-store");
  const answer = projectList.parse(await response.json());
  expect(answer.total).toBe(10);
  expect(answer.totals).toMatchObject({
    totalInvestmentFen: 34_470_000_000,
    totalInvestmentWan: "34470",
    coverage: { known: 10, of: 10 },
  });
  const { stdout } = await run(
    "node",
    ["scripts/ledger.mjs", "projects", "--unit", "县林业局", "--json"],
    { env: { ...process.env, DATA_DIR: server.dataDir } },
  );
  expect(JSON.parse(stdout)).toEqual(answer);
});

test("without a token that counts there is nothing, the cookie included", async ({
  page,
  request,
  signIn,
}) => {
  const { id, token } = await write((tx) =>
    createToken(tx, OPERATOR, { username: "leader", name: "revoked" }),
  );
  await write((tx) => revokeToken(tx, OPERATOR, { tokenId: id }));
  const made = `kpl_${"A".repeat(43)}`;
  for (const authorization of ["", "Basic eDp5", `Bearer ${made}`, `Bearer ${token}`]) {
    for (const path of PATHS) {
      const response = await request.get(`/api/v1/${path}`, { headers: { authorization } });
      expect(response.status(), `${path} with ${authorization}`).toBe(401);
      expect(problem.parse(await response.json()).error.code).toBe("unauthorized");
    }
  }
  await signIn("leader");
  for (const path of PATHS)
    expect((await page.request.get(`/api/v1/${path}`)).status(), path).toBe(401);
  const [refused] = await lastEvents(1);
  expect(refused?.action).toBe("token.refused");
});

test("a disabled person's token stops at once", async ({ request }) => {
  const auth = await bearer("auditor");
  expect((await request.get("/api/v1/projects", auth)).status()).toBe(200);
  const { id: userId } = await read((tx) => readyViewer(tx, "auditor"));
  await write((tx) => setUserDisabled(tx, OPERATOR, { userId, disabled: true }));
  expect((await request.get("/api/v1/projects", auth)).status()).toBe(401);
  await write((tx) => setUserDisabled(tx, OPERATOR, { userId, disabled: false }));
});

test("a manager of Chengkou never reads a byte of another county", async ({ request }) => {
  const auth = await bearer("manager");
  for (const path of [...PATHS, "projects?pageSize=200", "organizations?pageSize=200"]) {
    const body = await (await request.get(`/api/v1/${path}`, auth)).text();
    expect(body, path).not.toMatch(/黔江|500114|垫江|500231|正阳/);
  }
  const elsewhere = await request.get("/api/v1/projects?region=500114", auth);
  expect((await elsewhere.json()).total).toBe(0);
  for (const path of ["projects/28", "projects/999999", "projects/abc", "nothing"]) {
    const response = await request.get(`/api/v1/${path}`, auth);
    expect(response.status(), path).toBe(404);
    expect(problem.parse(await response.json()).error.code).toBe("not_found");
  }
});

test("an administrator, who sees no content, is refused and that is recorded", async ({
  request,
}) => {
  const auth = await bearer("administrator");
  for (const path of PATHS) {
    expect((await request.get(`/api/v1/${path}`, auth)).status(), path).toBe(403);
    expect((await lastEvents(1))[0]).toMatchObject({
      action: "access.denied",
      actorName: "系统管理员",
    });
  }
});

test("a bad question names its parameter", async ({ request }) => {
  const auth = await bearer("leader");
  for (const [query, parameter] of [
    ["colour=red", "colour"],
    ["pageSize=0", "pageSize"],
    ["region=abc", "region"],
    ["sort=colour", "sort"],
    ["page=1&page=2", "page"],
  ]) {
    const response = await request.get(`/api/v1/projects?${query}`, auth);
    expect(response.status(), query).toBe(400);
    expect(problem.parse(await response.json()).error.parameter).toBe(parameter);
  }
});

test("a milestone is entered and changed; the second writer sees both values", async ({
  request,
}) => {
  const auth = await bearer("manager");
  const data = { name: "建成示范基地", planned: "2025-06" };
  const made = await request.post("/api/v1/projects/14/milestones", { ...auth, data });
  expect(made.status()).toBe(201);
  const { id, version } = milestone.parse(await made.json());
  expect((await lastEvents(1))[0]).toMatchObject({ action: "milestone.added", projectId: 14 });
  const patch = (body: object) =>
    request.patch(`/api/v1/milestones/${id}`, { ...auth, data: body });
  expect((await patch({ version, forecast: "2026-12" })).status()).toBe(200);
  expect((await lastEvents(1))[0]?.action).toBe("milestone.updated");
  const conflict = await patch({ version, forecast: "2027-01" });
  expect(conflict.status()).toBe(409);
  expect(problem.parse(await conflict.json()).error).toMatchObject({
    code: "conflict",
    sent: { forecast: "2027-01" },
    current: { forecast: "2026-12", version: version + 1 },
  });
  const rule = await patch({ version: version + 1, actual: "2027-01-01" });
  expect(rule.status()).toBe(422);
  expect(problem.parse(await rule.json()).error.code).toBe("rule");
  expect((await patch({ version: version + 1, actual: "2026-11-01" })).status()).toBe(200);
});

test("a body is JSON, small, and of known fields", async ({ request }) => {
  const auth = await bearer("manager");
  const path = "/api/v1/projects/14/milestones";
  const count = await countEvents();
  const send = (data: string, type = "application/json") =>
    request.post(path, { headers: { ...auth.headers, "content-type": type }, data });
  expect((await send("name=x", "application/x-www-form-urlencoded")).status()).toBe(415);
  expect((await send("{")).status()).toBe(400);
  expect((await send(JSON.stringify({ name: "x".repeat(70_000) }))).status()).toBe(413);
  const unknown = await send(JSON.stringify({ name: "x", planned: "2025", colour: "red" }));
  expect(unknown.status()).toBe(400);
  expect(problem.parse(await unknown.json()).error.parameter).toBe("colour");
  expect(await countEvents()).toBe(count);
});

test("who may not enter is refused, and that is recorded once", async ({ request }) => {
  const data = { name: "不该有", planned: "2025" };
  const path = "/api/v1/projects/11/milestones";
  for (const username of ["manager", "reviewer", "leader", "auditor"]) {
    const auth = await bearer(username);
    const count = await countEvents();
    expect((await request.post(path, { ...auth, data })).status(), username).toBe(403);
    expect((await lastEvents(1))[0]?.action).toBe("access.denied");
    expect(await countEvents(), username).toBe(count + 1);
  }
});

test("the description needs no token and is never stored", async ({ request }) => {
  const response = await request.get("/api/v1/openapi.json");
  expect(response.status()).toBe(200);
  expect(response.headers()["cache-control"]).toBe("private, no-store");
  const document = await response.json();
  expect(document.openapi).toBe("3.1.0");
  await everyDescribedGet(request, document.paths);
});

/** Each path without an id answers what its description says. */
async function everyDescribedGet(request: APIRequestContext, paths: Record<string, object>) {
  const auth = await bearer("leader");
  for (const [path, operations] of Object.entries(paths)) {
    if (!("get" in operations) || path.includes("{")) continue;
    expect((await request.get(`/api/v1${path}`, auth)).status(), path).toBe(200);
  }
}

async function bearer(username: string) {
  const { token } = await write((tx) => createToken(tx, OPERATOR, { username, name: "test" }));
  return { headers: { authorization: `Bearer ${token}` } };
}

async function countEvents(): Promise<number> {
  const [row] = await read((tx) => tx.select({ n: sql<number>`count(*)` }).from(events));
  return row?.n ?? 0;
}
