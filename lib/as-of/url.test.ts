import { expect, test } from "vitest";
import { carriedDay, pathAsOf } from "./url";

const from = (path: string, referer: string | null) =>
  carriedDay(new URL(path, "http://ledger.invalid"), referer && `http://ledger.invalid${referer}`);

test.each([
  ["/projects", null, null],
  ["/projects?asOf=2026-03-31", null, { day: "2026-03-31", redirect: false }],
  ["/projects?asOf=2026-03-31", "/rollups?asOf=2026-01-01", { day: "2026-03-31", redirect: false }],
  ["/projects/14", "/projects?asOf=2026-03-31&page=2", { day: "2026-03-31", redirect: true }],
  [
    "/projects/export?format=csv",
    "/projects?asOf=2026-03-31",
    { day: "2026-03-31", redirect: true },
  ],
  ["/projects?asOf=", "/projects?asOf=2026-03-31", null],
  ["/projects/14", "/projects?asOf=", null],
  ["/projects/14", "/as-of?date=2026-03-31&asOf=2026-03-31", null],
  ["/login", "/projects?asOf=2026-03-31", null],
  ["/api/v1/projects?asOf=2026-03-31", null, null],
  ["/icon.svg", "/projects?asOf=2026-03-31", null],
])("%s, from %s", (path, referer, expected) => {
  expect(from(path, referer)).toEqual(expected);
});

test("a referer that is no address is none", () => {
  expect(carriedDay(new URL("http://ledger.invalid/projects"), "about:")).toBe(null);
  expect(carriedDay(new URL("http://ledger.invalid/projects"), "…")).toBe(null);
});

test("an address keeps everything else", () => {
  expect(pathAsOf("/projects?unit=%E5%8E%BF&page=2#x", "2026-03-31")).toBe(
    "/projects?unit=%E5%8E%BF&page=2&asOf=2026-03-31#x",
  );
  expect(pathAsOf("/projects?asOf=2026-03-31", null)).toBe("/projects");
  expect(pathAsOf("/projects?asOf=2026-03-31&stage=planned", "2026-04-01")).toBe(
    "/projects?stage=planned&asOf=2026-04-01",
  );
});
