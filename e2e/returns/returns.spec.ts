import { read } from "@/db/client";
import { findReturn } from "@/lib/monthly-return/queries";
import { expectAccessible } from "../support/accessible";
import { goLive, owedProjects, sampleReturn } from "../support/sample-return";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

test("the reviewer sees who has reported, approves several at once and sends one back", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/returns");
  await expect(page.getByText("城口县尚未启用月报")).toBeVisible();
  const month = await goLive();
  const [one, two, three] = await owedProjects();
  if (!one || !two || !three) throw new Error("nothing owed");
  for (const { id } of [one, two, three]) await sampleReturn(id);

  await page.goto("/returns");
  await expect(page.locator("[data-figure=owed] dd")).toContainText("27");
  await expect(page.locator("[data-figure=waiting] dd")).toHaveText("3");
  const item = page.locator("#returns li").filter({ hasText: one.name });
  await expect(item).toContainText("本月完成 12.5 万元");
  await expect(item).toContainText("前期手续办理中");
  const unit = page.getByRole("row", { name: /^县林业局/ });
  await expect(unit).toContainText("33.3%");

  // Nothing is ticked; then the reason is missing; then two are approved in one step.
  await hydrated(page);
  await page.getByRole("button", { name: "通过所选" }).click();
  await expect(page.getByText("请先勾选月报。")).toBeVisible();
  await page.getByRole("checkbox", { name: `选择“${one.name}”` }).check();
  await page.getByRole("button", { name: "退回所选" }).click();
  await expect(page.getByText("请填写。")).toBeVisible();
  await page.reload();
  await hydrated(page);
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await page.getByRole("button", { name: "通过所选" }).dblclick();
  await expect(page.locator("[data-figure=waiting] dd")).toHaveText("1");
  const approved = (await lastEvents(5)).filter(({ action }) => action === "return.approved");
  expect(approved).toHaveLength(2);

  // The last one is sent back on its own page, with the reason, and its unit is told.
  await page.getByRole("link", { name: three.name }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(`${month} 月报`);
  await hydrated(page);
  await page.keyboard.press("r");
  await page.keyboard.type("形象进度请写明用地批复情况");
  await page.keyboard.press("Enter");
  await expect(page.getByText("已退回：形象进度请写明用地批复情况")).toBeVisible();
  const row = await read((tx) => findReturn(tx, three.id, month));
  expect(row).toMatchObject({ state: "returned", returnReason: "形象进度请写明用地批复情况" });

  await signIn("manager");
  await page.goto("/notices");
  await expect(page.getByText(`退回：“${three.name}” ${month} 月报被退回`)).toBeVisible();
  await expect(page.getByRole("link", { name: /^消息/ })).toContainText("1");
  await hydrated(page);
  await page.getByRole("button", { name: "知道了" }).click();
  await expect(page.getByRole("button", { name: "知道了" })).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^消息/ })).not.toContainText("1");
});

test("two reviewers at the same return: the second one reads who was first", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  const [project] = await owedProjects();
  if (!project) throw new Error("nothing owed");
  const id = await sampleReturn(project.id);
  await page.goto(`/returns/${id}`);
  await hydrated(page);
  const other = await page.context().newPage();
  await other.goto(`/returns/${id}`);
  await hydrated(other);
  await other.getByLabel("退回原因（退回时必填）").fill("请核对金额");
  await other.getByRole("button", { name: "退回" }).click();
  await expect(other.getByText("已退回：请核对金额")).toBeVisible();
  await other.close();
  await page.getByRole("button", { name: "审核通过" }).click();
  await expect(page.getByText("该月报已由城口县 审核员退回，未作任何改动。")).toBeVisible();
});

test("the list of who is missing is ready to copy, and a reminder arrives once a day", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await goLive();
  await page.goto("/returns");
  await page.getByRole("link", { name: "催报名单" }).click();
  const text = await page.getByRole("textbox", { name: /^名单文字/ }).inputValue();
  expect(text).toMatch(/^城口县 \d{4}-\d\d 月报催报/);
  expect(text).toContain("县林业局（");
  expect(text).toContain("联系人：未登记");
  await hydrated(page);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.getByRole("button", { name: "复制名单" }).click();
  await expect(page.getByText("已复制。")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(text);
  await page.getByRole("button", { name: "发送提醒" }).dblclick();
  await expect(page.getByText("已提醒")).toBeVisible();
  const reminded = (await lastEvents(5)).filter(({ action }) => action === "return.reminded");
  expect(reminded).toHaveLength(1);
  await signIn("manager");
  await page.goto("/updates");
  await page.getByRole("link", { name: /^消息/ }).click();
  await expect(page.getByText(/^催报：县林业局/)).toBeVisible();
});

test("a leader reads the returns and decides nothing; a manager has no such page", async ({
  page,
  signIn,
}) => {
  await goLive();
  await signIn("leader");
  await page.goto("/returns?region=500229&show=all");
  await expect(page.locator("#returns li")).toHaveCount(25);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await page.goto("/returns/reminders?region=500229");
  await expect(page.getByRole("button", { name: "发送提醒" })).toHaveCount(0);
  await signIn("manager");
  const answer = await page.goto("/returns");
  expect(answer?.status()).toBe(403);
});

test("the pages of returns are accessible in both languages, light and dark, on desktop and phone", async ({
  page,
  signIn,
}) => {
  const [project] = await owedProjects();
  const id = await sampleReturn(project?.id);
  const viewer = await signIn("reviewer");
  await expectAccessible(page, viewer, [
    "/returns",
    "/returns?show=all",
    "/returns?show=correction",
    `/returns/${id}`,
    "/returns/reminders",
    "/notices",
  ]);
});
