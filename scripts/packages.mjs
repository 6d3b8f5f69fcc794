import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { run } from "./run.mjs";

const MARK = "node_modules/.installed";

/** Installs the packages of the lock file when they are missing or others are there. Ends the process on failure. */
export async function installPackages() {
  const wanted = createHash("sha256").update(readFileSync("package-lock.json")).digest("hex");
  if (existsSync(MARK) && readFileSync(MARK, "utf8") === wanted) return;
  console.log("Installing packages (the first time about two minutes) …");
  const code = await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
  if (code !== 0) {
    console.error("The packages could not be installed. Is the npm registry reachable?");
    process.exit(code);
  }
  writeFileSync(MARK, wanted);
}
