import { read } from "@/db/client";
import { savedViews } from "@/db/schema";
import { expect, hydrated, lastEvents, test } from "../support/test";

const FORESTRY = `/projects?region=500229&unit=${encodeURIComponent("县林业局")}&sort=amount`;

test("the ledger of one unit: count, money, joint projects, order and highlighting", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto(FORESTRY);
  await expect(page.getByRole("status")).toHaveText(
    "10 个项目 · 总投资 3.447 亿元 · 其中联合牵头 6 个、17,990 万元",
  );
  const rows = page.locator("tbody tr");
  await expect(rows).toHaveCount(10);
  await expect(rows.first()).toContainText("重庆核桃研发中心");
  await expect(rows.first()).toContainText("城口县 · 重点项目表第 16 项 · 特色农林");
  await expect(page.locator("tfoot")).toContainText("合计 10 个项目");
  await expect(page.locator("tfoot")).toContainText("34,470");
  await expect(page.locator("th[aria-sort=descending]")).toContainText("总投资");
  const joint = rows.filter({ hasText: "城口大木漆全产业链研发" });
  await expect(joint.locator("td").nth(1)).toContainText("县发展改革委、县林业局");
  await expect(joint.locator("mark")).toHaveText(["县林业局"]);
  await expect(joint).toContainText("未明确具体单位（原文“市场主体”）");
  await expect(joint).toContainText("未填报");
  await expect(joint).toContainText("超期未完工");
});

test("a unit says which bracketed name it could match as well, and takes it on request", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto(`/projects?unit=${encodeURIComponent("县经济信息委")}`);
  await expect(page.getByRole("status")).toContainText("2 个项目 · 总投资 4.779 亿元");
  await page.getByRole("link", { name: "含挂牌名称 县经济信息委（县科技局）（+17）" }).click();
  await expect(page.getByRole("status")).toContainText("19 个项目 · 总投资 6.6845 亿元");
  await expect(page.getByText("按 县经济信息委、县经济信息委（县科技局） 匹配")).toBeVisible();
});

test("both bases and the coverage are named where amounts are missing", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/projects");
  await expect(page.getByText("规划口径与现行口径一致 · 48 个中 39 个有金额")).toBeVisible();
  await expect(page.locator("tfoot")).toContainText("445,025");
  await expect(page.locator("tfoot")).toContainText("48 个中 39 个有金额");
});

test("sorting by a column header goes to the address, and a second time turns it round", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/projects");
  await page.getByRole("link", { name: "总投资（万元）" }).click();
  await expect(page).toHaveURL(/\/projects\?sort=amount$/);
  await expect(page.locator("tbody tr").first()).toContainText("300,000");
  await page.getByRole("link", { name: "总投资（万元）" }).click();
  await expect(page).toHaveURL(/sort=amount&order=asc$/);
  await expect(page.locator("tbody tr").first()).toContainText("虹鳟鱼加工关键技术研究");
  await page.getByRole("link", { name: "项目", exact: true }).click();
  await expect(page.locator("th[aria-sort=ascending]")).toHaveText("项目 ↑");
});

test("an empty answer says which filter excludes what and offers to remove it", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto(`/projects?region=500114&q=${encodeURIComponent("核桃")}`);
  await expect(page.getByText("没有同时符合这些条件的项目。")).toBeVisible();
  await expect(page.getByRole("link", { name: "去掉“搜索：“核桃””，有 12 个项目" })).toBeVisible();
  await page.getByRole("link", { name: /去掉“区县：黔江区”，有 \d+ 个项目/ }).click();
  await expect(page.locator("tbody tr").first()).toContainText("核桃");
  await page.goto(`/projects?unit=${encodeURIComponent("林业")}`);
  await expect(page.getByText("没有名称正好是“林业”的单位。")).toBeVisible();
  await page.getByRole("link", { name: "县林业局（10 个项目）" }).click();
  await expect(page.getByRole("status")).toContainText("10 个项目");
});

test("a view is saved, shared in the region, applied and removed, each leaving its event", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto(FORESTRY);
  await page.locator("summary", { hasText: "视图" }).click();
  await page.getByLabel("把当前视图存为").fill("林业局的大项目");
  await page.getByLabel("本区县共享").check();
  await page.getByRole("button", { name: "保存视图" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  const [saved] = await lastEvents(1);
  expect(saved).toMatchObject({ action: "view.saved", actorName: "城口县 审核员" });
  expect(await read((tx) => tx.select().from(savedViews))).toMatchObject([
    { name: "林业局的大项目", shared: true, removed: false },
  ]);

  await signIn("manager");
  await page.goto("/projects?region=500229");
  await page.locator("summary", { hasText: "视图" }).click();
  await expect(page.getByRole("button", { name: /删除视图/ })).toHaveCount(0);
  await page.getByRole("link", { name: "林业局的大项目" }).click();
  await expect(page.getByRole("status")).toContainText("10 个项目");

  await signIn("reviewer");
  await page.goto("/projects");
  await page.locator("summary", { hasText: "视图" }).click();
  await page.getByRole("button", { name: "删除视图“林业局的大项目”" }).click();
  await expect(page.getByRole("link", { name: "林业局的大项目" })).toHaveCount(0);
  const [removed] = await lastEvents(1);
  expect(removed?.action).toBe("view.removed");
});

test("only who may add a project is offered to", async ({ page, signIn }) => {
  await signIn("reviewer");
  await page.goto("/projects");
  await expect(page.getByRole("link", { name: "新增项目" })).toBeVisible();
  await signIn("auditor");
  await page.goto("/projects");
  await hydrated(page);
  await expect(page.getByRole("link", { name: "新增项目" })).toHaveCount(0);
});

test("columns are chosen and stay in the address; pages and their size too", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/projects?pageSize=25");
  await hydrated(page);
  await expect(page.getByText("第 1–25 项，共 48 项")).toBeVisible();
  await page.getByRole("link", { name: "下一页" }).click();
  await expect(page.getByText("第 26–48 项，共 48 项")).toBeVisible();
  await page.locator("summary", { hasText: "列" }).click();
  await page.getByLabel("项目类型").last().check();
  await page.getByLabel("实施期限", { exact: true }).last().uncheck();
  await page.getByRole("button", { name: "应用" }).click();
  await expect(page.locator("thead")).toContainText("项目类型");
  await expect(page.locator("thead")).not.toContainText("实施期限");
  await expect(page).toHaveURL(/columns=type/);
});
