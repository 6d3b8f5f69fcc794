import { write } from "@/lib/audit/write";
import { describeImport } from "@/lib/import/commands";
import { publishImport } from "@/lib/import/publish/commands";
import { violations } from "../support/accessible";
import { sampleImport } from "../support/sample-import";
import { expect, lastEvents, sessionOf, testAlone } from "../support/test";

const test = testAlone();

const UNSAID = { reasonCode: null, basisNumber: null, basisOn: null };
const TABLES = [
  "表1 预期指标与实际完成对比\t\t",
  "指标内容\t2020年预期指标\t2020年实际完成指标",
  "研发投入占比（%）\t1\t0.19",
  "",
  "专栏1 科技发展主要指标表\t\t\t\t",
  "序号\t指标\t基期值\t2030年目标值\t指标属性",
  "1\t科技型企业（家）\t【216】\t350\t预期性",
  "2\t单位能耗（吨）\t\t1,200\t约束性",
  "注：【】为累计数。\t\t\t\t",
].join("\n");

test("indicators come in by an import, and each value leads to its cell", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  await page.goto("/indicators");
  await expect(page.getByText("还没有规划指标。")).toBeVisible();
  await expect(page.getByText("审核员导入含指标表的规划文本")).toBeVisible();
  await signIn("reviewer");
  await page.goto("/indicators");
  await expect(page.getByText("确认导入后，指标即列在这里")).toBeVisible();
  await expect(page.getByRole("main").getByRole("link", { name: "导入" })).toBeVisible();

  const importId = await sampleImport("科技规划.txt", TABLES);
  const { viewer } = await sessionOf("reviewer");
  await write(async (tx) => {
    const plan = { planId: null, planName: "科技规划", startYear: 2026, endYear: 2030 };
    const unsaid = { documentNumber: null, publishedOn: null, reason: null, ...UNSAID };
    await describeImport(tx, viewer, { importId, version: 1, ...plan, ...unsaid });
    await publishImport(tx, viewer, { importId, version: 2 });
  });

  await signIn("leader");
  await page.goto("/overview");
  await page.getByRole("link", { name: "规划指标" }).click();
  const compared = page.getByRole("table", { name: "表1 预期指标与实际完成对比" });
  await expect(compared.getByRole("row", { name: /研发投入占比/ })).toContainText("19.0%");
  const table = page.getByRole("table", { name: "专栏1 科技发展主要指标表" });
  await expect(table.getByRole("row", { name: /科技型企业/ })).toContainText(
    "【216】存量（表注：累计数）",
  );
  await expect(table.getByRole("row", { name: /单位能耗/ })).toContainText("约束性未知1,200");
  await table.getByRole("link", { name: "科技型企业" }).click();
  const source = page.getByRole("region", { name: "原文" });
  await expect(source).toContainText("科技规划.txt · 专栏1 科技发展主要指标表");
  await expect(source).toContainText("第 3 列 基期值【216】");
  await expect(source.getByRole("link", { name: "打开该次导入" })).toHaveCount(0);
  await source.getByRole("link", { name: "收起" }).click();
  await expect(source).toHaveCount(0);
  await page.getByLabel("属性").selectOption("binding");
  await page.getByRole("button", { name: "查询" }).click();
  await expect(page).toHaveURL(/attribute=binding/);
  await expect(compared).toHaveCount(0);
  await expect(table.getByRole("row")).toHaveCount(2);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出 CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^规划指标-\d{4}-\d\d-\d\d\.csv$/);
  expect((await lastEvents(1))[0]).toMatchObject({ action: "ledger.exported" });

  await signIn("reviewer");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const place = table.getByRole("link", { name: "科技型企业" });
    await page.goto("/indicators");
    await place.click();
    await expect(source.getByRole("link", { name: "打开该次导入" })).toBeVisible();
    expect(await violations(page), String(width)).toEqual([]);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(sideways).toBeLessThanOrEqual(0);
  }
});
