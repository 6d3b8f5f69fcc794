import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { activateLightRule, proposeLightRule } from "@/lib/light/commands";
import { LIGHT_PRESETS } from "@/lib/light/light";
import { setMoneyPlan } from "@/lib/money-plan/commands";
import { getProjectMoney } from "@/lib/money-plan/queries";
import { submitReturn } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { expect, lastEvents, testAlone } from "../support/test";

const test = testAlone();

const TIANMA = 14;
const WAN = 1_000_000;

test("the lead unit enters plan and opening balance; sums that differ are explained, not blocked", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  await page.goto(`/projects/${TIANMA}?tab=money`);
  await expect(page.getByText("0 / 6 个年度已填计划")).toBeVisible();
  await page.getByRole("link", { name: "填写 2025" }).click();
  await page.getByLabel("全年合计").fill("120");
  await page.getByLabel("中央").fill("50");
  await page.getByLabel("企业自筹").fill("60");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(
    page.getByText("2025 年各资金来源合计 110 万元，年度计划 120 万元，少 10 万元"),
  ).toBeVisible();
  await expect(
    page.getByText("各年度计划合计 120 万元，总投资 500 万元，少 380 万元"),
  ).toBeVisible();
  expect((await lastEvents(1))[0]).toMatchObject({ action: "money_plan.set", projectId: TIANMA });
  await expect(page.getByText("年度计划由牵头单位填报")).toBeVisible();

  // Somebody else saves while the form is open: both values are shown, the second save counts.
  await page.getByRole("link", { name: "填写 2025" }).click();
  await page.getByLabel("全年合计").fill("130");
  await write((tx) =>
    setMoneyPlan(tx, OPERATOR, TIANMA, [
      { year: 2025, month: null, source: null, amountFen: 125 * WAN },
    ]),
  );
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("现在的值：125")).toBeVisible();
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("少 370 万元")).toBeVisible();

  await page.getByRole("link", { name: "填写期初数" }).click();
  await page.getByLabel("累计完成投资").fill("300");
  await page.getByLabel("实际开工").fill("2021-03-01");
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("自开工至 2025 年底的累计数")).toBeVisible();
  const { opening } = await read((tx) => getProjectMoney(tx, manager, TIANMA));
  expect(opening).toMatchObject({
    completedFen: 300 * WAN,
    paidFen: null,
    startedOn: "2021-03-01",
  });
});

test("others read the plan and enter nothing; a manager of another unit does not see it", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto(`/projects/${TIANMA}?tab=money&edit=plan-2025`);
  await expect(page.getByRole("row", { name: /^2025/ })).toContainText("130");
  await expect(page.getByLabel("全年合计")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "填写期初数" })).toHaveCount(0);
  await signIn("manager");
  await page.goto("/projects/1");
  await expect(page.getByRole("link", { name: "资金" })).toHaveCount(0);
  const answer = await page.goto("/projects/1?tab=money");
  expect(answer?.status()).toBe(403);
});

test("the returns stand month by month with four amounts, three lights and the sentence", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const project = 14;
  const month = await read(async (tx) => tx.today.slice(0, 7));
  const year = Number(month.slice(0, 4));
  const startsMonth = `${year - 1}-11`;
  const reported = `${year - 1}-12`;
  await write(async (tx) => {
    await setCalendar(tx, OPERATOR, { regionCode: "500229", startsMonth, ...USUAL_CALENDAR });
    const id = await proposeLightRule(tx, OPERATOR, {
      regionCode: "500229",
      name: "序时差额法",
      type: "research",
      fromMonth: startsMonth,
      ...LIGHT_PRESETS.gap,
    });
    await activateLightRule(tx, OPERATOR, { id, version: 1 });
    await setMoneyPlan(tx, OPERATOR, project, [
      { year: year - 1, month: null, source: null, amountFen: 100 * WAN },
    ]);
  });
  const entry = returnEntry.parse({
    projectId: String(project),
    month: reported,
    version: "0",
    requestKey: "money-test",
    stage: "completed",
    stageOn: `${year - 1}-12-30`,
    progressText: "品种选育完成",
    selfLight: "green",
    completedFen: "75",
    paidFen: "40",
  });
  await write((tx) => submitReturn(tx, manager, entry));
  await signIn("leader");
  await page.goto(`/projects/${project}?tab=returns`);
  const row = page.getByRole("listitem").filter({ hasText: "品种选育完成" });
  await expect(row).toContainText(reported);
  await expect(row).toContainText("75");
  await expect(row).toContainText("本年 75");
  await expect(row).toContainText("累计 300");
  await expect(row).toContainText(
    "1–12月序时进度100.0%，完成年度计划投资75.0%，低于序时进度25.0个百分点→黄灯（规则“序时差额法”",
  );
  await expect(row).toContainText("三灯不一致");
});
