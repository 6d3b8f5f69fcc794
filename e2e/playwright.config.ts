import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  outputDir: "../test-results",
  workers: 2,
  fullyParallel: false,
  timeout: 120_000,
  // A busy machine may fail a browser for once; the summary of `npm test` names every test that needed its second try.
  retries: 1,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: process.env.LEDGER_TEST_REPORT
    ? [["line"], ["json", { outputFile: process.env.LEDGER_TEST_REPORT }]]
    : [["list"]],
  use: {
    browserName: "chromium",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    screenshot: "only-on-failure",
    // Recording costs a third of the time; `--trace retain-on-failure` on the command line turns it on.
    trace: "off",
    launchOptions: {
      executablePath: process.env.CHROMIUM_PATH ?? "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
});
