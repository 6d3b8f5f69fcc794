import { expect, lastEvents, test } from "../support/test";

const TABLE = "统计 牵头单位";

test("a leader sees Chengkou by lead unit under each lens, each number a link to its projects", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/rollups?by=lead&region=500229");
  const table = page.getByRole("table", { name: TABLE });
  await expect(table.getByRole("row", { name: /^县林业局 9 28,470 29.3%/ })).toBeVisible();
  await page.getByRole("link", { name: "平均分摊（仅供统计）" }).click();
  const row = table.getByRole("row", { name: /^县林业局 10 25,475/ });
  await expect(row).toBeVisible();
  await expect(table.getByText("其中 11 个联合牵头项目重复计入 18,355 万元")).toBeVisible();
  await expect(page.getByText("规划口径").first()).toBeVisible();
  await row.getByRole("link", { name: "25,475" }).click();
  await expect(page).toHaveURL(/\/projects\?/);
  await expect(page.getByTestId("ledger-count")).toHaveText("10");
  await expect(page.getByText("平均分摊 25,475 万元，全额 34,470 万元")).toBeVisible();
});

test("without the largest project the table says so, and its links leave it out too", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/rollups?by=region");
  await page.getByRole("link", { name: "剔除最大项目（67.4%）" }).click();
  await expect(page.getByText(/已剔除最大项目“中国华录黔江数据湖科技园”/)).toBeVisible();
  await page.getByRole("link", { name: "黔江区" }).click();
  await expect(page.getByTestId("ledger-count")).toHaveText("11");
});

test("the first rows and their share stay in the address", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/rollups?by=lead&region=500229");
  await page.getByRole("link", { name: "前 3 行" }).click();
  await expect(page).toHaveURL(/top=3/);
  await expect(page.getByText("前 3 行占 87.6%。")).toBeVisible();
  await expect(page.getByText("其余 2 行")).toBeVisible();
});

test("two dimensions make a matrix, and the form works without JavaScript", async ({
  browser,
  page,
  server,
  signIn,
}) => {
  await signIn("leader");
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: server.url });
  await context.addCookies(await page.context().cookies());
  const plain = await context.newPage();
  await plain.goto("/rollups?by=lead&region=500229");
  await plain.getByText("列分组：无").click();
  await plain.getByRole("group", { name: "列分组" }).getByLabel("行业（主行业）").check();
  await plain.getByRole("button", { name: "应用" }).locator("visible=true").first().click();
  const matrix = plain.getByRole("table", { name: "牵头单位 × 行业（主行业）" });
  await expect(matrix.getByRole("row", { name: /^县林业局/ })).toContainText("12,990");
  await matrix.getByRole("link", { name: "12,990" }).click();
  await expect(plain).toHaveURL(/group=lead/);
  await context.close();
});

test("years are derived: hatched, marked, and not in the total until asked for", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto("/rollups?by=activeYear&region=500229");
  await expect(page.getByRole("row", { name: /^2024 26 18,920 推算/ })).toBeVisible();
  await expect(page.getByText(/未计入合计/)).toBeVisible();
  await page.getByRole("link", { name: "计入推算值" }).click();
  await expect(page.getByText(/已计入各行/)).toBeVisible();
});

test("an export leaves its event, and a manager has no rollups", async ({ page, signIn }) => {
  await signIn("reviewer");
  const file = await page.request.get("/rollups/export?by=lead&format=csv");
  expect(decodeURIComponent(file.headers()["content-disposition"] ?? "")).toContain(
    "统计 牵头单位",
  );
  expect(await file.text()).toContain("县林业局");
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "ledger.exported" });
  expect(event?.payload).toContain("by=lead");
  await signIn("manager");
  const refused = await page.goto("/rollups");
  expect(refused?.status()).toBe(403);
  await expect(page.getByRole("link", { name: "统计" })).toHaveCount(0);
});
