import { readFileSync } from "node:fs";
import { expect, test } from "../support/test";

test("a leader sees the totals of all counties, each number a link to its projects", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/overview");
  await expect(page.getByText("44.5025")).toBeVisible();
  await expect(page.getByText("48 个中 39 个有金额 · 规划口径与现行口径一致")).toBeVisible();
  await expect(
    page.getByText("斜纹条已截断：数字经济含“中国华录黔江数据湖科技园” 30 亿元"),
  ).toBeVisible();
  const attention = page.getByRole("table", { name: "需要核实" });
  await expect(attention.getByRole("row", { name: /超期未完工 39 445,025/ })).toBeVisible();
  await expect(attention.getByRole("row", { name: /未明确具体单位.* 16 362,700/ })).toBeVisible();
  await expect(attention.getByRole("row", { name: /未明确牵头单位.* 9 金额未知/ })).toBeVisible();
});

for (const [name, count] of [
  [/^超期未完工 39/, 39],
  [/^未填报/, 48],
  [/^未明确具体单位/, 16],
  [/^未明确牵头单位/, 9],
  [/^规划未写明建设单位/, 9],
  [/^规划未给出金额/, 9],
  [/^黔江区/, 12],
  [/^合计/, 48],
] as const) {
  test(`the row ${name} leads to exactly its ${count} projects`, async ({ page, signIn }) => {
    await signIn("leader");
    await page.goto("/overview");
    await page.getByRole("row", { name }).getByRole("link").first().click();
    await expect(page).toHaveURL(/\/projects/);
    await expect(page.getByTestId("ledger-count")).toHaveText(String(count));
  });
}

test("a sector's bar leads to its primary projects", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/overview?region=500229");
  await page.getByRole("link", { name: /中医药 6,200 8 个/ }).click();
  await expect(page.getByTestId("ledger-count")).toHaveText("8");
});

test("a chart can be saved as a picture", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/overview");
  const download = page.waitForEvent("download");
  await page
    .getByRole("region", { name: "按行业的总投资（万元）" })
    .getByRole("button", { name: "存为图片" })
    .click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^按行业的总投资（万元）-\d{4}-\d{2}-\d{2}\.png$/);
  const bytes = readFileSync(await file.path());
  expect(bytes.subarray(1, 4).toString()).toBe("PNG");
  expect(bytes.length).toBeGreaterThan(20_000);
});

test("a county's part of the headline leads to its projects", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/overview");
  await page.getByRole("link", { name: "黔江区 34.77" }).click();
  await expect(page.getByTestId("ledger-count")).toHaveText("12");
});

test("the timeline of all projects is printed on one sheet of A3, the chain's head below it", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/overview");
  const bytes = await page.pdf({ format: "A4", preferCSSPageSize: true });
  const sheets = [...bytes.toString("latin1").matchAll(/\/MediaBox \[0 0 (\d+)/g)];
  const widths = sheets.map(([, width]) => Number(width));
  expect(widths.filter((width) => width > 1_000)).toHaveLength(1);
  expect(widths.at(-1)).toBeGreaterThan(1_000);
});
