import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const FOLDERS = ["app", "components", "db", "lib", "scripts"];
const SOURCES = FOLDERS.flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => `${folder}/${path}`),
).filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !/\.test\.tsx?$/.test(path));

const code = (path: string) =>
  readFileSync(path, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const having = (pattern: RegExp, within = "") =>
  SOURCES.filter((path) => path.startsWith(within) && pattern.test(code(path))).sort();

test("rows are written in a few known places, business rows in one", () => {
  const writers = having(/\b(tx|db|transaction)\s*\.(insert|update|delete)\(/);
  expect(writers).toEqual([
    // How a row of `change()` gets into its table.
    "db/sql/prepared.ts",
    // Business rows and events: `change()` and `record()`.
    "lib/audit/change.ts",
    // Signed checkpoints beside the events; what the last verification found.
    "lib/audit/checkpoint/commands.ts",
    "lib/audit/verify/verify-ledger.ts",
    // A rule of the whole ledger, its event beside it.
    "lib/auth/password/password-rotation.ts",
    // Sessions and failed sign-ins: neither has a history.
    "lib/auth/sessions.ts",
    "lib/auth/sign-in.ts",
    // The restored copy forgets its sessions.
    "lib/backup/restore.ts",
    // When the last backup and the last drill were, their events beside them.
    "lib/backup/upkeep.ts",
    // The bytes of files that were handed in, kept once, never changed.
    "lib/file/content.ts",
    // What was understood of a document, likewise.
    "lib/import/commands.ts",
    // The ledger's narrow rows and sums, derived from business rows.
    "lib/ledger/derived/changes.ts",
    "lib/ledger/derived/derived.ts",
    "lib/ledger/derived/figures.ts",
    "lib/ledger/derived/progress-order.ts",
    // What returns say about a project, derived likewise.
    "lib/monthly-return/progress.ts",
    // Facts about the file: in production since, data set loaded.
    "lib/open-ledger.ts",
    "lib/plan/data-set.ts",
    // What is kept how long, its event beside it.
    "lib/retention/commands.ts",
    "lib/token/commands.ts",
    // Password hashes, apart from the users.
    "lib/user/commands.ts",
  ]);
});

test("SQL that writes by hand stays in db, but for sums that are derived", () => {
  const writers = having(/\b(INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|REPLACE INTO)\b/);
  expect(writers.filter((path) => !path.startsWith("db/"))).toEqual([
    "lib/ledger/derived/shares.ts",
  ]);
});

test("lib never asks the clock: `tx.now` and `tx.today` do", () => {
  expect(
    having(/new Date\(\)|Date\.now\(|performance\.now\(|sql`[^`]*datetime\('now'/, "lib/"),
  ).toEqual([]);
});

test("no page injects HTML", () => {
  expect(having(/dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/)).toEqual(
    [],
  );
});

test("no text of a person becomes a regular expression or code", () => {
  expect(having(/\beval\(|new Function\(/)).toEqual([]);
  const built = SOURCES.flatMap((path) =>
    [...code(path).matchAll(/new RegExp\(\s*(`[^`]*`|[^,)]*)/g)].map(
      ([, text]) => `${path} ${text}`,
    ),
  );
  // Put together from constants alone: names in capitals.
  expect(
    built.filter((found) => !/ (`([^$]|\$\{[A-Z_]+\}|\$(?!\{))*`|[A-Z_]+)$/.test(found)),
  ).toEqual([]);
});

test("no request leaves the machine: no address of another site in what runs", () => {
  const addresses = SOURCES.flatMap((path) =>
    [...code(path).matchAll(/https?:\/\/[\w.[\]-]+/g)].map(([address]) => `${path} ${address}`),
  );
  const outside = addresses.filter(
    // The last one is the name of an XML vocabulary, which nobody asks for anything.
    (found) => !/127\.0\.0\.1|localhost|\[|ledger\.invalid|schemas\.openxmlformats/.test(found),
  );
  expect(outside).toEqual([]);
});

test("the nonce needs pages made on request: caching stays off", () => {
  const config = readFileSync("next.config.js", "utf8");
  expect(config).toContain("cacheComponents: false");
  expect(config).toContain("partialPrefetching: false");
  expect(having(/["']use cache["']/)).toEqual([]);
  expect(SOURCES.filter((path) => path.endsWith("/loading.tsx"))).toEqual([]);
});

test("files stay small: half of them have at most 70 lines", () => {
  const sizes = SOURCES.map((path) => readFileSync(path, "utf8").split("\n").length - 1).sort(
    (one, other) => one - other,
  );
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(70);
});
