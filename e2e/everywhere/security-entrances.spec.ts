import { write } from "@/lib/audit/write";
import { type Actor, OPERATOR, type Viewer } from "@/lib/auth/actor";
import { canEver } from "@/lib/auth/permissions";
import { addMilestone } from "@/lib/milestone/commands";
import { ACTIONS, PAGES } from "../entrances/entrances";
import { HANDLERS } from "../entrances/handlers";
import { actionCall } from "../support/action-call";
import { sampleChange } from "../support/sample-change";
import { sampleFinding } from "../support/sample-finding";
import { sampleImport } from "../support/sample-import";
import { sampleEvidence, sampleProblem, sampleReturn } from "../support/sample-return";
import { type Answer, send } from "../support/server";
import { expect, lastEvents, type RoleName, sessionOf, testAlone } from "../support/test";

const test = testAlone();

const ROLES: RoleName[] = ["manager", "reviewer", "leader", "auditor", "administrator"];
const FOREIGN: Record<string, Record<string, string>> = {
  "another site": { "sec-fetch-site": "cross-site", origin: "https://evil.example" },
  "a sister site": { "sec-fetch-site": "same-site", origin: "https://sister.example" },
  "nowhere (no headers)": {},
  "another site behind a forged proxy": {
    origin: "https://evil.example",
    "x-forwarded-host": "evil.example",
    "x-forwarded-proto": "https",
  },
};

test("each page answers each role as the table of rights says, and recorded", async ({
  server,
}) => {
  for (const { url, permission, absent } of PAGES) {
    if (permission === null) continue;
    const stranger = await send(server.url + url);
    expect(stranger.status, url).toBe(307);
    expect(stranger.headers.location, url).toMatch(/^\/login/);
    for (const role of ROLES) {
      const { viewer, token } = await sessionOf(role);
      const seq = await lastSeq();
      const answer = await send(server.url + url, { headers: { cookie: `sid=${token}` } });
      const allowed = canEver(viewer, permission);
      expect(answer.status, `${role} ${url}`).toBe(allowed ? (url === "/" ? 307 : 200) : 403);
      expect(await lastSeq(), `${role} ${url}`).toBe(allowed ? seq : seq + 1);
      if (!allowed) await expectDenial(viewer, permission);
      if (!allowed || !absent) continue;
      const missing = await send(server.url + absent, { headers: { cookie: `sid=${token}` } });
      expect(missing.status, `${role} ${absent}`).toBe(404);
    }
  }
});

test("a project of another region is not there for those who are bound to one", async ({
  server,
}) => {
  for (const role of ["manager", "reviewer"] as const) {
    const { token } = await sessionOf(role);
    const answer = await send(`${server.url}/projects/30`, { headers: { cookie: `sid=${token}` } });
    expect(answer.status, role).toBe(404);
    expect(answer.body).not.toContain("黔江");
  }
});

test("a made-up session is nobody's, and an address that does not exist answers 404", async ({
  server,
}) => {
  for (const cookie of ["sid=", "sid=x", `sid=${"A".repeat(43)}`, "__Host-sid=x"]) {
    const answer = await send(`${server.url}/projects`, { headers: { cookie } });
    expect(answer.status, cookie).toBe(307);
  }
  const { token } = await sessionOf("administrator");
  for (const path of ["/nothing", "/projects/no/such", "/settings/users/x"]) {
    const answer = await send(server.url + path, { headers: { cookie: `sid=${token}` } });
    expect(answer.status, path).toBe(404);
  }
});

test("each action refuses what does not come from our pages", async ({ server }) => {
  for (const action of ACTIONS) {
    const { token } = await sessionOf(anyRoleFor(action.permission));
    const { path, headers, body } = actionCall(action);
    for (const [from, foreign] of Object.entries(FOREIGN)) {
      const before = await lastSeq();
      const answer = await send(server.url + path, {
        method: "POST",
        headers: { ...headers, ...foreign, cookie: `sid=${token}` },
        body,
      });
      expect(answer.headers["set-cookie"] ?? [], `${action.name} from ${from}`).toEqual([]);
      await expectOnlyForeignRequest(before, answer, `${action.name} from ${from}`);
    }
  }
});

