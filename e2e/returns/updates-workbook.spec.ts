import { readFileSync } from "node:fs";
import excel from "exceljs";
import { write } from "@/lib/audit/write";
import { saveDraft } from "@/lib/monthly-return/commands";
import { returnEntry } from "@/lib/monthly-return/input";
import { expectReturn, goLive, owedBy } from "../support/go-live";
import { expect, hydrated, testAlone } from "../support/test";

const test = testAlone();

const WAN = 1_000_000;
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

test("the month's returns go out as a workbook, come back as drafts, and only the conflict asks", async ({
  page,
  signIn,
}) => {
  const manager = await signIn("manager");
  await goLive();
  const [one, two] = await owedBy(manager);
  if (!one || !two) throw new Error("Too few are owed.");
  const place = (row: typeof one) => ({ projectId: row.projectId, month: row.days.month });
  await page.goto("/updates");
  await page.getByRole("link", { name: "下载、上传 Excel" }).click();
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: /^下载 \d{4}-\d\d（\d+ 项）$/ }).click();
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(readFileSync(await (await arriving).path()).buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("No sheet.");
  const header = sheet.getRow(1).values as string[];
  const cell = (project: string, column: string) => {
    const names = sheet.getColumn(header.indexOf("项目")).values as string[];
    return sheet.getCell(names.indexOf(project), header.indexOf(column));
  };
  cell(one.projectName, "本月完成投资（万元）").value = 120;
  cell(one.projectName, "形象进度").value = "主体完工";
  cell(one.projectName, "自评亮灯").value = "正常";
  cell(two.projectName, "下月计划").value = "封顶";
  cell(two.projectName, "本月支付（万元）").value = "很多";

  const meanwhile = returnEntry.parse({
    ...place(one),
    version: "0",
    requestKey: "of-a-colleague",
    stage: one.stage,
    progressText: "同事写的",
  });
  await write((tx) => saveDraft(tx, manager, meanwhile));

  await hydrated(page);
  await page.getByLabel("填好的工作簿（.xlsx）").setInputFiles({
    name: "月报.xlsx",
    mimeType: XLSX,
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await page.getByRole("button", { name: "上传并存为草稿" }).click();
  await expect(
    page.getByText("2 项、3 处已存为草稿；1 处与他人的修改冲突，1 处有误未采用"),
  ).toBeVisible();
  await expect(page.getByText(`“${two.projectName}”的本月支付（万元）`)).toBeVisible();
  await expectReturn(place(one), { completedFen: 120 * WAN, progressText: "同事写的" });
  await expectReturn(place(two), { state: "draft", nextPlan: "封顶", paidFen: null });

  const conflict = page.getByRole("row", { name: /形象进度/ });
  await expect(conflict).toContainText("同事写的");
  await expect(conflict).toContainText("主体完工");
  await conflict.getByLabel("采用工作簿").check();
  await page.getByRole("button", { name: "把选择写入草稿" }).dblclick();
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  await expectReturn(place(one), { progressText: "主体完工", selfLight: "green", state: "draft" });
});

test("a file that is no workbook of returns is refused with a sentence", async ({
  page,
  signIn,
}) => {
  await signIn("manager");
  await page.goto("/updates/workbook");
  await hydrated(page);
  await page.getByLabel("填好的工作簿（.xlsx）").setInputFiles({
    name: "x.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("甲,乙\n1,2\n"),
  });
  await page.getByRole("button", { name: "上传并存为草稿" }).click();
  await expect(page.getByText("这不是从本系统导出的可编辑工作簿")).toBeVisible();
});
