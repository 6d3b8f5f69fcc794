import type { Page } from "@playwright/test";
import { read, transact } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR, type Viewer } from "@/lib/auth/actor";
import { startSession } from "@/lib/auth/sessions";
import { openedMonths, USUAL_CALENDAR } from "@/lib/calendar/calendar";
import { setCalendar } from "@/lib/calendar/commands";
import { submitReturn } from "@/lib/monthly-return/commands";
import { correctionInput, returnEntry } from "@/lib/monthly-return/input";
import { findReturn } from "@/lib/monthly-return/queries";
import { askCorrection } from "@/lib/monthly-return/review/commands";
import { reviewInput, reviewReturns } from "@/lib/monthly-return/review/many";
import { changePreferences, changeRights } from "@/lib/user/commands";
import { violations } from "../support/accessible";
import { colleagueOf } from "../support/go-live";
import { expect, hydrated, lastEvents, sessionOf, testAlone } from "../support/test";

const test = testAlone();
const section = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
const HOME = "500229";
/** 县林业局's. */
const PROJECT = 14;

/** A return of the month before the newest one, approved: that month has locked. */
async function lockedReturn(manager: Viewer): Promise<{ id: number; month: string }> {
  const today = await read(async (tx) => tx.today);
  const startsMonth = `${Number(today.slice(0, 4)) - 2}-12`;
  const calendar = { regionCode: HOME, startsMonth, ...USUAL_CALENDAR };
  await write((tx) => setCalendar(tx, OPERATOR, calendar));
  const month = openedMonths(calendar, today).at(-2) ?? "";
  const before = await read((tx) => findReturn(tx, PROJECT, month));
  if (before) return { id: before.id, month };
  const entry = returnEntry.parse({
    projectId: PROJECT,
    month,
    version: "0",
    requestKey: "of-the-locked-month",
    stage: "planned",
    progressText: "前期手续办理中",
    completedFen: "12.5",
    selfLight: "green",
  });
  const { id, version } = await write((tx) => submitReturn(tx, manager, entry));
  const { viewer } = await sessionOf("reviewer");
  const review = { return: `${id}:${version}`, decision: "approve", reason: "" };
  await write((tx) => reviewReturns(tx, viewer, reviewInput.parse(review)));
  return { id, month };
}

test("after the lock the unit asks, the reviewer decides, the figures follow, and what stood can be read", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const { id, month } = await lockedReturn(manager);
  const row = page.getByRole("listitem").filter({ has: page.getByRole("link", { name: month }) });

  // The unit finds its return on the project, sees that it is locked, and asks.
  await page.goto(`/projects/${PROJECT}?tab=returns`);
  await expect(row).toContainText("12.5");
  await page.getByRole("link", { name: month, exact: true }).click();
  await expect(page.getByText("已锁定")).toBeVisible();
  await hydrated(page);
  await page.getByRole("link", { name: "申请更正" }).click();
  const reason = page.getByLabel("更正原因");
  await expect(reason).toBeFocused();
  await reason.fill("漏报一笔设备款");
  await page.getByRole("button", { name: "提交申请" }).click();
  await expect(page.getByText("更正内容与现在相同")).toBeVisible();
  await page.getByLabel("本月完成投资").fill("15");
  await page.getByLabel("本月到位（中央）").fill("8");
  await page.getByRole("button", { name: "提交申请" }).dblclick();
  await expect(page.getByText("更正申请正在等待审核员批准。")).toBeVisible();
  await expect(page.getByRole("button", { name: "批准更正" })).toHaveCount(0);
  const asked = (await lastEvents(5)).filter(({ action }) => action === "return.correction_asked");
  expect(asked).toHaveLength(1);
  expect(JSON.parse(asked[0]?.payload ?? "{}").reason).toBe("漏报一笔设备款");
  expect(await violations(page)).toEqual([]);
  await page.goto(`/projects/${PROJECT}?tab=returns`);
  await expect(row).toContainText("更正待批准");
  await expect(row).toContainText("12.5");

  // The reviewer refuses only with a reason, and lets it count.
  await signIn("reviewer");
  await page.goto("/returns");
  await page.getByRole("link", { name: "更正 1" }).click();
  await page.getByRole("link", { name: month }).click();
  const correction = section(page, "更正");
  const line = correction.getByRole("row", { name: /^本月完成投资/ });
  await expect(line.getByRole("cell")).toHaveText(["15 万元", "12.5 万元"]);
  await hydrated(page);
  await correction.getByRole("button", { name: "不批准" }).click();
  await expect(correction.getByText("请填写。")).toBeVisible();
  await correction.getByRole("button", { name: "批准更正" }).dblclick();
  const record = section(page, "更正记录");
  await expect(record).toContainText("漏报一笔设备款");
  await expect(record.getByRole("row", { name: /^本月完成投资/ }).getByRole("cell")).toHaveText([
    "15 万元",
    "12.5 万元",
  ]);
  await expect(record.getByRole("row", { name: /^本月到位（中央）/ })).toContainText("8 万元");
  const approved = (await lastEvents(5)).filter(
    ({ action }) => action === "return.correction_approved",
  );
  expect(approved).toHaveLength(1);
  expect(await read((tx) => findReturn(tx, PROJECT, month))).toMatchObject({
    id,
    state: "corrected",
    completedFen: 15_000_000,
  });
  expect(await violations(page)).toEqual([]);

  // From then on the new figures count; the month says so, the history has both, the unit is told.
  await page.goto(`/projects/${PROJECT}?tab=history`);
  const event = page.getByRole("listitem").filter({ hasText: `批准更正 ${month} 月报` });
  await expect(event).toContainText("12.5 万元");
  await expect(event).toContainText("15 万元");
  await expect(event).toContainText("中央 8 万元");
  await signIn("manager");
  await page.goto(`/projects/${PROJECT}?tab=returns`);
  await expect(row).toContainText("15");
  await expect(row).not.toContainText("12.5");
  const today = await read(async (tx) => tx.today);
  await expect(row).toContainText(`${today} 更正`);
  await page.goto("/notices");
  await expect(page.getByText(`${month} 月报的更正已获批准`)).toBeVisible();
});

test("who asked for a correction never decides it, also as a reviewer later; in English, on the phone", async ({
  page,
  server,
}) => {
  const { viewer: manager } = await sessionOf("manager");
  const { viewer: colleague } = await colleagueOf(manager);
  const { id, month } = await lockedReturn(manager);
  const found = await read((tx) => findReturn(tx, PROJECT, month));
  const input = correctionInput.parse({
    id: String(id),
    version: String(found?.version),
    stage: "planned",
    progressText: "前期手续办理中",
    completedFen: "20",
    selfLight: "green",
    reason: "another invoice",
  });
  await write((tx) => askCorrection(tx, colleague, input));
  const rights = { role: "reviewer", scope: "region", regionCode: HOME } as const;
  await write((tx) =>
    changeRights(tx, OPERATOR, { userId: colleague.id, version: 1, ...rights, unitIds: [] }),
  );
  await write((tx) => changePreferences(tx, colleague, { locale: "en" }));
  const token = await transact((tx) => startSession(tx, colleague.id));
  await page
    .context()
    .addCookies([{ name: "sid", value: token, url: server.url, httpOnly: true, sameSite: "Lax" }]);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`/returns/${id}`);
  await expect(
    page.getByText("You asked for this correction: another reviewer decides."),
  ).toBeVisible();
  await expect(page.getByRole("button", { name: "Approve the correction" })).toHaveCount(0);
  expect(await violations(page)).toEqual([]);
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(sideways).toBeLessThanOrEqual(0);
});
