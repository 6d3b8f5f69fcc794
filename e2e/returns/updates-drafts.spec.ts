import type { Page } from "@playwright/test";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import type { Viewer } from "@/lib/auth/actor";
import { setOpeningBalance } from "@/lib/money-plan/commands";
import { saveDraft, submitReturn } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { findReturn } from "@/lib/monthly-return/queries";
import { violations } from "../support/accessible";
import { colleagueOf, expectReturn, goLive, jointProject, owedBy } from "../support/go-live";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

test.use({ viewport: { width: 390, height: 844 } });

const WAN = 1_000_000;
const AMOUNT = "本月完成投资（万元）";
const PROGRESS = "形象进度";
let keys = 0;

/** The n-th return that the manager owes, opened in the page. */
async function openOwed(page: Page, viewer: Viewer, at: number) {
  const row = (await owedBy(viewer))[at];
  if (!row) throw new Error("Nothing is owed.");
  const { projectId, days } = row;
  const place = { projectId, month: days.month };
  await page.goto(`/updates?project=${projectId}&month=${days.month}`);
  await hydrated(page);
  return { ...place, url: page.url() };
}

function entry(
  { projectId, month }: { projectId: number; month: string },
  values: Record<string, string> = {},
) {
  return returnEntry.parse({
    projectId,
    month,
    version: "0",
    requestKey: `from-a-test-${keys++}`,
    stage: "planned",
    ...values,
  });
}

test.beforeAll("the county reports", async ({ server }) => {
  expect(server.url).toContain("127.0.0.1");
  await goLive();
});

test("without a connection the device keeps it, and a closed tab loses nothing", async ({
  page,
  signIn,
  complaints,
}) => {
  const manager = await signIn("manager");
  const place = await openOwed(page, manager, 0);
  await page.context().setOffline(true);
  await page.getByLabel(AMOUNT).fill("12.5");
  await expect(page.getByText("连接中断，1 项已保存在本机")).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText("草稿已自动保存")).toBeVisible();
  await expectReturn(place, { state: "draft", completedFen: 12.5 * WAN });

  await page.context().setOffline(true);
  await page.getByLabel(PROGRESS, { exact: true }).fill("关页之前写的");
  // The page goes while it is still offline: closing it alone would let it back on the network for a moment.
  await page.goto("about:blank");
  await page.close();
  // The lost connection was the test's own doing; whatever else the browser says still counts.
  const others = complaints.filter((said) => !said.includes("ERR_INTERNET_DISCONNECTED"));
  complaints.splice(0, complaints.length, ...others);

  const later = await page.context().newPage();
  await later.context().setOffline(false);
  await later.goto(place.url);
  await expect(later.getByLabel(PROGRESS, { exact: true })).toHaveValue("关页之前写的");
  await expect(later.getByText("草稿已自动保存")).toBeVisible();
  await expectReturn(place, { progressText: "关页之前写的", completedFen: 12.5 * WAN });
});

test("two people on the same return: what each typed stays, and only the same field asks", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const place = await openOwed(page, manager, 1);
  const colleague = await colleagueOf(manager);
  await write((tx) =>
    saveDraft(
      tx,
      colleague.viewer,
      entry(place, { progressText: "同事写的", nextPlan: "同事的计划" }),
    ),
  );
  await page.getByLabel(AMOUNT).fill("7");
  await page.getByLabel(PROGRESS, { exact: true }).fill("我写的");
  const alert = page.getByRole("alert").filter({ hasText: "他人保存了不同的内容" });
  await expect(alert).toContainText("他人已存：同事写的");
  await expect(alert).toContainText("您填写：我写的");
  await expectReturn(place, { progressText: "同事写的", completedFen: null });
  await alert.getByRole("button", { name: "保留我的" }).click();
  await expectReturn(place, {
    progressText: "我写的",
    nextPlan: "同事的计划",
    completedFen: 7 * WAN,
  });

  const now = await read((tx) => findReturn(tx, place.projectId, place.month));
  await write((tx) =>
    saveDraft(tx, colleague.viewer, {
      ...entry(place, { completedFen: "9", progressText: "我写的", nextPlan: "同事的计划" }),
      version: now?.version ?? 0,
    }),
  );
  await page.getByLabel(AMOUNT).fill("8");
  await expect(alert).toContainText("他人已存：9");
  await alert.getByRole("button", { name: "采用他人的" }).click();
  await expect(page.getByLabel(AMOUNT)).toHaveValue("9");
  await expect(alert).toHaveCount(0);
});

