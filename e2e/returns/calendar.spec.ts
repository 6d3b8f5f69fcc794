import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { findCalendar } from "@/lib/calendar/queries";
import { expect, lastEvents, testAlone } from "../support/test";

const test = testAlone();

const REGION = "500229";

test("the administrator sees what going live does, and then lets the region go live", async ({
  page,
  signIn,
}) => {
  await signIn("administrator");
  await page.goto("/settings");
  await page.getByRole("link", { name: "月报日历" }).click();
  await expect(page.getByRole("heading", { name: "月报日历" })).toBeVisible();
  await page.getByRole("link", { name: "城口县", exact: true }).click();
  await expect(page.getByRole("heading", { name: "城口县：启用和日期" })).toBeVisible();
  await page.getByLabel("截止日").first().fill("31");
  await page.getByRole("button", { name: "查看会有什么变化" }).click();
  await expect(page.getByText("截止日: 格式不对，请检查。")).toBeVisible();

  const month = await read(async (tx) => tx.today.slice(0, 7));
  const earlier = `${Number(month.slice(0, 4)) - 1}-12`;
  await page.getByLabel("启用月份").fill(earlier);
  await page.getByLabel("截止日").first().fill("5");
  await page.getByRole("button", { name: "查看会有什么变化" }).click();
  await expect(page.getByText(`自 ${earlier} 起填报月报。`)).toBeVisible();
  await expect(page.getByText("截止日已过，补报将记为逾期")).toBeVisible();
  await expect(page.getByText(/另有 \d+ 个规划期已开始的项目需确认一次阶段/)).toBeVisible();
  expect(await read((tx) => findCalendar(tx, REGION))).toBeNull();
  await page.getByRole("button", { name: "确认启用" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  expect(await read((tx) => findCalendar(tx, REGION))).toMatchObject({ startsMonth: earlier });
  await expect(page.getByText(`设定“城口县”月报日历（自 ${earlier} 起填报）`)).toBeVisible();
});

test("who saved meanwhile is not overwritten unseen", async ({ page, signIn }) => {
  await signIn("administrator");
  const input = { regionCode: REGION, startsMonth: "2026-01", ...USUAL_CALENDAR };
  await write((tx) => setCalendar(tx, OPERATOR, input));
  await page.goto(`/settings/calendar?regionCode=${REGION}`);
  await page.getByLabel("锁定日").fill("12");
  await page.getByRole("button", { name: "查看会有什么变化" }).click();
  await expect(page.getByText(/月报锁定日由 .* 改为/).first()).toBeVisible();
  await write((tx) => setCalendar(tx, OPERATOR, { ...input, locksDay: 15 }));
  await page.getByRole("button", { name: "确认保存" }).click();
  await expect(page.getByText("现在的值：15")).toBeVisible();
  await page.getByRole("button", { name: "确认保存" }).click();
  await expect(page.getByText("已保存。")).toBeVisible();
  expect(await read((tx) => findCalendar(tx, REGION))).toMatchObject({ locksDay: 12 });
});

test("a notice says which due days it moves; a unit gets a due day of its own", async ({
  page,
  signIn,
}) => {
  await signIn("administrator");
  await page.goto(`/settings/calendar?regionCode=${REGION}`);
  const coming = page.getByRole("table", { name: "近期各月" });
  const cell = await coming.locator("tbody tr").first().locator("td").nth(1).textContent();
  const due = (cell ?? "").slice(0, 10);
  await page.getByLabel("日期").fill(due);
  await page.getByLabel("通知文号").fill("测试通知");
  await page.getByRole("button", { name: "保存工作日" }).click();
  await expect(page.getByText(/城口县：.*月报截止日由/)).toBeVisible();
  await page.getByLabel("单位", { exact: false }).first().fill("县林业局");
  await page.getByLabel("月报").last().fill("2026-10");
  await page.locator("input[name=dueOn]").fill("2026-11-20");
  await page.getByLabel("理由").fill("测试");
  await page.getByRole("button", { name: "保存例外" }).click();
  await expect(page.getByText("县林业局：2026-10 月报延至 2026-11-20")).toBeVisible();
  expect((await lastEvents(1))[0]).toMatchObject({ action: "calendar.exception_set" });
});
