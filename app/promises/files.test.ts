import { readdirSync, readFileSync } from "node:fs";
import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { proxy } from "@/proxy";

const routes = readdirSync("app", { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith("/route.ts"))
  .filter((path) => readFileSync(`app/${path}`, "utf8").includes("handedInFile("))
  .map((path) => `/${path}`.replace("/(workspace)", "").replace("/route.ts", ""));

test("whatever somebody handed in is answered in a sandbox, wherever it lies", () => {
  expect(routes.length).toBeGreaterThanOrEqual(4);
  for (const route of routes) {
    const path = route.replace(/\[\w+\]/g, "17");
    const policy = proxy(new NextRequest(`http://127.0.0.1:3000${path}`)).headers.get(
      "content-security-policy",
    );
    expect(policy, path).toMatch(/^sandbox; default-src 'none'/);
  }
});

test("a page is not", () => {
  const policy = proxy(new NextRequest("http://127.0.0.1:3000/changes/17")).headers.get(
    "content-security-policy",
  );
  expect(policy).not.toContain("sandbox");
});
