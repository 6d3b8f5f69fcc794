import { existsSync } from "node:fs";
import { run } from "./run.mjs";

const PLACES = [
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
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const args of [
    ["update"],
    ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk"],
  ]) {
    const code = await run("apt-get", ["-qq", ...args], {
      env,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (code !== 0) fail(`apt-get ${args[0]} failed (${code}).`);
  }
  return PLACES[0];
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
