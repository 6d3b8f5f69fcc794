import { ACTIONS, PAGES } from "../entrances/entrances";
import { actionCall } from "../support/action-call";
import { type Answer, send } from "../support/server";
import { expect, sessionOf, test } from "../support/test";

const ALWAYS = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

function expectHeaders(answer: Answer, place: string): void {
  expect(answer.headers, place).toMatchObject(ALWAYS);
  expect(answer.headers, place).not.toHaveProperty("x-powered-by");
}

function expectPageHeaders(answer: Answer, place: string): void {
  expectHeaders(answer, place);
  expect(answer.headers["cache-control"], place).toMatch(/no-store/);
  expect(answer.headers["cache-control"], place).not.toMatch(/s-maxage|public/);
  const policy = String(answer.headers["content-security-policy"]);
  for (const part of [
    "default-src 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
  ])
    expect(policy, place).toContain(part);
  expect(policy, place).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
  expect(policy, place).not.toMatch(
    /unsafe-eval|script-src[^;]*unsafe-inline|style-src [^;]*unsafe/,
  );
}

test("every answer carries the headers: pages, refusals, redirects, actions and files", async ({
  server,
}) => {
  const administrator = await sessionOf("administrator");
  const reviewer = await sessionOf("reviewer");
  for (const { url } of [...PAGES, { url: "/nothing" }]) {
    for (const cookie of ["", `sid=${administrator.token}`, `sid=${reviewer.token}`]) {
      const answer = await send(server.url + url, { headers: { cookie } });
      expectPageHeaders(answer, `${answer.status} ${url}`);
    }
  }
  const [anyAction] = ACTIONS.filter(({ name }) => name === "signInAction");
  if (!anyAction) throw new Error("There is no signInAction.");
  const { path, headers, body } = actionCall(anyAction);
  const ours = { ...headers, "sec-fetch-site": "same-origin", origin: server.url };
  const answered = await send(server.url + path, { method: "POST", headers: ours, body });
  expectPageHeaders(answered, "action");
  const page = await send(`${server.url}/login`);
  const files = [...page.body.matchAll(/(?:src|href)="(\/_next\/static\/[^"]+)"/g)].map(
    ([, file]) => String(file),
  );
  expect(files.length).toBeGreaterThan(2);
  for (const file of files) expectHeaders(await send(server.url + file), file);
});

test("each page has a nonce of its own, and only scripts that carry it", async ({ server }) => {
  const nonces = new Set<string>();
  for (let n = 0; n < 3; n += 1) {
    const { headers, body } = await send(`${server.url}/login`);
    const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1] ?? "";
    nonces.add(nonce);
    const scripts = body.match(/<script[^>]*>/g) ?? [];
    expect(scripts.length).toBeGreaterThan(0);
    for (const script of scripts) expect(script).toContain(`nonce="${nonce}"`);
  }
  expect(nonces.size).toBe(3);
});

test("the image optimizer is not there", async ({ server }) => {
  for (const query of [
    "",
    "?url=%2Ffavicon.ico&w=64&q=75",
    "?url=http%3A%2F%2F127.0.0.1&w=64&q=75",
  ]) {
    expect((await send(`${server.url}/_next/image${query}`)).status).toBe(404);
  }
});

test("no page asks another site for anything", async ({ page, signIn, server }) => {
  test.slow();
  const outside: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(server.url) && !request.url().startsWith("data:"))
      outside.push(request.url());
  });
  for (const role of ["reviewer", "administrator"] as const) {
    await signIn(role);
    for (const { url } of PAGES) await page.goto(url);
  }
  expect(outside).toEqual([]);
});
