import { existsSync } from "node:fs";
import { run } from "./run.mjs";

/** The one without windows first: the same tests take a third less time in it. */
const PLACES = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The path of a Chromium: CHROMIUM_PATH, then a system one, then Debian's, installed when we are root. */
export async function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    fail(`CHROMIUM_PATH: there is no file at ${named}.`);
  }
  return PLACES.find(existsSync) ?? installChromium();
}

async function installChromium() {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) {
    fail("The browser tests need a Chromium: install one, or set CHROMIUM_PATH.");
  }
  console.log("Installing Chromium and Chinese fonts from Debian …");
  if ((await apt("update")) !== 0) fail("apt-get update failed.");
  // Older Debians have it with windows only.
  for (const chromium of ["chromium-headless-shell", "chromium"]) {
    const code = await apt("install", "-y", "--no-install-recommends", chromium, "fonts-noto-cjk");
    if (code === 0) return `/usr/bin/${chromium}`;
  }
  return fail("apt-get install failed.");
}

function apt(...args) {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  return run("apt-get", ["-qq", ...args], { env, stdio: ["ignore", "ignore", "inherit"] });
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
