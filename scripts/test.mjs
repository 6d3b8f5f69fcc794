// `npm test`: unit tests, then browser tests against the production build, one summary, one closing line.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildIfChanged } from "./build.mjs";
import { findChromium } from "./chromium.mjs";
import { installPackages } from "./packages.mjs";
import { run } from "./run.mjs";
import { requireNode } from "./runtime.mjs";

requireNode();
await installPackages();
const chromium = await findChromium();
await buildIfChanged();

const reports = mkdtempSync(join(tmpdir(), "ledger-reports-"));
const unit = await unitTests(join(reports, "unit.json"));
const browser = await browserTests(join(reports, "browser.json"));
rmSync(reports, { recursive: true });

const total = { passed: 0, failed: 0, skipped: 0 };
for (const [name, part] of Object.entries({ "unit tests": unit, "browser tests": browser })) {
  console.log(
    `${name}: ${part.passed} passed, ${part.failed} failed, ${part.skipped} skipped (${part.seconds} s)`,
  );
  for (const title of part.atSecondTry ?? []) console.log(`  passed at the second try: ${title}`);
  for (const key of Object.keys(total)) total[key] += part[key];
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed > 0 ? 1 : 0);

async function unitTests(report) {
  const began = Date.now();
  const args = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const code = await run("node_modules/.bin/vitest", args);
  return counted(code, began, () => {
    const result = JSON.parse(readFileSync(report, "utf8"));
    return {
      passed: result.numPassedTests,
      failed: result.numFailedTests,
      skipped: result.numPendingTests,
    };
  });
}

async function browserTests(report) {
  const began = Date.now();
  const env = { ...process.env, CHROMIUM_PATH: chromium, LEDGER_TEST_REPORT: report };
  const code = await run(
    "node_modules/.bin/playwright",
    ["test", "-c", "e2e/playwright.config.ts"],
    { env },
  );
  return counted(code, began, () => {
    const { stats, suites } = JSON.parse(readFileSync(report, "utf8"));
    return {
      passed: stats.expected + stats.flaky,
      failed: stats.unexpected,
      skipped: stats.skipped,
      atSecondTry: suites.flatMap(flakyTitles),
    };
  });
}

function flakyTitles({ title, specs = [], suites = [] }) {
  const own = specs.filter(({ tests }) => tests.some(({ status }) => status === "flaky"));
  return [...own.map((spec) => `${title}: ${spec.title}`), ...suites.flatMap(flakyTitles)];
}

/** A runner that ended badly without a failed test (a file that does not load, a crash) counts as one failure. */
function counted(code, began, read) {
  const seconds = Math.round((Date.now() - began) / 1000);
  try {
    const counts = read();
    return { ...counts, failed: code !== 0 && counts.failed === 0 ? 1 : counts.failed, seconds };
  } catch {
    return { passed: 0, failed: 1, skipped: 0, seconds };
  }
}
