import { goLive, jointProject, nameReporter, owedBy } from "../support/go-live";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

test.use({ viewport: { width: 390, height: 844 } });

test("a manager reports the ten that the unit owes on a phone in under three minutes, one after the other", async ({
  page,
  signIn,
}) => {
  test.setTimeout(240_000);
  const manager = await signIn("manager");
  await page.goto("/updates");
  await expect(page.getByText("本地区尚未启用月报")).toBeVisible();
  await goLive();
  await nameReporter((await jointProject(manager)).id, manager);
  const owed = await owedBy(manager);
  expect(owed.length).toBe(10);

  const started = Date.now();
  await page.goto("/updates");
  await page.getByText("菜单").click();
  await expect(page.getByRole("link", { name: "我的填报 10" })).toBeVisible();
  await page.getByText("菜单").click();
  await page.getByRole("link", { name: owed[0]?.projectName }).click();
  for (const [at, row] of owed.entries()) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(row.projectName);
    await hydrated(page);
    // Keystrokes with a thumb's pauses; nothing is filled in at once.
    await page
      .getByLabel("本月完成投资（万元）")
      .pressSequentially(String((at + 1) * 12.5), { delay: 90 });
    await page.getByText("正常", { exact: true }).click();
    await page
      .getByLabel("形象进度", { exact: true })
      .pressSequentially(`主体工程完成${at + 1}成，设备安装中`, { delay: 90 });
    await page.getByRole("button", { name: "提交，下一项" }).dblclick();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(row.projectName);
  }
  expect(Date.now() - started).toBeLessThan(180_000);
  await expect(page.getByText("没有待填的月报。本期已报 10 项。")).toBeVisible();
  const events = await lastEvents(60);
  expect(events.filter(({ action }) => action === "return.submitted")).toHaveLength(10);
});
