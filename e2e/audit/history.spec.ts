import { readFile } from "node:fs/promises";
import { violations } from "../support/accessible";
import { PAST, testOfPast as test } from "../support/past-ledger";
import { expect, lastEvents } from "../support/test";

test("an auditor reads who changed what, when, why and from where, filters it and takes it away", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto("/audit/history");
  const rows = page.locator("main ol > li");
  await expect(rows.first()).toContainText(PAST.renamed);
  await expect(rows.first()).toContainText("更名");
  await expect(rows.first().locator("del").first()).toHaveText(PAST.name);
  await page.getByLabel("字段").selectOption("projects.totalInvestmentFen");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/field=projects.totalInvestmentFen/);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText("天麻种质资源创新利用与产品开发研究");
  await expect(rows).toContainText("建设内容优化");
  await expect(rows.locator("del")).toHaveText("500 万元");
  await expect(rows.locator("ins")).toHaveText("7,400 万元");
  await page.getByText("导出", { exact: true }).click();
  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV 文件" }).click();
  const text = await readFile(await (await begun).path(), "utf8");
  expect(text).toContain('总投资,500 万元,"7,400 万元"');
  const [event] = await lastEvents(1);
  expect(JSON.parse(event?.payload ?? "{}").details.history).toBe(
    "field=projects.totalInvestmentFen",
  );
});

test("pages go on by cursor, a period and a unit narrow it, and a day of the past ends it", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto("/audit/history");
  const rows = page.locator("main ol > li");
  await expect(rows).toHaveCount(30);
  await page.getByRole("link", { name: "更早" }).click();
  await expect(page).toHaveURL(/before=/);
  await expect(rows.first()).not.toContainText(PAST.renamed);
  await page.goto("/audit/history?from=2026-03-02&to=2026-04-01");
  await expect(rows).toHaveCount(2);
  await page.goto("/audit/history?unit=县经济信息委&from=2026-04-01");
  await expect(rows).toHaveCount(2);
  await page.goto("/audit/history?asOf=2026-03-31");
  await expect(rows.first()).toContainText("平台联调");
  await page.goto("/audit/history?unit=没有的单位");
  await expect(page.getByText("没有符合条件的变更")).toBeVisible();
});

test("axe finds nothing on the history, wide and narrow", async ({ page, signIn }) => {
  await signIn("reviewer");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await page.goto("/audit/history");
    expect(await violations(page), String(width)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
  }
});
