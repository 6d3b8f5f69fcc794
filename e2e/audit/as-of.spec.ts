import { readFile } from "node:fs/promises";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { createToken } from "@/lib/token/commands";
import { ACTIONS } from "../entrances/entrances";
import { violations } from "../support/accessible";
import { actionCall } from "../support/action-call";
import { PAST, testOfPast as test } from "../support/past-ledger";
import { send } from "../support/server";
import { expect, hydrated, lastEvents, sessionOf } from "../support/test";

const DAY = "asOf=2026-03-31";

test("a date in the header turns list, total and project into what was known that day", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto("/projects?region=500229");
  await expect(page.getByRole("link", { name: PAST.renamed })).toBeVisible();
  await page.getByText("查看某一天").filter({ visible: true }).click();
  await page.getByLabel("日期").filter({ visible: true }).fill("2026-03-31");
  await page.getByRole("button", { name: "查看", exact: true }).filter({ visible: true }).click();
  await expect(page.getByText("截至 2026-03-31 所知")).toBeVisible();
  await expect(page).toHaveURL(/region=500229.*asOf=2026-03-31/);
  await expect(page.getByRole("link", { name: PAST.name })).toBeVisible();
  await expect(page.getByRole("link", { name: PAST.renamed })).toHaveCount(0);
  await page.getByRole("link", { name: "天麻种质资源创新利用与产品开发研究" }).click();
  await expect(page).toHaveURL(/\/projects\/14\?.*asOf=2026-03-31/);
  await expect(page.getByText("7,400").first()).toBeVisible();
  await page.getByRole("link", { name: "返回今天" }).click();
  await expect(page).toHaveURL(/\/projects\/14$/);
  await expect(page.getByText("截至 2026-03-31 所知")).toHaveCount(0);
  await page.goto("/projects/14?asOf=2026-03-10");
  await expect(page.getByText("7,400")).toHaveCount(0);
});

test("no link, form or download of a page of the past leads back to today", async ({
  page,
  signIn,
}) => {
  test.setTimeout(120_000);
  await signIn("auditor");
  const seen = new Set<string>();
  const queue = [
    `/overview?${DAY}`,
    `/projects?${DAY}`,
    `/rollups?${DAY}`,
    `/organizations?${DAY}`,
  ];
  for (const place of queue.slice()) {
    await page.goto(place);
    await hydrated(page);
    const links = await page
      .locator("main a[href], nav a[href]")
      .evaluateAll((all) =>
        all
          .filter((link) => (link as HTMLAnchorElement).referrerPolicy !== "no-referrer")
          .map((link) => link.getAttribute("href") ?? ""),
      );
    // One of each kind of address is enough.
    for (const href of links) {
      const kind = href.replace(/[?#].*/, "").replace(/\d+/g, "n");
      if (seen.has(kind) || !href.startsWith("/") || /export|workbook|compare/.test(kind)) continue;
      seen.add(kind);
      const link = page.locator(`a[href="${href}"]`).filter({ visible: true }).first();
      if (!(await link.isVisible())) continue;
      await link.click();
      await expect(page, `${place} → ${href}`).toHaveURL(/asOf=2026-03-31/);
      await expect(page.getByText("截至 2026-03-31 所知"), `${place} → ${href}`).toBeVisible();
      await page.goto(place);
      await hydrated(page);
    }
  }
  expect(seen.size).toBeGreaterThan(6);
  await page.goto(`/projects?${DAY}`);
  await page.getByRole("searchbox").fill("天麻");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/q=.*asOf=2026-03-31/);
  await expect(page.getByText("截至 2026-03-31 所知")).toBeVisible();
});

test("an export of the past holds that day's rows, says the day, and is on record with it", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto(`/projects?${DAY}`);
  await hydrated(page);
  await page.getByText("导出", { exact: true }).first().click();
  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: /CSV/ }).first().click();
  const download = await begun;
  expect(download.suggestedFilename()).toContain("2026-03-31");
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain(PAST.name);
  expect(text).not.toContain(PAST.renamed);
  const [event] = await lastEvents(1);
  expect(event?.action).toBe("ledger.exported");
  expect(JSON.parse(event?.payload ?? "{}").details.asOf).toBe("2026-03-31");
});

