import { eq } from "drizzle-orm";
import { read } from "@/db/client";
import { projects } from "@/db/schema";
import { sampleChange } from "../support/sample-change";
import { expect, hydrated, lastEvents, testApart as test } from "../support/test";

const TIANMA = 14;

const load = async () => {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.id, TIANMA)));
  if (!row) throw new Error(`There is no project ${TIANMA}.`);
  return row;
};

test("the unit asks, the reviewer checks, the leader sees the totals and approves: project, drift and history follow", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  await page.goto(`/projects/${TIANMA}`);
  await page.getByRole("link", { name: "申请调整" }).click();
  await page.getByRole("link", { name: /^投资调整/ }).click();
  await hydrated(page);
  await page.getByLabel("总投资（万元）").fill("910");
  await page.getByRole("button", { name: "提出申请" }).click();
  await expect(page.getByText("请填写。").first()).toBeVisible();
  await page.getByLabel("原因").selectOption({ label: "方案优化" });
  await page.getByLabel("说明").fill("增加良种繁育内容");
  await page.getByRole("button", { name: "提出申请" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("投资调整：天麻");
  await expect(page.getByRole("row", { name: /总投资/ })).toContainText("910 万元");
  expect((await load()).totalInvestmentFen).toBe(500_000_000);
  const address = page.url();

  await page.getByLabel("PDF、图片或 .docx，最大 20 MB").setInputFiles({
    name: "请示.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("not a pdf"),
  });
  await page.getByRole("button", { name: "上传附件" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "只接受 PDF" })).toBeVisible();
  await page.getByLabel("PDF、图片或 .docx，最大 20 MB").setInputFiles({
    name: "请示.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4\n%%EOF\n"),
  });
  await page.getByRole("button", { name: "上传附件" }).click();
  await expect(page.getByRole("link", { name: "请示.pdf" })).toBeVisible();
  const file = await page.request.get(`${address}/files/1`);
  expect([file.status(), (await file.body()).toString()]).toEqual([200, "%PDF-1.4\n%%EOF\n"]);
  expect(file.headers()["content-disposition"]).toContain("attachment");

  await signIn("leader");
  await page.goto(address);
  await expect(page.getByText("请先由审核员初审。")).toBeVisible();
  await signIn("reviewer");
  await page.goto("/changes?mine=1");
  await page.getByRole("link", { name: /天麻/ }).click();
  await hydrated(page);
  await page.getByRole("button", { name: "初审通过" }).click();
  await expect(page.getByText("已初审").first()).toBeVisible();

  await signIn("leader");
  await page.goto(address);
  await hydrated(page);
  const totals = page.getByRole("table", { name: "合计变更前后" });
  await expect(totals.getByRole("row", { name: /城口县/ })).toContainText("97,325");
  await expect(totals.getByRole("row", { name: /城口县/ })).toContainText("97,735");
  await expect(totals.getByRole("row", { name: /中医药/ })).toContainText("+410");
  await expect(totals.getByRole("row", { name: /县林业局/ })).toContainText("+410");
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.getByText("已批准").first()).toBeVisible();
  expect((await load()).totalInvestmentFen).toBe(910_000_000);
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "change.approved", projectId: TIANMA });

  await page.goto(`/projects/${TIANMA}?tab=history`);
  await expect(page.getByText("累计变更 1 次，+410 万元，0 个月。")).toBeVisible();
  await expect(page.getByText("现行基准第 2 版")).toBeVisible();
  await expect(page.getByText("批准变更：投资调整")).toBeVisible();
  await page.goto("/changes/drift?region=500229");
  await expect(page.getByRole("row", { name: /^县林业局/ })).toContainText("+410");
  await expect(page.getByRole("row", { name: /现行口径/ }).last()).toContainText("97,735");
  const report = await page.request.get("/changes/drift/export?region=500229");
  expect(report.headers()["content-type"]).toContain("spreadsheetml");
});

test("many requests under one document are decided together, with a report of their own", async ({
  page,
  signIn,
}) => {
  const { asked } = await sampleChange();
  await signIn("reviewer");
  await page.goto("/changes?state=asked");
  await hydrated(page);
  await page.getByLabel(`选择第 ${asked} 号申请`, { exact: false }).check();
  await page.getByText("合为一个批次").click();
  await page.getByLabel("批次名称").fill("2026 年中期调整");
  await page.getByLabel("依据文号").fill("城府办〔2026〕9号");
  await page.getByRole("button", { name: "新建批次" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("2026 年中期调整");
  const report = page.url();
  await signIn("leader");
  await page.goto(report);
  await expect(page.getByText("还有 1 项未经初审，初审后才能决定。")).toBeVisible();
  await signIn("reviewer");
  await page.goto(report);
  await hydrated(page);
  await page.getByText("按会议纪要或批示登记").click();
  await page.getByRole("button", { name: "登记整批批准" }).click();
  await expect(page.getByText("1 项，待决定 0 项")).toBeVisible();
  expect((await load()).end).toBe("2026-12");
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "change_batch.approved" });
  expect((await page.request.get(`${report}/export`)).status()).toBe(200);
});

test("what moved since it was asked is refused with both values, and nothing changes", async ({
  page,
  signIn,
}) => {
  const { batched } = await sampleChange("2027-06");
  await signIn("reviewer");
  await page.goto(`/projects/${TIANMA}/correct`);
  await hydrated(page);
  await page.getByLabel("总投资（万元）").fill("777");
  await page.getByLabel("理由").fill("与批复核对");
  await page.getByLabel("依据文号").fill("城发改〔2026〕1号");
  await page.getByRole("button", { name: "保存更正" }).click();
  await expect(page).toHaveURL(/tab=history/);
  await signIn("leader");
  await page.goto(`/changes/${batched}`);
  await hydrated(page);
  await page.getByRole("button", { name: "批准", exact: true }).click();
  await expect(page.getByRole("alert").filter({ hasText: "现在是“777”" })).toBeVisible();
  expect((await load()).totalInvestmentFen).toBe(777_000_000);
});
