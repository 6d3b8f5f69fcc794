import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import excel from "exceljs";
import { expectAccessible } from "../support/accessible";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

const FORESTRY = "/organizations/3";
const BRACKETED = "/organizations/2";

test("units are found by initials; each number of a unit leads to its projects", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto("/organizations");
  await expect(page.getByRole("status")).toContainText("30 个单位");
  await page.getByRole("searchbox", { name: "搜索单位" }).fill("xlyj");
  await page.getByRole("button", { name: "查询" }).click();
  const row = page.getByRole("row", { name: /^县林业局/ });
  await expect(row).toContainText("9 个 28,470 万元6 个 17,990 万元");
  await expect(page).toHaveURL(/q=xlyj/);
  await row.getByRole("link", { name: "6 个" }).click();
  await expect(page.getByTestId("ledger-count")).toHaveText("6");
});

test("a dossier tells what a unit leads alone and jointly, and its totals under three lenses", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/organizations?q=xlyj");
  await page.getByRole("link", { name: "县林业局" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("县林业局");
  const totals = page.getByRole("table", { name: "牵头与其他角色合计" });
  await expect(totals.getByRole("row", { name: /首位牵头/ })).toContainText("28,470");
  await expect(totals.getByRole("row", { name: /平均分摊（仅供统计）/ })).toContainText("25,475");
  await expect(totals.getByRole("row", { name: /全额计入（含重复）/ })).toContainText("34,470");
  await expect(page.getByText("县发展改革委、县林业局")).toBeVisible();
  await expect(page.getByText("管理单位")).toBeHidden();
  await page.getByRole("link", { name: "超期未完工 10 个" }).click();
  await expect(page.getByTestId("ledger-count")).toHaveText("10");
});

test("words that name no unit are counted apart", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/organizations");
  await page.getByRole("link", { name: "未明确的写法" }).click();
  const row = page.getByRole("row", { name: /未明确具体单位（原文“企业”）/ });
  await expect(row).toContainText("12 个");
  await expect(row).toContainText("347,700 万元");
  await row.getByRole("link").click();
  await expect(page.getByRole("heading", { name: /原文写“企业”的项目/ })).toBeVisible();
  await expect(page.getByRole("link", { name: "中国华录黔江数据湖科技园" })).toBeVisible();
});

test("the reviewer confirms an alias; the unit filter then finds both names, until it is taken back", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/organizations?q=天宝药业");
  await page.getByRole("link", { name: "天宝药业", exact: true }).click();
  await expect(page.getByText("别名 · 待确认 · 不合并计算")).toBeVisible();
  await hydrated(page);
  await page.getByRole("button", { name: "确认是同一单位" }).click();
  await expect(page.getByText("请填写。")).toBeVisible();
  await page.getByLabel("理由（确认是同一单位）").fill("工商登记核对");
  await page.getByRole("button", { name: "确认是同一单位" }).click();
  await expect(page.getByText("别名 · 已确认 · 合并计算")).toBeVisible();
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({
    action: "organization.link_confirmed",
    actorName: "城口县 审核员",
  });
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({ reason: "工商登记核对" });
  await page.goto("/projects?unit=天宝药业&unitRole=owner");
  await expect(page.getByTestId("ledger-count")).toHaveText("3");
  await expect(page.getByText("按 天宝药业、重庆天宝药业有限公司 匹配")).toBeVisible();
  await page.goto("/organizations?q=天宝药业");
  await page.getByRole("link", { name: "天宝药业", exact: true }).click();
  await page.getByText("处理", { exact: true }).click();
  await page.getByLabel("理由（恢复为待确认）").fill("再核对");
  await page.getByRole("button", { name: "恢复为待确认" }).click();
  await expect(page.getByText("别名 · 待确认 · 不合并计算")).toBeVisible();
  await page.goto("/projects?unit=天宝药业&unitRole=owner");
  await expect(page.getByTestId("ledger-count")).toHaveText("2");
});

