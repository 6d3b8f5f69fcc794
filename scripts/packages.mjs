import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./run.mjs";

const MARK = "node_modules/.installed";

/** Installs the packages of the lock file when they are missing or others are there. Ends the process on failure. */
export async function installPackages() {
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return;
  console.error("安装依赖，首次约两分钟 · Installing packages, about two minutes the first time …");
  const code = await run(
    "npm",
    ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"],
    {
      stdio: ["ignore", 2, "inherit"],
    },
  );
  if (code !== 0) {
    console.error(
      "依赖未能安装，请检查 npm 源 · The packages could not be installed: is the npm registry reachable?",
    );
    process.exit(code);
  }
  writeFileSync(MARK, wanted);
}