test.beforeAll("one milestone, one import and one return to knock at", async ({ server }) => {
  expect(server.url).toContain("127.0.0.1");
  const { viewer } = await sessionOf("manager");
  const milestone = {
    projectId: 14,
    name: "开工",
    firstPlanned: "2026",
    forecast: null,
    note: null,
  };
  await write((tx) => addMilestone(tx, viewer, milestone));
  await sampleImport();
  await sampleReturn();
  await sampleProblem();
  await sampleEvidence();
  await sampleChange();
  await sampleFinding();
});

test("each action refuses strangers and the roles without its permission, and does nothing", async ({
  server,
}) => {
  for (const action of ACTIONS) {
    const { permission } = action;
    if (permission === null) continue;
    const { path, headers, body } = actionCall(action);
    const ours = { ...headers, "sec-fetch-site": "same-origin", origin: server.url };
    const before = await lastSeq();
    await send(server.url + path, { method: "POST", headers: ours, body });
    expect(await lastSeq(), `a stranger's ${action.name}`).toBe(before);
    for (const role of ROLES) {
      const { viewer, token } = await sessionOf(role);
      if (canEver(viewer, permission)) continue;
      const seq = await lastSeq();
      const answer = await send(server.url + path, {
        method: "POST",
        headers: { ...ours, cookie: `sid=${token}` },
        body,
      });
      expect(answer.body, `${role} ${action.name}`).toContain('"refused"');
      const refusals = (await lastSeq()) - seq;
      // What is out of sight is not there, which is no denial.
      if (refusals === 0) expect(answer.body, `${role} ${action.name}`).toContain("查看范围");
      else await expectDenial(viewer, permission);
      expect(refusals, `${role} ${action.name}`).toBeLessThanOrEqual(1);
    }
  }
});

test("each handler lets nobody in by the wrong door", async ({ server }) => {
  for (const { method, by, url, permission, status = 200 } of HANDLERS) {
    const { token } = await sessionOf("reviewer");
    const before = await lastSeq();
    const place = `${method} ${url}`;
    const stranger = await send(server.url + url, { method });
    const cookie = { cookie: `sid=${token}` };
    if (by === "bearer") {
      expect(stranger.status, place).toBe(401);
      const withCookie = await send(server.url + url, { method, headers: cookie });
      expect(withCookie.status, place).toBe(401);
    }
    // Who changes something is first asked where it comes from.
    if (by === "cookie")
      expect(method === "GET" ? [303, 307, 401] : [403], place).toContain(stranger.status);
    for (const role of by === "cookie" && permission ? ROLES : []) {
      const own = await sessionOf(role);
      const answer = await send(server.url + url, { headers: { cookie: `sid=${own.token}` } });
      const allowed = permission && canEver(own.viewer, permission);
      if (method === "GET") expect(answer.status, `${role} ${place}`).toBe(allowed ? status : 403);
    }
    if (by === "cookie" && method !== "GET") {
      for (const foreign of Object.values(FOREIGN)) {
        const headers = { ...cookie, ...foreign };
        expect((await send(server.url + url, { method, headers })).status, place).toBe(403);
      }
    }
    const events = (await lastEvents(20)).filter(({ seq }) => seq > before);
    for (const event of events)
      expect(
        [
          "access.denied",
          "backup.created",
          "change.downloaded",
          "checkpoint.downloaded",
          "dossier.exported",
          "evidence.downloaded",
          "finding.downloaded",
          "import.downloaded",
          "ledger.exported",
          "organization.exported",
          "sample.exported",
        ],
        place,
      ).toContain(event.action);
  }
});

function anyRoleFor(permission: string | null): RoleName {
  if (permission === null) return "leader";
  const role = ROLES.find((kind) =>
    canEver({ ...OPERATOR, kind } satisfies Actor, permission as never),
  );
  return role ?? "reviewer";
}

async function lastSeq(): Promise<number> {
  return (await lastEvents(1))[0]?.seq ?? 0;
}

async function expectDenial(viewer: Viewer, permission: string): Promise<void> {
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "access.denied", actorId: viewer.id });
  expect(event?.payload).toContain(`"permission":"${permission}"`);
}

/** Next itself answers some of these; whatever reaches us leaves one denial and nothing else. */
async function expectOnlyForeignRequest(
  before: number,
  answer: Answer,
  from: string,
): Promise<void> {
  const events = (await lastEvents(5)).filter(({ seq }) => seq > before);
  for (const event of events) expect(event.payload, from).toContain("foreign_request");
  expect(events.length, from).toBeLessThanOrEqual(1);
  if (events.length === 0) expect(answer.status, from).toBeGreaterThanOrEqual(400);
}