test("the reviewer merges a unit and takes it back; the ledger follows both times", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto(BRACKETED);
  await hydrated(page);
  await page.getByText("并入另一单位").click();
  await page.getByLabel("并入到（完整名称）").fill("县林业局");
  const step = page.locator("form").filter({ hasText: "并入到" });
  await step.getByLabel("理由").fill("机构改革");
  await page.getByRole("button", { name: "确认并入" }).click();
  await expect(page.getByText(/有 5 处文件把它与“县林业局”并列/)).toBeVisible();
  await expect(step.getByLabel("理由")).toHaveValue("机构改革");
  await page.getByLabel("并入到（完整名称）").fill("县经济信息委");
  await page.getByRole("button", { name: "确认并入" }).click();
  await expect(page.getByRole("note")).toContainText("该单位已并入 县经济信息委");
  const merged = await lastEvents(18);
  expect(merged.at(-1)?.action).toBe("organization.merged");
  expect(new Set(merged.slice(0, 17).map(({ action }) => action))).toEqual(
    new Set(["project.unit_merged"]),
  );
  await page.goto("/projects?unit=县经济信息委");
  await expect(page.getByRole("status").first()).toContainText("19 个项目 · 总投资 6.6845 亿元");
  await page.goto(BRACKETED);
  await hydrated(page);
  await page.getByLabel("理由").fill("登记有误");
  await page.getByRole("button", { name: "确认撤销" }).click();
  await expect(page.getByRole("note")).toBeHidden();
  await page.goto("/projects?unit=县经济信息委");
  await expect(page.getByTestId("ledger-count")).toHaveText("2");
});

test("a kind is changed under the other reviewer's eyes: the second save meets a conflict", async ({
  page,
  context,
  signIn,
}) => {
  await signIn("reviewer");
  const other = await context.newPage();
  for (const tab of [page, other]) {
    await tab.goto("/organizations/8");
    await hydrated(tab);
    await tab.getByText("修改性质").click();
  }
  const save = async (tab: Page, kind: string) => {
    const form = tab.locator("form").filter({ hasText: "保存性质" });
    await form.getByLabel("性质").selectOption(kind);
    await form.getByLabel("理由").fill("核对");
    await form.getByRole("button", { name: "保存性质" }).click();
  };
  await save(page, "institution");
  await expect(page.getByText(/^事业单位、科研院所 · 城口县/)).toBeVisible();
  await save(other, "park");
  await expect(other.getByText(/别人已保存了新的内容/)).toBeVisible();
});

test("the dossier is exported as one workbook, on record", async ({ page, signIn }) => {
  await signIn("auditor");
  const begun = page.waitForEvent("download");
  await page.goto(`${FORESTRY}/export`).catch(() => undefined);
  const download = await begun;
  expect(download.suggestedFilename()).toMatch(/^责任单位-县林业局-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const workbook = new excel.Workbook();
  const bytes = new Uint8Array(await readFile(await download.path()));
  await workbook.xlsx.load(bytes.buffer as ArrayBuffer);
  expect(workbook.worksheets.map(({ name }) => name)).toEqual(["概况", "项目", "变更记录"]);
  const facts = workbook.getWorksheet("概况");
  const split = facts
    ?.getRows(1, 30)
    ?.find((row) => row.getCell(1).value === "平均分摊（仅供统计）");
  expect(split?.getCell(3).value).toBe(25_475);
  // 4 alone, 6 jointly, 3 owned, and the header.
  expect(workbook.getWorksheet("项目")?.rowCount).toBe(14);
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "organization.exported", actorName: "审计员" });
});

test("the pages of units are accessible in both languages, light and dark, on desktop and phone", async ({
  page,
  signIn,
}) => {
  const viewer = await signIn("reviewer");
  await expectAccessible(page, viewer, [
    "/organizations",
    FORESTRY,
    BRACKETED,
    "/organizations/open",
  ]);
});
