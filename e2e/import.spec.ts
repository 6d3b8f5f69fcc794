import { SAMPLE_CSV } from "./sample-import";
import { expect, hydrated, lastEvents, testApart as test } from "./test";

test("a document is read, its doubt confirmed by keyboard, published, and shows its cells", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/imports");
  await hydrated(page);
  await page
    .getByLabel("把文件拖到这里")
    .setInputFiles({ name: "山区规划.csv", mimeType: "text/csv", buffer: Buffer.from(SAMPLE_CSV) });
  await page.getByRole("button", { name: "读取" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("山区规划.csv");
  await expect(page.getByRole("heading", { name: "第 2 项 中蜂标准化养殖示范场" })).toBeVisible();
  const accept = page.locator("[data-accept] button");
  await expect(accept.first()).toBeVisible();
  await hydrated(page);
  const open = await accept.count();
  await page.keyboard.press("Enter");
  await expect(accept).toHaveCount(open - 1);
  await page.keyboard.press("k");
  await expect(page.getByRole("heading", { name: "第 1 项 红豆杉容器育苗示范" })).toBeVisible();
  await page.getByRole("button", { name: "确认导入 2 个项目" }).click();
  await expect(page.getByText("已导入 2 个项目。")).toBeVisible();
  expect((await lastEvents(1))[0]?.action).toBe("import.published");
  await page.goto("/projects?q=中蜂标准化养殖示范场");
  await page.getByRole("link", { name: "中蜂标准化养殖示范场" }).click();
  await page.getByRole("link", { name: "来源", exact: true }).click();
  await expect(page.getByRole("cell", { name: "约800" })).toBeVisible();
  await expect(page.getByText("文件 山区规划.csv")).toBeVisible();
});

test("a file that is not what it says is refused with a sentence, and nothing is written", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/imports");
  await hydrated(page);
  const [before] = await lastEvents(1);
  await page
    .getByLabel("把文件拖到这里")
    .setInputFiles({ name: "a.xlsx", mimeType: "x", buffer: Buffer.from("not a workbook") });
  await page.getByRole("button", { name: "读取" }).first().click();
  await expect(page.getByText("扩展名是 .xlsx")).toBeVisible();
  expect((await lastEvents(1))[0]?.seq).toBe(before?.seq);
});
