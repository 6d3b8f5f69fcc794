import type { Page } from "@playwright/test";
import { write } from "@/lib/audit/write";
import { setOpeningBalance } from "@/lib/money-plan/commands";
import { saveDraft } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { findReturn } from "@/lib/monthly-return/queries";
import { violations } from "../support/accessible";
import { colleagueOf, expectReturn, goLive, owedBy } from "../support/go-live";
import { enterProjects } from "../support/many-projects";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

const WAN = 1_000_000;
const COMPLETED = "本月完成";

test.use({
  viewport: { width: 1440, height: 900 },
  permissions: ["clipboard-read", "clipboard-write"],
});

test.beforeAll("a unit with more than thirty projects to report", async ({ server }) => {
  expect(server.url).toContain("127.0.0.1");
  await enterProjects(26);
  await goLive();
});

/** The field of a cell, which is there while one stands on it. */
const field = (page: Page, project: string, column: string) =>
  page.getByRole("grid").getByLabel(`${project} · ${column}`);

async function openGrid(page: Page): Promise<void> {
  await page.goto("/updates/grid");
  await hydrated(page);
}

/** Goes to a cell by the mouse. */
async function standOn(page: Page, project: string, column: string): Promise<void> {
  const headings = await page.getByRole("columnheader").allTextContents();
  const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: project }) });
  await row.locator("th, td").nth(headings.indexOf(column)).click();
}

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((content) => navigator.clipboard.writeText(content), text);
  await page.keyboard.press("Control+V");
}

test("a block of thirty rows and six columns is pasted in one go, quoted cells and all", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const owed = await owedBy(manager);
  expect(owed.length).toBeGreaterThanOrEqual(30);
  await openGrid(page);
  const block = Array.from({ length: 30 }, (_, at) =>
    [
      `${at + 1}.5`,
      ["正常", "滞后", "严重滞后"][at % 3],
      `"第${at + 1}项：\n主体""完工"""`,
      "无",
      "继续施工",
      "1,200",
    ].join("\t"),
  ).join("\r\n");
  const [first, last] = [owed[0], owed[29]];
  if (!first || !last) throw new Error("Too few are owed.");
  await standOn(page, first.projectName, COMPLETED);
  const started = Date.now();
  await paste(page, `${block}\r\n`);
  await expect(page.getByText("已粘贴 180 格。")).toBeVisible();
  expect(Date.now() - started).toBeLessThan(3_000);
  await expect(page.getByText("草稿已自动保存")).toBeVisible();
  for (const [row, at] of [
    [first, 0],
    [last, 29],
  ] as const)
    await expectReturn(
      { projectId: row.projectId, month: row.days.month },
      {
        state: "draft",
        completedFen: (at + 1.5) * WAN,
        selfLight: at === 0 ? "green" : "red",
        progressText: `第${at + 1}项：\n主体"完工"`,
        issues: "无",
        nextPlan: "继续施工",
        paidFen: 1_200 * WAN,
      },
    );
  expect(await violations(page)).toEqual([]);

  // One step back takes the whole block back, one step on brings it again.
  await page.keyboard.press("Control+Z");
  await expect(field(page, first.projectName, COMPLETED)).toHaveValue("");
  await expectReturn(
    { projectId: last.projectId, month: last.days.month },
    { completedFen: null, progressText: null },
  );
  await page.keyboard.press("Control+Y");
  await expect(field(page, first.projectName, COMPLETED)).toHaveValue("1.5");

  const changed = await page.getByRole("button", { name: /^提交 \d+ 项/ }).textContent();
  expect(changed).toBe("提交 30 项");
  await page.getByRole("button", { name: "提交 30 项" }).dblclick();
  await expect(page.getByText("已提交 30 项。")).toBeVisible();
  const events = await lastEvents(200);
  expect(events.filter(({ action }) => action === "return.submitted")).toHaveLength(30);
});

test("the keyboard alone: typing replaces, Enter, F2 and Esc, arrows, copy, fill down", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const [one, two, three] = await owedBy(manager);
  if (!one || !two || !three) throw new Error("Too few are owed.");
  const place = (row: typeof one) => ({ projectId: row.projectId, month: row.days.month });
  await openGrid(page);
  const cell = (row: typeof one) => field(page, row.projectName, COMPLETED);
  await cell(one).focus();
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await expect(cell(two)).toBeFocused();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.type("7");
  await page.keyboard.press("Escape");
  await expect(cell(one)).toHaveValue("12");
  await page.keyboard.press("F2");
  await page.keyboard.type(".5");
  await page.keyboard.press("Enter");
  await expectReturn(place(one), { completedFen: 12.5 * WAN });

  // Filled down over the rows that shift and the arrows select.
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Shift+ArrowDown");
  await page.keyboard.press("Control+D");
  await expectReturn(place(three), { completedFen: 12.5 * WAN });
  await page.keyboard.press("Control+Z");
  await expect(cell(two)).toBeFocused();
  await expectReturn(place(three), { completedFen: null });

  // Copied from the grid and pasted further down.
  await standOn(page, one.projectName, COMPLETED);
  await page.keyboard.press("Control+C");
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("12.5");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Control+V");
  await expectReturn(place(two), { completedFen: 12.5 * WAN });
  await page.keyboard.press("Delete");
  await expectReturn(place(two), { completedFen: null });

  // A light by its digit; a locked cell takes nothing.
  await standOn(page, two.projectName, "自评亮灯");
  await page.keyboard.press("2");
  await expectReturn(place(two), { selfLight: "yellow" });
  await standOn(page, two.projectName, "总投资");
  await page.keyboard.press("Control+V");
  await expect(page.getByText("已粘贴 0 格。")).toBeVisible();
});

