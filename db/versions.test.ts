import { readFileSync } from "node:fs";
import Database from "better-sqlite3";
import { expect, test } from "vitest";

/** The first versions without the holes we know of; see “Traps” in the README. */
const FLOORS = { next: "16.3.3", "drizzle-orm": "0.45.2", "better-sqlite3": "12.11.1" };
const SQLITE_FLOOR = "3.51.3";

const lock = JSON.parse(readFileSync("package-lock.json", "utf8")) as {
  packages: Record<string, { version?: string }>;
};

test.each(Object.entries(FLOORS))("the lock file has %s at %s or later", (name, floor) => {
  const version = lock.packages[`node_modules/${name}`]?.version ?? "0";
  expect(isAtLeast(version, floor), version).toBe(true);
});

test("the bundled SQLite is new enough", () => {
  const file = new Database(":memory:");
  const { version } = file.prepare("SELECT sqlite_version() AS version").get() as {
    version: string;
  };
  file.close();
  expect(isAtLeast(version, SQLITE_FLOOR), version).toBe(true);
});

test("libraries that missed the bar are not installed", () => {
  for (const name of ["xlsx", "read-excel-file", "better-auth", "iron-session"])
    expect(lock.packages).not.toHaveProperty([`node_modules/${name}`]);
});

test("versions compare by number", () => {
  expect(isAtLeast("3.9.9", SQLITE_FLOOR)).toBe(false);
  expect(isAtLeast("3.51.10", SQLITE_FLOOR)).toBe(true);
  expect(isAtLeast("16.3.3-canary.1", "16.3.3")).toBe(false);
});

function isAtLeast(version: string, floor: string): boolean {
  const [release = "", preview] = version.split("-");
  const order = release.localeCompare(floor, "en", { numeric: true });
  return order > 0 || (order === 0 && preview === undefined);
}