test("writing is refused and its buttons are hidden", async ({ page, server, signIn }) => {
  await signIn("reviewer");
  await page.goto("/projects/14");
  await expect(page.getByRole("link", { name: "更正信息", exact: true })).toBeVisible();
  await page.goto(`/projects/14?${DAY}`);
  await expect(page.getByText("截至 2026-03-31 所知")).toBeVisible();
  await expect(page.getByRole("link", { name: "更正信息", exact: true })).toHaveCount(0);
  expect(await page.locator("main form[action=''], main form:not([method=get])").count()).toBe(0);
  await page.goto(`/projects/new?${DAY}`);
  await expect(page.getByText("只能查看，不能填报或修改")).toBeVisible();
  const seq = (await lastEvents(1))[0]?.seq;
  const { token } = await sessionOf("reviewer");
  const correct = ACTIONS.find(({ name }) => name === "correctAction");
  if (!correct) throw new Error("no action");
  const { path, headers, body } = actionCall(correct);
  const answer = await send(`${server.url}${path}?${DAY}`, {
    method: "POST",
    headers: { ...headers, cookie: `sid=${token}`, "sec-fetch-site": "same-origin" },
    body,
  });
  expect(answer.body).toContain("只能查看，不能填报或修改");
  expect((await lastEvents(1))[0]?.seq).toBe(seq);
});

test("a manager sees that day what is theirs to see today; days without a ledger get a sentence", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  await page.goto(`/projects?${DAY}`);
  await expect(page.getByRole("link", { name: PAST.name })).toBeVisible();
  await expect(page.getByText("数据湖科技园")).toHaveCount(0);
  await page.goto("/projects?asOf=2026-02-01");
  await expect(page.getByText("第一条记录在 2026-03-01")).toBeVisible();
  await page.getByLabel("日期").filter({ visible: true }).last().fill("2026-03-02");
  await page.getByRole("button", { name: "查看", exact: true }).last().click();
  await expect(page).toHaveURL(/\/projects\?asOf=2026-03-02/);
  await page.goto("/projects?asOf=2099-01-01");
  await expect(page.getByText("2099-01-01 还没有到")).toBeVisible();
  await page.goto("/projects?asOf=%E6%98%A8%E5%A4%A9");
  await expect(page.getByText("不是日期")).toBeVisible();
});

test("API: asOf answers the day, and says what is wrong with one", async ({ server }) => {
  const { token } = await write((tx) =>
    createToken(tx, OPERATOR, { username: "auditor", name: "as-of" }),
  );
  const ask = async (path: string) => {
    const answer = await fetch(`${server.url}/api/v1${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return { status: answer.status, body: await answer.json() };
  };
  const past = await ask(`/projects?${DAY}`);
  const present = await ask("/projects");
  expect(past.body.totals.totalInvestmentFen - present.body.totals.totalInvestmentFen).toBe(
    5_100_000_000,
  );
  expect((await ask(`/projects/2?${DAY}`)).body.name).toBe(PAST.name);
  expect((await ask(`/rollups?by=stage&${DAY}`)).body.groups).toHaveLength(1);
  expect((await ask(`/organizations?${DAY}`)).status).toBe(200);
  const early = await ask("/projects?asOf=2026-02-01");
  expect(early).toMatchObject({ status: 422, body: { error: { parameter: "asOf" } } });
  expect((await ask(`/events?${DAY}`)).status).toBe(400);
});

test("axe finds nothing on pages of the past", async ({ page, signIn }) => {
  await signIn("auditor");
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    for (const place of [`/projects?${DAY}`, `/projects/14?${DAY}`, "/as-of?date=2026-02-01"]) {
      await page.goto(place);
      expect(await violations(page), `${place} ${width}`).toEqual([]);
    }
  }
});

test("two days are compared, and the comparison is downloaded and on record", async ({
  page,
  signIn,
}) => {
  await signIn("auditor");
  await page.goto(`/projects?${DAY}`);
  await page.getByRole("link", { name: "与今天比较" }).click();
  await page.goto("/audit/compare?from=2026-03-10&to=2026-06-30");
  await expect(page.getByRole("status")).toContainText("新增 0 个、减少 1 个、变更 2 个项目");
  await expect(page.getByText("城口县智慧城市运行管理中心")).toBeVisible();
  await expect(page.getByText("+6,900", { exact: true })).toBeVisible();
  expect(await violations(page)).toEqual([]);
  await page.getByRole("link", { name: PAST.renamed }).click();
  await expect(page.getByText("截至 2026-06-30 所知")).toBeVisible();
  await page.goto("/audit/compare?from=2026-03-10&to=2026-06-30&unit=县林业局");
  await expect(page.getByRole("status")).toContainText("减少 0 个、变更 1 个项目");
  await page.getByText("导出", { exact: true }).click();
  const begun = page.waitForEvent("download");
  await page.getByRole("link", { name: "CSV 文件" }).click();
  const text = await readFile(await (await begun).path(), "utf8");
  expect(text).toContain('天麻种质资源创新利用与产品开发研究,总投资,500 万元,"7,400 万元"');
  const [event] = await lastEvents(1);
  expect(JSON.parse(event?.payload ?? "{}").details.comparison).toContain("from=2026-03-10");
  await page.goto("/audit/compare?from=2026-03-10&to=2026-03-10");
  await expect(page.getByRole("status")).toHaveText("请选两个不同的日期。");
});