test("a fault stands at its cell, the rest is handed in", async ({ page, signIn }) => {
  const manager = await signIn("manager");
  const [one, two] = await owedBy(manager);
  if (!one || !two) throw new Error("Too few are owed.");
  await write((tx) =>
    setOpeningBalance(tx, manager, {
      projectId: one.projectId,
      version: 0,
      throughYear: Number(one.days.month.slice(0, 4)) - 1,
      completedFen: 6_990 * WAN,
      inPlaceFen: null,
      paidFen: null,
      startedOn: null,
      completedOn: null,
    }),
  );
  await openGrid(page);
  await standOn(page, one.projectName, COMPLETED);
  await paste(page, "-40\t好\t在建");
  await expect(page.getByText("累计将由 6,990 减至 6,950 万元").first()).toBeVisible();
  await expect(page.getByText("请填 正常、滞后、严重滞后 之一。")).toBeVisible();
  await standOn(page, one.projectName, "自评亮灯");
  await page.keyboard.press("1");
  await standOn(page, one.projectName, "为负原因");
  await page.keyboard.type("上月多报");
  await page.keyboard.press("Enter");
  await expect(page.getByText("累计将由")).toHaveCount(0);
  // Enter went on to the next row.
  await standOn(page, one.projectName, COMPLETED);
  await page
    .getByRole("button", { name: /^(只提交所选|提交) 1 项$/ })
    .first()
    .click();
  await expectReturn(
    { projectId: one.projectId, month: one.days.month },
    { state: "submitted", completedFen: -40 * WAN },
  );

  await standOn(page, two.projectName, COMPLETED);
  await page.keyboard.type("一百");
  await page.keyboard.press("Enter");
  await expect(page.getByText("请填写万元数").first()).toBeVisible();
  await standOn(page, two.projectName, COMPLETED);
  await expect(page.getByRole("button", { name: /只提交所选/ })).toHaveCount(0);
});

test("funds in place unfold by source: by Enter or the heading, typed, pasted, summed up", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  const [one, two] = (await owedBy(manager)).slice(-3);
  if (!one || !two) throw new Error("Too few are owed.");
  const place = (row: typeof one) => ({ projectId: row.projectId, month: row.days.month });
  const sum = (row: typeof one) =>
    page
      .getByRole("row")
      .filter({ has: page.getByRole("rowheader", { name: row.projectName }) })
      .getByRole("gridcell")
      .nth(8);
  const heading = page.getByRole("button", { name: "本月到位" });
  await openGrid(page);
  await expect(heading).toHaveAttribute("aria-expanded", "false");
  await sum(one).click();
  await page.keyboard.press("Enter");
  await expect(field(page, one.projectName, "到位：中央")).toBeFocused();
  await expect(heading).toHaveAttribute("aria-expanded", "true");
  await page.keyboard.type("1,200");
  await page.keyboard.press("Tab");
  await page.keyboard.type("300.5");
  await page.keyboard.press("Enter");
  await expect(sum(one)).toHaveText("1,500.5");
  await standOn(page, two.projectName, "到位：中央");
  await paste(page, "1\t2\t3\t\t5\t\t\t\t-0.5");
  await expect(sum(two)).toHaveText("10.5");
  await expect(page.getByText("金额为负会减少累计数，请填写原因").first()).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await standOn(page, two.projectName, "为负原因");
  await page.keyboard.type("上月多报");
  await page.keyboard.press("Enter");
  const inPlaceFen = { central: WAN, other: -WAN / 2, county: 3 * WAN };
  await expectReturn(place(one), { inPlaceFen: { central: 1_200 * WAN, provincial: 300.5 * WAN } });
  await expectReturn(place(two), { inPlaceFen });
  await heading.click();
  await expect(page.getByRole("columnheader", { name: "到位：中央" })).toHaveCount(0);
  await expect(sum(two)).toHaveText("10.5");
});

test("a lost connection, a closed tab and a colleague lose nothing", async ({
  page,
  signIn,
  complaints,
}) => {
  const manager = await signIn("manager");
  const row = (await owedBy(manager)).at(-1);
  if (!row) throw new Error("Nothing is owed.");
  const place = { projectId: row.projectId, month: row.days.month };
  await openGrid(page);
  await standOn(page, row.projectName, COMPLETED);
  await page.context().setOffline(true);
  await page.keyboard.type("33");
  await expect(page.getByText("连接中断，1 项已保存在本机")).toBeVisible();
  // The page goes while it is still offline: closing it alone would let it back on the network for a moment.
  await page.goto("about:blank");
  await page.close();
  const others = complaints.filter((said) => !said.includes("ERR_INTERNET_DISCONNECTED"));
  complaints.splice(0, complaints.length, ...others);

  // Meanwhile a colleague wrote into the same return: one other field, and the same one.
  const colleague = await colleagueOf(manager);
  await write(async (tx) => {
    const before = await findReturn(tx, place.projectId, place.month);
    const entry = returnEntry.parse({
      ...place,
      version: String(before?.version ?? 0),
      requestKey: "of-the-colleague",
      stage: before?.stage ?? "planned",
      completedFen: "44",
      issues: "同事写的",
    });
    return saveDraft(tx, colleague.viewer, entry);
  });

  const later = await page.context().newPage();
  await later.context().setOffline(false);
  await openGrid(later);
  const alert = later.getByRole("alert").filter({ hasText: "他人保存了不同的内容" });
  await expect(alert).toContainText("他人已存：44");
  await expect(alert).toContainText("您填写：33");
  await alert.getByRole("button", { name: "保留我的" }).click();
  await expectReturn(place, { completedFen: 33 * WAN, issues: "同事写的" });
});
