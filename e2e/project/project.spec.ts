import { count, eq } from "drizzle-orm";
import { read, transact } from "@/db/client";
import { ledgerEntries, projects, sessions } from "@/db/schema";
import { startSession } from "@/lib/auth/sessions";
import { expect, hydrated, lastEvents, testAlone } from "../support/test";

const test = testAlone();

const SMART_CITY = 1;
const TIANMA = 14;
const DUHUO = 15;
const ANIMALS = 7;
const INSTITUTE = 8;

const load = (id: number) =>
  read(async (tx) => {
    const [row] = await tx.select().from(projects).where(eq(projects.id, id));
    if (!row) throw new Error(`There is no project ${id}.`);
    return row;
  });

test("the facts of a project stand with their source, joint leads and 超期未完工", async ({
  page,
  signIn,
}) => {
  await signIn("leader");
  await page.goto(`/projects/${TIANMA}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(
    "天麻种质资源创新利用与产品开发研究",
  );
  await expect(page.getByText("超期未完工")).toBeVisible();
  await expect(page.getByText("实施期限已于 2025-12 届满")).toBeVisible();
  await expect(page.getByText("县林业局、县经济信息委（县科技局）联合牵头")).toBeVisible();
  await expect(page.getByText("重点项目表第 14 项 · 7 个单元格全部对应")).toBeVisible();
  await page.getByRole("link", { name: "显示按年均摊的推算" }).click();
  const years = page.getByRole("list", { name: "年度计划投资" }).getByRole("listitem");
  await expect(years).toHaveCount(5);
  await expect(years.first()).toContainText("100 推算");
});

test("what a plan leaves open is said, never made up", async ({ page, signIn }) => {
  await signIn("leader");
  await page.goto("/projects/4");
  await expect(page.getByText("未明确具体单位（原文“市场主体”）")).toBeVisible();
  await page.goto("/projects/2");
  await expect(page.getByText("等28个相关部门（共 28 个，未逐一列名）")).toBeVisible();
  await page.goto("/projects/48");
  await expect(page.getByText("总投资未知")).toBeVisible();
  await expect(page.getByText("规划未写明")).toHaveCount(2);
  await expect(page.getByText("超期未完工")).toHaveCount(0);
});

test("the reviewer corrects a published fact with a reason; plan and ledger both stay visible", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto(`/projects/${DUHUO}`);
  await page.getByRole("link", { name: "更正信息" }).click();
  await hydrated(page);
  const before = await load(DUHUO);
  await page.getByLabel("总投资（万元）").fill("1,234.5");
  await page.getByLabel("牵头单位").fill("县林业局、县教委");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page.getByText("请填写。")).toBeVisible();
  await expect(page.getByLabel("总投资（万元）")).toHaveValue("1,234.5");
  await page.getByLabel("理由").fill("与批复文件核对");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page.getByText("须填写依据文件的文号")).toBeVisible();
  await page.getByLabel("依据文号").fill("城发改〔2026〕12号");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page).toHaveURL(/tab=history/);
  await expect(page.getByText("理由：与批复文件核对")).toBeVisible();
  await expect(page.getByText("规划原文").first()).toBeVisible();
  await expect(page.getByRole("listitem").filter({ hasText: "总投资：" }).first()).toContainText(
    "1,234.5 万元",
  );
  expect(await load(DUHUO)).toMatchObject({
    totalInvestmentFen: 1_234_500_000,
    version: before.version + 1,
  });
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "project.corrected", projectId: DUHUO });
  await page.getByRole("link", { name: "来源", exact: true }).click();
  await expect(page.getByText("项已更正").first()).toBeVisible();
});

test("two reviewers correct at once: the second sees what the first saved", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto(`/projects/${INSTITUTE}/correct`);
  const other = await page.context().newPage();
  await other.goto(`/projects/${INSTITUTE}/correct`);
  await hydrated(page);
  await hydrated(other);
  await other.getByLabel("项目类型", { exact: false }).first().selectOption("construction");
  await other.getByLabel("所属领域").fill("中药");
  await other.getByLabel("理由").fill("核对");
  await other.getByRole("button", { name: "保存更正" }).click();
  await expect(other).toHaveURL(/tab=history/);
  await page.getByLabel("所属领域").fill("中药材");
  await page.getByLabel("理由").fill("再核对");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page.getByText("现在的值：中药")).toBeVisible();
  await expect(page.getByText("现在的值：建设/信息化类")).toBeVisible();
  await expect(page.getByLabel("所属领域")).toHaveValue("中药材");
  expect((await load(INSTITUTE)).field).toBe("中药");
});

test("a project entered by hand counts at once, with its coverage; a part of it never does", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/projects/new");
  await hydrated(page);
  const { was } = await counted();
  await page.getByLabel("项目名称").fill("大巴山资源植物种质资源库二期");
  await page.getByLabel("项目类型").selectOption("construction");
  await page.getByLabel("建设单位").fill("企业");
  await page.getByLabel("牵头单位").fill("县林业局");
  await page.getByLabel("依据文号").fill("城发改〔2026〕30号");
  await page.getByRole("button", { name: "新增", exact: true }).click();
  await expect(page.getByText(/已有名称相近的项目：.*“大巴山资源植物种质资源库”/)).toBeVisible();
  await expect(page.getByLabel("牵头单位")).toHaveValue("县林业局");
  await page.getByLabel("这是另一个项目").check();
  await page.getByRole("button", { name: "新增", exact: true }).click();
  await expect(page).toHaveURL(/\/projects\/\d+$/);
  await expect(page.getByText("未明确具体单位（原文“企业”）")).toBeVisible();
  const [addition, created] = await lastEvents(2);
  expect(created).toMatchObject({ action: "project.created", regionCode: "500229" });
  expect(addition).toMatchObject({ action: "change.approved", projectId: created?.projectId });
  await page.goto("/overview?region=500229");
  await expect(page.getByText(`${was + 1} 个中 ${was} 个有金额`).first()).toBeVisible();

  await page.goto(`/projects/${SMART_CITY}?tab=sub`);
  await page.getByRole("link", { name: "增加子项目" }).click();
  await hydrated(page);
  await page.getByLabel("项目名称").fill("指挥大厅");
  await page.getByLabel("总投资（万元）").fill("300");
  await page.getByRole("button", { name: "增加子项目" }).click();
  await expect(page).toHaveURL(/tab=sub$/);
  await expect(page.getByText("子项目合计 300 万元（1 / 1 个有金额）")).toBeVisible();
  await expect(page.getByText(/比总投资少 [\d,.]+ 万元/)).toBeVisible();
  expect((await counted()).was).toBe(was + 1);
});

async function counted(): Promise<{ was: number }> {
  const [row] = await read((tx) =>
    tx.select({ n: count() }).from(ledgerEntries).where(eq(ledgerEntries.regionCode, "500229")),
  );
  return { was: row?.n ?? 0 };
}

test("no 完工 without a date; the reviewer suspends with reason and document number", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  await page.goto(`/projects/${ANIMALS}`);
  await hydrated(page);
  await page.getByRole("link", { name: "更新阶段" }).click();
  await page.getByLabel("新的阶段").selectOption({ label: "完工" });
  await page.getByRole("button", { name: "保存阶段" }).click();
  await expect(page.getByText("没有日期不能登记这个阶段")).toBeVisible();
  await page.getByRole("textbox", { name: "日期" }).fill("2026-01-15");
  await page.getByRole("button", { name: "保存阶段" }).click();
  await expect(page.getByText("完工（2026-01-15）")).toBeVisible();
  await expect(page.getByText("超期未完工")).toHaveCount(0);
  const [completed] = await lastEvents(1);
  expect(completed?.action).toBe("project.stage_changed");

  await signIn("reviewer");
  await page.goto(`/projects/${INSTITUTE}?edit=stage`);
  await hydrated(page);
  await page.getByLabel("新的阶段").selectOption({ label: "暂停" });
  await page.getByRole("textbox", { name: "日期" }).fill("2026-03-01");
  await page.getByLabel("理由").fill("选址未定");
  await page.getByRole("button", { name: "保存阶段" }).click();
  await expect(page.getByText("请填写文号。")).toBeVisible();
  await page.getByLabel("文号").fill("城科〔2026〕3号");
  await page.getByRole("button", { name: "保存阶段" }).click();
  await expect(page.getByText("暂停（2026-03-01）")).toBeVisible();
  const tabs = page.getByRole("navigation", { name: "项目内容" });
  await tabs.getByRole("link", { name: "变更与历史" }).click();
  await expect(page.getByText("城科〔2026〕3号")).toBeVisible();
});

test("a session that ends while typing loses nothing", async ({ page, signIn, server }) => {
  const manager = await signIn("manager");
  await page.goto(`/projects/${TIANMA}?edit=details`);
  await hydrated(page);
  await page.getByLabel("分管领导").fill("李四");
  await page.getByLabel("联络人").fill("王五");
  await transact((tx) => tx.delete(sessions).where(eq(sessions.userId, manager.id)));
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByText("登录已过期，填写的内容都还在本页")).toBeVisible();
  await expect(page.getByRole("link", { name: "在新窗口登录" })).toBeVisible();
  await expect(page.getByLabel("分管领导")).toHaveValue("李四");
  await expect(page.getByLabel("联络人")).toHaveValue("王五");
  expect((await load(TIANMA)).sponsor).toBeNull();

  const token = await transact((tx) => startSession(tx, manager.id));
  await page.context().addCookies([{ name: "sid", value: token, url: server.url }]);
  await page.getByRole("button", { name: "保存" }).click();
  await expect(page.getByRole("definition").filter({ hasText: "李四" })).toBeVisible();
  expect(await load(TIANMA)).toMatchObject({ sponsor: "李四", contact: "王五" });
  const [event] = await lastEvents(1);
  expect(event?.action).toBe("project.details_updated");
});

test("who may not come here gets 403, what is out of scope 404", async ({ page, signIn }) => {
  await signIn("manager");
  const status = async (path: string) => (await page.goto(path))?.status();
  expect(await status("/projects/new")).toBe(403);
  expect(await status(`/projects/${TIANMA}/correct`)).toBe(403);
  expect(await status("/projects/11?tab=history")).toBe(403);
  expect(await status("/projects/30")).toBe(404);
  expect(await status("/projects/0x10")).toBe(404);
  await signIn("reviewer");
  expect(await status("/projects/30/correct")).toBe(404);
  expect(await status("/projects/new?parent=30")).toBe(404);
});
