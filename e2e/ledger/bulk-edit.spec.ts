import { readFileSync } from "node:fs";
import { eq } from "drizzle-orm";
import excel from "exceljs";
import { read } from "@/db/client";
import { changeRequests, projects } from "@/db/schema";
import { write } from "@/lib/audit/write";
import { updateProjectDetails } from "@/lib/project/details/commands";
import { projectDetails } from "@/lib/project/details/input";
import { expect, hydrated, lastEvents, sessionOf, testApart as test } from "../support/test";

const TIANMA = "天麻种质资源创新利用与产品开发研究";
const DUHUO = "中药材独活的功能基因组学研究";

const projectNamed = async (name: string) => {
  const [row] = await read((tx) => tx.select().from(projects).where(eq(projects.name, name)));
  if (!row) throw new Error(`There is no ${name}.`);
  return row;
};

test("a view goes out as a workbook, comes back changed, and only the conflict asks", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/projects/bulk?unit=县林业局");
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出当前筛选的工作簿" }).click();
  const workbook = new excel.Workbook();
  const file = readFileSync(await (await arriving).path());
  await workbook.xlsx.load(file.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("No sheet.");
  const header = sheet.getRow(1).values as string[];
  const cell = (project: string, column: string) => {
    const names = sheet.getColumn(header.indexOf("项目名称")).values as string[];
    return sheet.getCell(names.indexOf(project), header.indexOf(column));
  };
  expect(sheet.actualRowCount).toBe(11);
  cell(TIANMA, "联络人").value = "李四";
  cell(DUHUO, "所属领域").value = "道地药材";

  const { viewer } = await sessionOf("reviewer");
  const { id, version } = await projectNamed(TIANMA);
  const input = projectDetails.parse({ id, version, contact: "张三" });
  await write((tx) => updateProjectDetails(tx, viewer, input));

  await hydrated(page);
  await page.getByLabel("修改后的工作簿（.xlsx）").setInputFiles({
    name: "修改.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await page.getByRole("button", { name: "上传并比对" }).click();
  await expect(page.getByText("2 个项目、2 处改动，其中 1 处与他人的修改冲突")).toBeVisible();
  await expect(page.getByText("还未选择的冲突： 1")).toBeVisible();
  await page
    .getByRole("row", { name: /联络人/ })
    .getByLabel("采用工作簿")
    .check();
  await page.getByLabel("理由").fill("补登所属领域");
  await page.getByRole("button", { name: "写入这些改动" }).click();
  await expect(page.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();
  expect((await projectNamed(TIANMA)).contact).toBe("李四");
  expect((await projectNamed(DUHUO)).field).toBe("道地药材");
  const actions = (await lastEvents(3)).map(({ action }) => action);
  expect(actions).toContain("project.corrected");
  expect(actions).toContain("project.details_updated");
});

test("one project of a workbook is given another reason; a fault of it stands beside its field", async ({
  page,
  signIn,
}) => {
  await signIn("reviewer");
  await page.goto("/projects/bulk?unit=县林业局");
  const arriving = page.waitForEvent("download");
  await page.getByRole("link", { name: "导出当前筛选的工作簿" }).click();
  const workbook = new excel.Workbook();
  const file = readFileSync(await (await arriving).path());
  await workbook.xlsx.load(file.buffer as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error("No sheet.");
  const header = sheet.getRow(1).values as string[];
  const names = sheet.getColumn(header.indexOf("项目名称")).values as string[];
  for (const name of [TIANMA, DUHUO])
    sheet.getCell(names.indexOf(name), header.indexOf("总投资（万元）")).value = 888;
  await hydrated(page);
  await page.getByLabel("修改后的工作簿（.xlsx）").setInputFiles({
    name: "修改.xlsx",
    mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    buffer: Buffer.from(await workbook.xlsx.writeBuffer()),
  });
  await page.getByRole("button", { name: "上传并比对" }).click();
  const row = page.getByRole("row", { name: TIANMA });
  await row.getByText("另写理由").click();
  await row.getByLabel("原因").selectOption("market");
  await row.getByLabel("理由", { exact: true }).fill("涨".repeat(501));
  await page.getByRole("combobox", { name: "原因" }).last().selectOption("policy");
  await page.getByRole("textbox", { name: "理由", exact: true }).last().fill("年度调整");
  await page.getByRole("button", { name: "写入这些改动" }).click();
  await expect(row.getByLabel("理由", { exact: true })).toHaveAccessibleDescription(/500/);
  await row.getByLabel("理由", { exact: true }).fill("材料涨价");
  await page.getByRole("button", { name: "写入这些改动" }).click();
  await expect(page).toHaveURL(/\/changes\/batches\/\d+/);
  const asked = await read((tx) =>
    tx.select().from(changeRequests).where(eq(changeRequests.source, "workbook")),
  );
  const of = (name: string) => asked.find(({ projectName }) => projectName === name);
  expect(of(TIANMA)).toMatchObject({ reasonCode: "market", sentence: "材料涨价" });
  expect(of(DUHUO)).toMatchObject({ reasonCode: "policy", sentence: "年度调整" });
});

test("a file that is no workbook of ours is refused with a sentence", async ({ page, signIn }) => {
  await signIn("manager");
  await page.goto("/projects/bulk");
  await hydrated(page);
  const upload = async (name: string, content: string) => {
    await page.getByLabel("修改后的工作簿（.xlsx）").setInputFiles({
      name,
      mimeType: "application/octet-stream",
      buffer: Buffer.from(content),
    });
    await page.getByRole("button", { name: "上传并比对" }).click();
  };
  await upload("x.csv", "甲,乙\n1,2\n");
  await expect(page.getByText("这不是从本系统导出的可编辑工作簿")).toBeVisible();
  await upload("x.xlsx", "not a workbook");
  await expect(page.getByRole("alert").filter({ hasText: "xlsx" })).toBeVisible();
});
