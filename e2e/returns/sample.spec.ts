import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@playwright/test";
import { violations } from "../support/accessible";
import { startServer } from "../support/server";

const RETURN_PAGES = [
  "/overview",
  "/projects?columns=lead&columns=light&columns=lastReturn&columns=completion&columns=problems",
  "/rollups?by=lead&measure=returns",
  "/rollups?by=sector,region&measure=returns&basis=current",
];

test("sample returns fill a folder of their own; every page and file says 演示数据", async ({
  page,
}) => {
  test.slow();
  const dataDir = mkdtempSync(join(tmpdir(), "ledger-e2e-"));
  const { url, child } = await startServer(dataDir, { SAMPLE_RETURNS: "1" });
  try {
    const band = page.getByRole("complementary", { name: "演示数据" });
    await page.goto(`${url}/login`);
    await expect(band).toBeVisible();
    await page.getByRole("button", { name: /以审核员身份进入/ }).click();
    await page.waitForURL(/overview/);
    for (const path of ["/overview", "/projects", "/rollups", "/organizations", "/nowhere"]) {
      await page.goto(url + path);
      await expect(band).toBeVisible();
      await expect(page).toHaveTitle(/演示数据/);
    }
    const returns = page.getByRole("region", { name: "月报汇总" });
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 900 });
      for (const path of RETURN_PAGES) {
        await page.goto(url + path);
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(over, `${path} at ${width}`).toBeLessThanOrEqual(0);
        await page.evaluate(() => {
          for (const one of document.querySelectorAll("details")) one.open = true;
        });
        expect(await violations(page), `${path} at ${width}`).toEqual([]);
      }
    }
    await page.setViewportSize({ width: 1280, height: 900 });
    // A number of the overview leads to exactly its projects.
    await page.goto(`${url}/overview`);
    await expect(returns.getByRole("img", { name: /年计划与完成投资/ })).toBeVisible();
    const total = returns.getByRole("row", { name: /^合计/ });
    const red = total.getByRole("link").nth(1);
    const count = await red.textContent();
    await red.click();
    await expect(page.getByTestId("ledger-count")).toHaveText(count ?? "");
    // By the panel, and with the column of the light.
    await page.goto(`${url}/projects`);
    await page.getByText("填报", { exact: true }).click();
    await page.getByLabel("红灯").check();
    await page.getByRole("button", { name: "应用" }).locator("visible=true").click();
    await expect(page).toHaveURL(/light=red/);
    // By what returns say, and with a problem that waits.
    await page.goto(`${url}/projects?columns=light&columns=problems&openProblems=1`);
    await expect(page.getByText("有未销号问题").first()).toBeVisible();
    await page.getByRole("columnheader", { name: "亮灯" }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=light/);
    await expect(page.getByRole("columnheader", { name: "亮灯" })).toHaveAttribute(
      "aria-sort",
      "descending",
    );
    // Two dimensions of what is reported: each group with its cells, each number with its projects.
    await page.goto(`${url}/rollups?by=type,sector&measure=returns&basis=current`);
    await page.getByRole("columnheader", { name: "完成率" }).getByRole("link").click();
    await expect(page).toHaveURL(/sort=completionRate/);
    const table = page.getByRole("table", { name: /^计划与完成/ });
    const group = table.getByRole("row", { name: /^研发类/ });
    await expect(group).toHaveCount(1);
    const cell = table.getByRole("row", { name: /^特色农林/ }).first();
    const projects = cell.getByRole("link").nth(1);
    const found = await projects.textContent();
    await projects.click();
    await expect(page).toHaveURL(/group=type.*group=sector/);
    await expect(page.getByTestId("ledger-count")).toHaveText(found ?? "");
    await page.emulateMedia({ media: "print" });
    await page.goto(`${url}/projects`);
    await expect(band).toBeVisible();
    for (const path of ["/projects/export?format=csv", "/rollups/export?format=csv&by=lead"]) {
      const answer = await page.request.get(url + path);
      expect(decodeURIComponent(answer.headers()["content-disposition"] ?? "")).toContain(
        "演示数据",
      );
      expect(await answer.text()).toContain("演示数据");
    }
  } finally {
    child.kill();
    rmSync(dataDir, { recursive: true, force: true });
  }
});
