import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import excel from "exceljs";
import { expect, lastEvents, test } from "../support/test";

const VIEW = "region=500229&unit=%E5%8E%BF%E6%9E%97%E4%B8%9A%E5%B1%80&sort=amount";

test("the view is downloaded as XLSX, and the export is on record", async ({ page, signIn }) => {
  await signIn("auditor");
  const download = await downloadOf(page, `/projects/export?format=xlsx&${VIEW}`);
  expect(download.name).toMatch(/^项目清单-城口县-\d{4}-\d{2}-\d{2}\.xlsx$/);
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(download.bytes.buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  expect(sheet?.getCell("C2").value).toContain("牵头单位：县林业局");
  expect(sheet?.getCell("A17").value).toContain("合计：10 个项目");
  expect(sheet?.getCell("F17").value).toBe(34_470);
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "ledger.exported", actorName: "审计员" });
  expect(JSON.parse(event?.payload ?? "{}").details).toEqual({
    format: "xlsx",
    filters: VIEW,
    rows: 10,
  });
});

test("a manager's CSV holds the own region and nothing of another", async ({ page, signIn }) => {
  await signIn("manager");
  const { name, bytes } = await downloadOf(page, "/projects/export?format=csv&region=500114");
  expect(name).toMatch(/\.csv$/);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain("序号,项目名称,建设单位,主要内容,实施期限,总投资（万元）,牵头单位");
  expect(text).not.toContain("数据湖科技园");
});

test("an administrator gets no export, and the attempt is on record", async ({ page, signIn }) => {
  await signIn("administrator");
  const answer = await page.request.get("/projects/export?format=csv");
  expect(answer.status()).toBe(403);
  const [event] = await lastEvents(1);
  expect(event).toMatchObject({ action: "access.denied", actorName: "系统管理员" });
});

async function downloadOf(page: Page, path: string) {
  const begun = page.waitForEvent("download");
  // Navigating to a file never arrives at a page.
  await page.goto(path).catch(() => undefined);
  const download = await begun;
  return {
    name: download.suggestedFilename(),
    bytes: new Uint8Array(await readFile(await download.path())),
  };
}
