import { createHash } from "node:crypto";
import { existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { run } from "./run.mjs";

const MARK = ".next/built-from";
const LOG = join(tmpdir(), `ledger-build-${process.pid}.log`);
const SOURCES = [
  "app",
  "components",
  "db",
  "lib",
  "messages",
  "instrumentation.ts",
  "next.config.js",
  "package-lock.json",
  "proxy.ts",
  "tsconfig.json",
];

/** Builds the pages when a source changed since the last build. Ends the process on failure. */
export async function buildIfChanged() {
  const sources = fingerprint();
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === sources) return;
  console.log("构建页面，约半分钟 · Building the pages, about half a minute …");
  const code = await run("node_modules/.bin/next", ["build"], {
    stdio: ["ignore", openSync(LOG, "w"), "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  if (code !== 0) {
    console.error(readFileSync(LOG, "utf8"));
    console.error("构建失败，原因见上 · The build failed, see above.");
    process.exit(code);
  }
  rmSync(LOG);
  writeFileSync(MARK, sources);
}

function fingerprint() {
  const hash = createHash("sha256").update(process.version);
  for (const file of SOURCES.flatMap(filesOf).sort()) {
    hash.update(file).update("\0").update(readFileSync(file));
  }
  return hash.digest("hex");
}

function filesOf(path) {
  if (!existsSync(path)) return [];
  if (/\.[a-z]+$/.test(path)) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.(test|spec)\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}
