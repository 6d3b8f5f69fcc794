// `npm run screenshots`: the pictures of the guides, from a fresh evaluation.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { buildIfChanged } from "./build.mjs";
import { findChromium } from "./chromium.mjs";

const PORT = "3919";
const BASE = `http://127.0.0.1:${PORT}`;
const FOLDER = "docs/screenshots";
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };

const PICTURES = [
  {
    name: "ledger",
    role: "auditor",
    path: "/projects?unit=县林业局&region=500229&sort=amount&order=desc",
    size: DESKTOP,
  },
  { name: "overview", role: "leader", path: "/overview", size: DESKTOP },
  { name: "project", role: "manager", path: "/projects/14", size: DESKTOP },
  { name: "project-phone", role: "manager", path: "/projects/14", size: PHONE },
  { name: "ledger-phone", role: "manager", path: "/projects?region=500229", size: PHONE },
  { name: "new-project", role: "reviewer", path: "/projects/new", size: DESKTOP },
  { name: "history", role: "auditor", path: "/projects/14?tab=history", size: DESKTOP },
  { name: "settings", role: "administrator", path: "/settings", size: DESKTOP },
  { name: "sign-in", role: null, path: "/login", size: DESKTOP },
];

const executablePath = await findChromium();
await buildIfChanged();
const dataDir = mkdtempSync(join(tmpdir(), "ledger-screenshots-"));
const server = spawn("node_modules/.bin/next", ["start", "-H", "127.0.0.1", "-p", PORT], {
  env: { ...process.env, DATA_DIR: dataDir, PORT, HOST: "", APP_ORIGIN: "" },
  stdio: "ignore",
});
try {
  await answering(`${BASE}/login`);
  const browser = await chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu"],
  });
  for (const picture of PICTURES) await take(browser, picture);
  await browser.close();
} finally {
  server.kill();
  rmSync(dataDir, { recursive: true, force: true });
}

async function take(browser, { name, role, path, size }) {
  const context = await browser.newContext({
    viewport: size,
    locale: "zh-CN",
    colorScheme: "light",
  });
  const page = await context.newPage();
  await page.goto(`${BASE}/login`);
  if (role) {
    await page.locator(`form:has(input[value="${role}"]) button`).click();
    await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  }
  await page.goto(BASE + path, { waitUntil: "networkidle" });
  await page.screenshot({ path: `${FOLDER}/${name}.png` });
  await context.close();
  console.log(`${FOLDER}/${name}.png`);
}

async function answering(url) {
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await fetch(url).catch(() => null))?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("The server did not answer within 15 seconds.");
}
