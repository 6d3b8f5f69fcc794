import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { addMilestone, updateMilestone } from "@/lib/milestone/commands";
import { listMilestones } from "@/lib/milestone/queries";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

/** Projects that 县林业局 leads, one per test. */
const TIANMA = 14;
const YINYANGHUO = 13;
const WALNUT = 16;
const SEEDS = 6;
const LACQUER = 22;

async function arrange(manager: Viewer, projectId: number, name: string, firstPlanned = "2025-12") {
  const input = { projectId, name, firstPlanned, forecast: null, note: null };
  const id = await write((tx) => addMilestone(tx, manager, input));
  return { id, row: () => row(manager, projectId, id) };
}

async function row(manager: Viewer, projectId: number, id: number) {
  const all = await read((tx) => listMilestones(tx, manager, projectId));
  const found = all.find((milestone) => milestone.id === id);
  if (!found) throw new Error(`There is no milestone ${id}.`);
  return found;
}

test("a manager adds a milestone and registers it as met, by keyboard alone, and both are recorded", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  await page.goto(`/projects/${TIANMA}`);
  await hydrated(page);
  await page.getByRole("link", { name: "添加里程碑" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("名称")).toBeFocused();
  await page.keyboard.type("健康产品 3 个以上");
  await page.keyboard.press("Tab");
  await page.keyboard.type("2025-12");
  await page.keyboard.press("Enter");
  const item = page.getByRole("listitem").filter({ hasText: "健康产品 3 个以上" });
  await expect(item).toContainText(/逾期 \d+ 天/);
  await expect(page.getByLabel("名称")).toHaveCount(0);
  const [added] = await lastEvents(1);
  expect(added).toMatchObject({ action: "milestone.added", projectId: TIANMA });

  await item.getByRole("link", { name: "登记完成" }).focus();
  await page.keyboard.press("Enter");
  const actual = page.getByLabel("实际完成时间");
  await expect(actual).toBeFocused();
  await actual.fill("2026-08");
  await page.keyboard.press("Enter");
  await expect(item).toContainText("2026-08");
  await expect(item.getByTitle("已完成")).toBeVisible();
  await expect(item).toBeFocused();
  const [met] = await lastEvents(1);
  expect(met).toMatchObject({ action: "milestone.met", projectId: TIANMA });
  await page.getByRole("link", { name: "变更与历史" }).click();
  await expect(page.getByText("登记里程碑“健康产品 3 个以上”完成")).toBeVisible();
});

test("a date in the future is refused beside its field, and what was typed stays", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const { id, row } = await arrange(manager, YINYANGHUO, "示范基地建成");
  await page.goto(`/projects/${YINYANGHUO}?edit=done-${id}`);
  await hydrated(page);
  await page.getByLabel("实际完成时间").fill("2098-01");
  await page.getByLabel("说明").fill("提前登记");
  await page.getByRole("button", { name: "登记完成" }).click();
  await expect(page.getByText("日期不能晚于今天。")).toBeVisible();
  await expect(page.getByLabel("实际完成时间")).toHaveValue("2098-01");
  await expect(page.getByLabel("说明")).toHaveValue("提前登记");
  expect((await row()).state).toBe("scheduled");
});

test("the second writer sees both values and decides", async ({ page, signIn }) => {
  const manager = await signIn("manager");
  const { id, row } = await arrange(manager, WALNUT, "新品种选育");
  await page.goto(`/projects/${WALNUT}?edit=update-${id}`);
  await hydrated(page);
  await page.getByLabel("预计完成").fill("2027-03");
  await write((tx) =>
    updateMilestone(tx, manager, {
      id,
      version: 1,
      name: "新品种选育",
      forecast: "2026-12",
      note: null,
    }),
  );
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("别人已保存了新的内容")).toBeVisible();
  await expect(page.getByText("现在的值：2026-12")).toBeVisible();
  await expect(page.getByLabel("预计完成")).toHaveValue("2027-03");
  expect((await row()).forecast).toBe("2026-12");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("button", { name: "保存" })).toHaveCount(0);
  expect(await row()).toMatchObject({ forecast: "2027-03", version: 3 });
});

test("a revised plan stands beside the first date, which stays", async ({ page, signIn }) => {
  const manager = await signIn("manager");
  const { id, row } = await arrange(manager, SEEDS, "种质入库");
  await page.goto(`/projects/${SEEDS}?edit=replan-${id}`);
  await hydrated(page);
  await page.getByLabel("修订后的计划时间").fill("2027-06");
  await page.getByRole("button", { name: "修订计划时间" }).click();
  await expect(page.getByText("请填写。")).toBeVisible();
  await page.getByLabel("理由").fill("场地变更");
  await page.getByRole("button", { name: "修订计划时间" }).click();
  const item = page.locator(`#milestone-${id}`);
  await expect(item).toContainText("修订为 2027-06");
  await expect(item).toContainText("2025-12");
  await expect(item).toContainText(/逾期 \d+ 天/);
  expect(await row()).toMatchObject({ firstPlanned: "2025-12", revisedPlanned: "2027-06" });
  const [event] = await lastEvents(1);
  expect(JSON.parse(event?.payload ?? "{}")).toMatchObject({
    action: "milestone.replanned",
    reason: "场地变更",
  });
});

test("a template, the order, a cancellation and its undoing", async ({ page, signIn }) => {
  await signIn("manager");
  await page.goto(`/projects/${LACQUER}`);
  await hydrated(page);
  await page.getByRole("link", { name: "套用建设/信息化类模板" }).click();
  await expect(page.getByText("竣工验收")).toBeVisible();
  await page.getByRole("button", { name: "添加这些里程碑" }).click();
  const items = page.locator("ol > li[id^=milestone-]");
  await expect(items).toHaveCount(6);
  await items.nth(1).getByRole("link", { name: "更多" }).click();
  await page.getByRole("button", { name: "上移" }).click();
  await expect(items.first()).toContainText("初步设计及概算批复");
  await page.getByRole("link", { name: "取消里程碑" }).click();
  await page.getByLabel("理由").fill("合并到开工");
  await page.getByRole("button", { name: "取消里程碑" }).click();
  await expect(items.first()).toContainText("已取消");
  await items.first().getByRole("link", { name: "更多" }).click();
  await page.getByRole("button", { name: "撤销登记" }).click();
  await expect(items.first()).not.toContainText("已取消");
  const events = await lastEvents(4);
  expect(events.map(({ action }) => action)).toEqual([
    "milestone.reopened",
    "milestone.cancelled",
    "milestone.moved",
    "milestones.template_applied",
  ]);
});

test("only the leading units' managers are offered to enter milestones", async ({
  page,
  signIn,
}) => {
  for (const role of ["reviewer", "leader", "auditor"] as const) {
    await signIn(role);
    await page.goto(`/projects/${TIANMA}?edit=add`);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(page.getByRole("link", { name: "添加里程碑" })).toHaveCount(0);
    await expect(page.getByLabel("名称")).toHaveCount(0);
  }
});
