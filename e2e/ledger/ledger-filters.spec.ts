import { expect, hydrated, test } from "../support/test";

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the filters are one plain form", async ({ page, signIn }) => {
    await signIn("auditor");
    await page.goto("/projects?stage=planned");
    await page.locator("summary", { hasText: "行业" }).click();
    await page.getByRole("link", { name: "显示选项" }).locator("visible=true").click();
    await expect(page).toHaveURL(/open=sector/);
    await page.getByLabel("搜索项目、单位、内容").fill("核桃");
    await page.getByLabel("特色农林").check();
    await page.getByRole("button", { name: "应用" }).click();
    await expect(page).toHaveURL(/sector=specialty_agriculture_forestry/);
    // What a panel that was not drawn had chosen is still chosen.
    await expect(page).toHaveURL(/stage=planned/);
    const rows = page.locator("tbody tr");
    await expect(rows.first()).toContainText("核桃");
    await expect(page.getByText("行业：特色农林")).toBeVisible();
    await page.getByRole("link", { name: "取消筛选 行业：特色农林" }).click();
    await expect(page).not.toHaveURL(/sector=/);
    await page.getByRole("link", { name: "清除" }).click();
    await expect(page).toHaveURL(/\/projects$/);
    await expect(rows).toHaveCount(48);
  });
});

test("counts in a filter react to the other filters", async ({ page, signIn }) => {
  await signIn("auditor");
  await page.goto("/projects?region=500229");
  await hydrated(page);
  const count = async (facet: string, option: string) => {
    await page.locator("summary", { hasText: facet }).click();
    return page.locator("details[open] label", { hasText: option }).locator("span");
  };
  await expect(await count("行业", "中医药")).toHaveText("8");
  await page.getByRole("checkbox", { name: /^中医药/ }).check();
  await page.getByRole("button", { name: "应用" }).click();
  await expect(page.getByRole("status")).toContainText("8 个项目 · 总投资 0.62 亿元");
  await expect(await count("行业", "生态环保")).toHaveText("2");
  await page.keyboard.press("Escape");
  await expect(await count("核查", "联合牵头")).not.toHaveText("11");
});

test("where the controls of a panel do not come, a link leads to the page that has them", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.route("**/projects/panels?*", (route) => route.fulfill({ status: 403 }));
  await page.goto("/projects?stage=planned&basis=plan");
  await hydrated(page);
  await page.locator("summary", { hasText: "阶段" }).click();
  const panel = page.locator("details[open]");
  await expect(panel.getByRole("checkbox")).toHaveCount(0);
  await panel.getByRole("link", { name: "显示选项" }).click();
  await expect(page).toHaveURL(/stage=planned.*open=stage/);
  await expect(panel.getByLabel("列入规划")).toBeChecked();
  await panel.getByLabel("暂停").check();
  await panel.getByRole("button", { name: "应用" }).click();
  // What another panel had chosen, whose controls never came, is still chosen.
  await expect(page).toHaveURL(/basis=plan/);
  await expect(page).toHaveURL(/stage=suspended/);
});

test("a unit is found by pinyin initials and by a part of its name", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/projects");
  await hydrated(page);
  await page.locator("summary", { hasText: "责任单位" }).click();
  const field = page.getByRole("combobox");
  await field.fill("xly");
  await expect(page.getByRole("option")).toHaveText(["县林业局10"]);
  await field.fill("经济信息");
  await expect(page.getByRole("option")).toHaveText([
    "县经济信息委（县科技局）17",
    "县经济信息委2",
  ]);
  await field.press("ArrowDown");
  await field.press("ArrowDown");
  await field.press("Enter");
  await expect(page.getByRole("status")).toContainText("2 个项目");
  await expect(page).toHaveURL(`/projects?unit=${encodeURIComponent("县经济信息委")}`);
});

test("the keyboard: search, through the rows, open, help", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/projects");
  await hydrated(page);
  await page.keyboard.press("/");
  await page.keyboard.type("天麻");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/projects?q=${encodeURIComponent("天麻")}`);
  const links = page.locator("tbody th a");
  await page.keyboard.press("j");
  await expect(links.first()).toBeFocused();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "键盘操作" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  const href = await links.first().getAttribute("href");
  await links.first().focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(href ?? "");
});

test("a panel closes on Escape and on a press outside, and keeps the focus on its chip", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto("/projects");
  await hydrated(page);
  const chip = page.locator("summary", { hasText: "阶段" });
  const panel = page.locator("details", { has: chip });
  await chip.click();
  // Only what has drawn its controls has heard that it is open.
  await expect(panel.getByLabel("列入规划")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel).not.toHaveAttribute("open", "");
  await expect(chip).toBeFocused();
  await chip.click();
  await expect(panel.getByLabel("列入规划")).toBeVisible();
  await page.getByRole("heading", { name: "项目清单" }).click();
  await expect(panel).not.toHaveAttribute("open", "");
});

for (const width of [360, 390]) {
  test(`at ${width} px nothing runs off the side and every card says what its values are`, async ({
    page,
    signIn,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await signIn("leader");
    for (const address of ["/projects", "/projects?columns=plan&columns=sector&columns=amount"]) {
      await page.goto(address);
      await expect(page.locator("tbody tr").first()).toBeVisible();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(width);
    }
    await page.goto("/projects");
    await page.locator("summary", { hasText: "核查" }).click();
    const box = await page.locator("details[open] > div").boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= width).toBe(true);
  });
}
