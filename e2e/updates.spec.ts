import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { listOwed } from "@/lib/monthly-return/owed";
import { findReturn } from "@/lib/monthly-return/queries";
import { expect, hydrated, lastEvents, test } from "./test";

test.use({ viewport: { width: 390, height: 844 } });

test("a manager reports everything the unit owes on a phone, one after the other", async ({
  page,
  signIn,
  complaints,
}) => {
  test.setTimeout(180_000);
  const manager = await signIn("manager");
  await page.goto("/updates");
  await expect(page.getByText("本地区尚未启用月报")).toBeVisible();
  const month = await read(async (tx) => tx.today.slice(0, 7));
  const startsMonth = `${Number(month.slice(0, 4)) - 1}-12`;
  await write((tx) =>
    setCalendar(tx, OPERATOR, { regionCode: "500229", startsMonth, ...USUAL_CALENDAR }),
  );
  const { owed } = await read((tx) => listOwed(tx, manager));
  expect(owed.length).toBe(9);
  const [first] = owed;
  if (!first) throw new Error("nothing owed");

  await page.goto("/updates");
  await page.getByRole("link", { name: first.projectName }).click();
  await hydrated(page);
  const amount = page.getByLabel("本月完成投资（万元）");

  // Without a connection the device keeps it; the draft arrives once it is back.
  await page.context().setOffline(true);
  await amount.fill("12.5");
  await expect(page.getByText("连接中断")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("草稿已保存")).toBeVisible();
  const place = [first.projectId, first.days.month] as const;
  const draft = await read((tx) => findReturn(tx, ...place));
  expect(draft).toMatchObject({ state: "draft", completedFen: 12_500_000 });

  // The lost connection was the test's own doing; whatever else the browser says still counts.
  const others = complaints.filter((said) => !said.includes("ERR_INTERNET_DISCONNECTED"));
  complaints.splice(0, complaints.length, ...others);

  const started = Date.now();
  for (const [at, row] of owed.entries()) {
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(row.projectName);
    await hydrated(page);
    await amount.fill(String(at + 1));
    await page.getByText("正常", { exact: true }).click();
    await page
      .getByLabel("形象进度", { exact: true })
      .pressSequentially("主体工程完成，设备安装中");
    await page.getByRole("button", { name: "提交，下一项" }).dblclick();
    await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(row.projectName);
  }
  expect(Date.now() - started).toBeLessThan(180_000);
  await expect(page.getByText("没有待填的月报。本期已报 9 项。")).toBeVisible();
  const events = await lastEvents(60);
  expect(events.filter(({ action }) => action === "return.submitted")).toHaveLength(9);
});
