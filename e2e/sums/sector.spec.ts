import { expectAccessible } from "../support/accessible";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

test("the reviewer confirms several at once, and takes one back", async ({ page, signIn }) => {
  await signIn("reviewer");
  await page.goto("/sectors");
  await expect(page.getByText("8 个项目的行业待确认")).toBeVisible();
  const lingzhi = page.getByRole("listitem").filter({ hasText: "灵芝精深加工" }).first();
  await expect(lingzhi.locator("mark").first()).toHaveText("灵芝");
  await expect(lingzhi).toContainText("中医药 主行业 · 依据：灵芝 · 待确认");
  await hydrated(page);
  await page.getByRole("button", { name: "确认所选" }).click();
  await expect(page.getByText("请先勾选项目。")).toBeVisible();
  await page.getByRole("checkbox", { name: "选择“灵芝精深加工”" }).check();
  await page.getByRole("checkbox", { name: "选择“大巴山经济动物种质资源库”" }).check();
  await page.getByRole("button", { name: "确认所选" }).click();
  await expect(page.getByText("6 个项目的行业待确认")).toBeVisible();
  const confirmed = await lastEvents(2);
  expect(confirmed.map(({ action, projectId }) => [action, projectId])).toEqual([
    ["project.sectors_confirmed", 11],
    ["project.sectors_confirmed", 7],
  ]);
  await page.getByText("撤销 灵芝精深加工").click();
  await page.getByRole("textbox", { name: "理由" }).fill("再核对");
  await page.getByRole("button", { name: "确认撤销" }).click();
  await expect(page.getByText("7 个项目的行业待确认")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: "选择“灵芝精深加工”" })).toBeVisible();
  await page.getByRole("link", { name: "已确认" }).click();
  const done = page.getByRole("listitem").filter({ hasText: "大巴山经济动物种质资源库" }).first();
  await expect(done).toContainText("已确认（城口县 审核员");
});

test("another primary sector moves the project in the ledger", async ({ page, signIn }) => {
  await signIn("reviewer");
  await page.goto("/sectors/23");
  await hydrated(page);
  await page.getByLabel("主行业").selectOption("technology_services");
  await page.getByRole("checkbox", { name: "食品加工与功能食品" }).check();
  await page.getByLabel("理由").fill("以研发服务为主");
  await page.getByRole("button", { name: "保存并确认" }).click();
  await expect(page.getByText("科技服务与双创 主行业 · 无匹配词，人工选定 · 已确认")).toBeVisible();
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "project.sectors_changed", projectId: 23 });
  await page.goto("/sectors");
  await page
    .getByRole("row", { name: /^科技服务与双创/ })
    .getByRole("link")
    .first()
    .click();
  await expect(page.getByTestId("ledger-count")).toHaveText("2");
});

test("a leader reads the evidence and changes nothing", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/sectors?region=500114");
  await expect(page.getByText("2 个项目的行业待确认")).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page
    .getByRole("link", { name: /^查看或调整/ })
    .first()
    .click();
  await expect(page.getByRole("heading", { name: "现在的行业与依据" })).toBeVisible();
  await expect(page.getByRole("button", { name: "保存并确认" })).toHaveCount(0);
});

test("the pages of sectors are accessible in both languages, light and dark, on desktop and phone", async ({
  page,
  signIn,
}) => {
  const viewer = await signIn("reviewer");
  await expectAccessible(page, viewer, ["/sectors", "/sectors?state=all", "/sectors/14"]);
});
