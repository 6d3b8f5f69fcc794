import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { setMoneyPlan } from "@/lib/money-plan/commands";
import { submitReturn } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { expect, lastEvents, testAlone } from "../support/test";

const test = testAlone();

const TIANMA = 14;
const WAN = 1_000_000;

test("the reviewer tries and proposes a rule, the leader activates it, and the lights that disagree are listed", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const year = Number(await read(async (tx) => tx.today.slice(0, 4))) - 1;
  const month = `${year}-12`;
  const entry = returnEntry.parse({
    projectId: String(TIANMA),
    month,
    version: "0",
    requestKey: "lights-test",
    stage: "completed",
    stageOn: `${year}-12-30`,
    progressText: "品种选育完成",
    selfLight: "green",
    completedFen: "50",
  });
  await write(async (tx) => {
    const calendar = { regionCode: "500229", startsMonth: month, ...USUAL_CALENDAR };
    await setCalendar(tx, OPERATOR, calendar);
    await setMoneyPlan(tx, OPERATOR, TIANMA, [
      { year, month: null, source: null, amountFen: 100 * WAN },
    ]);
    await submitReturn(tx, manager, entry);
  });

  await signIn("reviewer");
  await page.goto("/lights?show=all");
  await expect(page.getByText("没有已启用的亮灯规则→未评")).toBeVisible();
  await page.getByRole("link", { name: "亮灯规则" }).click();
  await expect(page.getByText("还没有启用的规则")).toBeVisible();
  await page.getByLabel("项目类型").selectOption("research");
  await page.getByLabel("起用月份").fill(month);
  await page.getByLabel("黄灯界限").fill("50");
  await page.getByRole("button", { name: "试算" }).click();
  await expect(page.getByText("红灯界限应比黄灯更严重。")).toBeVisible();
  await page.getByLabel("黄灯界限").fill("10");
  await page.getByRole("button", { name: "试算" }).click();
  const run = page.getByRole("region", { name: "按规则“序时差额法”试算" });
  await expect(run).toContainText("未评1 → 0");
  await expect(run).toContainText("红灯0 → 1");
  await expect(run.getByRole("link", { name: "天麻种质资源" })).toBeVisible();
  await run.getByRole("button", { name: "提交领导启用" }).click();
  await expect(run.getByText("已保存。")).toBeVisible();
  expect((await lastEvents(1))[0]).toMatchObject({ action: "light_rule.proposed" });
  await expect(page.getByRole("button", { name: "启用规则" })).toHaveCount(0);
  await page.getByRole("button", { name: "撤回规则 序时差额法" }).click();
  await expect(page.getByText("没有待启用的规则。")).toBeVisible();
  await expect(page.getByText("已撤回")).toBeVisible();
  expect((await lastEvents(1))[0]).toMatchObject({ action: "light_rule.withdrawn" });
  await run.getByRole("button", { name: "提交领导启用" }).click();
  await expect(page.getByRole("button", { name: "撤回规则 序时差额法" })).toBeVisible();

  await signIn("leader");
  await page.goto("/lights/rules?region=500229");
  await expect(page.getByRole("button", { name: "撤回规则" })).toHaveCount(0);
  await page.getByRole("link", { name: "试算 序时差额法" }).click();
  await page.getByLabel("退回理由").fill("起用月份太早");
  await page.getByRole("button", { name: "退回规则" }).click();
  await expect(page.getByText("退回：起用月份太早")).toBeVisible();
  const [declined] = await lastEvents(1);
  expect(declined?.action).toBe("light_rule.declined");
  expect(JSON.parse(declined?.payload ?? "{}")).toMatchObject({ reason: "起用月份太早" });
  await signIn("reviewer");
  await page.goto("/lights/rules");
  await page.getByLabel("项目类型").selectOption("research");
  await page.getByLabel("起用月份").fill(month);
  await page.getByRole("button", { name: "试算" }).click();
  await run.getByRole("button", { name: "提交领导启用" }).click();
  await expect(page.getByRole("button", { name: "撤回规则 序时差额法" })).toBeVisible();

  await signIn("leader");
  await page.goto("/lights/rules?region=500229");
  await expect(page.getByText("低于序时进度10至30个百分点").first()).toBeVisible();
  await expect(page.getByRole("button", { name: "提交领导启用" })).toHaveCount(0);
  await page.getByRole("link", { name: "试算 序时差额法" }).click();
  await expect(page.getByText("已报的也重新计算")).toBeVisible();
  await page.getByRole("button", { name: "启用规则" }).click();
  await expect(page.getByText("没有待启用的规则。")).toBeVisible();
  await page.goto("/lights");
  await expect(page.getByText("低于序时进度50.0个百分点→红灯（规则“序时差额法”")).toBeVisible();
  await expect(page.getByText("三灯不一致").last()).toBeVisible();
  await expect(page.getByText("连续红灯 1 个月")).toBeVisible();
});