test("a draft on its way and a double click meet as one submission", async ({ page, signIn }) => {
  const manager = await signIn("manager");
  const place = await openOwed(page, manager, 2);
  await page.getByLabel(AMOUNT).fill("3");
  await page.getByText("正常", { exact: true }).click();
  await page.getByLabel(PROGRESS, { exact: true }).fill("完工");
  await page.getByRole("button", { name: "存草稿" }).click();
  await page.getByRole("button", { name: "提交，下一项" }).dblclick();
  await expectReturn(place, { state: "submitted", completedFen: 3 * WAN });
  const events = (await lastEvents(20)).filter(
    ({ action, projectId }) => action === "return.submitted" && projectId === place.projectId,
  );
  expect(events).toHaveLength(1);
});

test("money comes by source, and totals typed by hand are compared", async ({ page, signIn }) => {
  const manager = await signIn("manager");
  const place = await openOwed(page, manager, 2);
  await write((tx) =>
    setOpeningBalance(tx, manager, {
      projectId: place.projectId,
      version: 0,
      throughYear: Number(place.month.slice(0, 4)) - 1,
      completedFen: 100 * WAN,
      inPlaceFen: 50 * WAN,
      paidFen: 0,
      startedOn: null,
      completedOn: null,
    }),
  );
  await page.reload();
  await hydrated(page);
  await page.getByLabel(AMOUNT).fill("20");
  await expect(page.getByText("自开工累计 120")).toBeVisible();
  await page.getByText("正常", { exact: true }).click();
  await page.getByLabel(PROGRESS, { exact: true }).fill("在建");
  await page.getByText("更多：").click();
  await page.getByLabel("中央", { exact: true }).fill("5");
  await page.getByLabel("专项债", { exact: true }).fill("2.5");
  await expect(page.getByText("合计 7.5 万元")).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByLabel("到位 · 自开工累计").fill("60");
  await page.getByRole("button", { name: "提交，下一项" }).click();
  await expect(page.getByText("自开工累计应为 57.5 万元，请核对。")).toBeVisible();
  await page.getByLabel("到位 · 自开工累计").fill("57.5");
  await page.getByRole("button", { name: "提交，下一项" }).click();
  await expectReturn(place, {
    state: "submitted",
    inPlaceFen: { central: 5 * WAN, special_bond: 2.5 * WAN },
  });
});

test("与上月一致 is one click, and asks why a second time running", async ({ page, signIn }) => {
  const manager = await signIn("manager");
  const [row] = await owedBy(manager);
  if (!row) throw new Error("Nothing is owed.");
  const { projectId } = row;
  const now = row.days.month;
  const month = (back: number) => {
    const index = Number(now.slice(0, 4)) * 12 + Number(now.slice(5)) - 1 - back;
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
  };
  const values = { stage: "in_progress", progressText: "在建", selfLight: "green" };
  await write((tx) =>
    submitReturn(tx, manager, entry({ projectId, month: month(2) }, { ...values })),
  );
  await page.goto(`/updates?project=${projectId}&month=${month(1)}`);
  await hydrated(page);
  await page.getByRole("button", { name: "与上月一致" }).dblclick();
  await expectReturn({ projectId, month: month(1) }, { state: "submitted", sameAsLast: true });

  await page.goto(`/updates?project=${projectId}&month=${now}`);
  await hydrated(page);
  await page.getByRole("button", { name: "与上月一致" }).click();
  await expect(page.getByText("连续第二次“与上月一致”，请说明原因。")).toBeVisible();
  await page.getByLabel("连续第二次与上月一致的原因").fill("冬季停工");
  await page.getByRole("button", { name: "与上月一致" }).click();
  await expectReturn({ projectId, month: now }, { state: "submitted", sameReason: "冬季停工" });
});

test("a joint lead edits the draft; the unit that reports hands it in", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const joint = await jointProject(manager);
  await page.goto("/updates");
  await page.getByRole("link", { name: joint.name }).click();
  await hydrated(page);
  await expect(page.getByText("您填写的内容自动存为草稿")).toBeVisible();
  await page.getByLabel(AMOUNT).fill("6");
  await expect(page.getByText("草稿已自动保存")).toBeVisible();
  await expect(page.getByRole("button", { name: "提交，下一项" })).toHaveCount(0);
  const month = new URL(page.url()).searchParams.get("month") ?? "";
  await expectReturn({ projectId: joint.id, month }, { state: "draft", completedFen: 6 * WAN });
});
