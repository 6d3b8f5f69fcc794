import excel from "exceljs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { read } from "@/db/client";
import { write } from "@/lib/audit/write";
import { OPERATOR } from "@/lib/auth/actor";
import { ForbiddenError } from "@/lib/errors";
import { translator } from "@/lib/language/translator";
import { filterQuery, parseFilterUrl } from "@/lib/ledger/filter/filter-url";
import { listLedger } from "@/lib/ledger/queries";
import { createProject } from "@/lib/project/commands";
import { projectFacts } from "@/lib/project/input";
import { noteSample } from "@/lib/sample/mark";
import { testLedger } from "@/lib/test-ledger";
import { recordExport } from "./commands";
import { csvFile } from "./csv";
import { attachment, exportFileName } from "./file-name";
import { collectExport } from "./queries";
import { ledgerSheet, type Sheet } from "./sheet";
import { xlsxFile } from "./xlsx";

const ledger = testLedger();
const t = translator("zh-CN");
const HEADER = [
  "序号",
  "项目名称",
  "建设单位",
  "主要内容",
  "实施期限",
  "总投资（万元）",
  "牵头单位",
  "区县",
  "行业",
  "类型",
  "阶段",
  "来源",
];
const FORESTRY = { region: "500229", unit: "县林业局", sort: "amount" };

async function collect(query: Record<string, string>, username = "auditor") {
  const viewer = await ledger.viewer(username);
  return read((tx) => collectExport(tx, viewer, parseFilterUrl(query)));
}

async function workbookOf(sheet: Sheet) {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load((await xlsxFile(sheet)).buffer as ArrayBuffer);
  const [page] = workbook.worksheets;
  if (!page) throw new Error("No sheet.");
  return page;
}

test("the file holds every row of the view, in its order, with the totals of the page", async () => {
  const viewer = await ledger.viewer("auditor");
  const page = await workbookOf(ledgerSheet(t, await collect(FORESTRY)));
  const { totals } = await read((tx) => listLedger(tx, viewer, parseFilterUrl(FORESTRY)));
  const column = (letter: string) => page.getColumn(letter).values;
  expect(page.getCell("A1").value).toBe("项目清单");
  expect(page.getCell("C2").value).toBe("区县：城口县；牵头单位：县林业局；按总投资降序");
  expect(page.getCell("C3").value).toEqual(new Date("2026-11-23T10:00:00.000Z"));
  expect(page.getCell("C4").value).toBe("审计员 · 审计员");
  expect((page.getRow(6).values as string[]).slice(1)).toEqual(HEADER);
  expect(column("A").slice(7, 17)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(page.getCell("B7").value).toBe("重庆核桃研发中心");
  expect(page.getCell("F7").value).toBe(6_990);
  expect(page.getCell("G7").value).toBe("县林业局、县经济信息委（县科技局）");
  expect(page.getCell("A17").value).toBe("合计：10 个项目，其中 10 个有总投资");
  expect(page.getCell("F17").value).toBe((totals.current.fen ?? 0) / 1_000_000);
  expect(page.getCell("F18").value).toBe(17_990);
});

test("the sheet is ready to print: header frozen and repeated, landscape, fitted to the width", async () => {
  const page = await workbookOf(ledgerSheet(t, await collect(FORESTRY)));
  expect(page.views[0]).toMatchObject({ state: "frozen", ySplit: 6 });
  expect(page.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    printTitlesRow: "6:6",
  });
});

test("all pages are in it, both formats, and what the plan does not state stays empty", async () => {
  const sheet = ledgerSheet(t, await collect({ pageSize: "25", page: "2" }));
  expect(sheet.rows).toHaveLength(48);
  const page = await workbookOf(sheet);
  expect(page.getCell("F54").value).toBeNull();
  expect(page.getCell("A55").value).toBe("合计：48 个项目，其中 39 个有总投资");
  expect(page.getCell("F55").value).toBe(445_025);
  const lines = new TextDecoder("utf-8", { ignoreBOM: true })
    .decode(await csvFile(sheet))
    .split("\r\n");
  expect(lines[0]).toBe(`\ufeff${HEADER.join(",")}`);
  expect(lines.slice(1, 49).map((line) => line.split(",")[0])).toEqual(
    Array.from({ length: 48 }, (_, at) => String(at + 1)),
  );
  expect(lines[49]).toBe(",合计：48 个项目，其中 39 个有总投资,,,,445025,,,,,,");
  expect(lines).toContain(",导出时间（北京时间）,2026-11-23 10:00,,,,,,,,,");
});

test("the file names the end of the chain, and the export leaves one event after it", async () => {
  const viewer = await ledger.viewer("auditor");
  const data = await collect(FORESTRY);
  expect(ledgerSheet(t, data).lines.at(-1)?.[1]).toBe(
    `第 ${data.head.seq} 号事件，SHA-256 ${data.head.hash}`,
  );
  const exported = { of: "filters", query: filterQuery(data.filters), format: "xlsx" } as const;
  const seq = await write((tx) => recordExport(tx, viewer, { ...exported, rows: 10 }));
  expect(seq).toBe(data.head.seq + 1);
});

test("a manager's export never holds another region, an administrator gets none", async () => {
  const viewer = await ledger.viewer("manager");
  const data = await collect({}, "manager");
  expect(data.items).toHaveLength(27);
  const text = new TextDecoder().decode(await csvFile(ledgerSheet(t, data)));
  expect(text).not.toContain("黔江");
  expect(text).toContain("区县：城口县");
  expect((await collect({ region: "500114" }, "manager")).items).toEqual([]);
  expect(exportFileName(t, data, "csv")).toBe("项目清单-城口县-2026-11-23.csv");
  expect(viewer.regionCode).toBe("500229");
  await expect(collect({}, "administrator")).rejects.toThrow(ForbiddenError);
});

test("both bases are named where they differ", async () => {
  const facts = projectFacts.parse({
    regionCode: "500231",
    name: '=HYPERLINK("http://x")',
    type: "research",
    typeConfirmed: true,
    field: null,
    content: "@SUM(1)\u0001",
    start: "2026",
    end: null,
    totalInvestmentFen: 12_500_000,
    primarySector: null,
    owners: [{ entryKind: "named", text: "＝1+1" }],
    leads: [{ entryKind: "placeholder", text: "-2+3" }],
  });
  await write((tx) => createProject(tx, OPERATOR, facts));
  const sheet = ledgerSheet(t, await collect({ q: "HYPERLINK" }));
  expect(sheet.totals.map(({ label }) => label.slice(0, 6))).toEqual([
    "现行口径合计",
    "规划口径合计",
  ]);
  const page = await workbookOf(sheet);
  expect(page.getRow(7).values).toEqual([
    undefined,
    1,
    '=HYPERLINK("http://x")',
    "＝1+1",
    "@SUM(1)",
    "2026–?",
    12.5,
    "-2+3",
    "垫江县",
    undefined,
    "研发类",
    "列入规划",
    "规划外新增",
  ]);
  expect(page.getCell("B7").type).toBe(excel.ValueType.String);
  const [, row = ""] = new TextDecoder().decode(await csvFile(sheet)).split("\r\n");
  expect(row).toContain(`"'=HYPERLINK(""http://x"")",'＝1+1,'@SUM(1)`);
  expect(row).toContain(",12.5,'-2+3,");
});

test("no text becomes a formula or breaks the file, whatever it is", async () => {
  const sheet = ledgerSheet(t, await collect({ region: "500231" }));
  const [first] = sheet.rows;
  if (!first) throw new Error("No row.");
  const sign = fc.constantFrom("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠", " ", "\n");
  const hostile = fc
    .tuple(fc.array(sign, { maxLength: 3 }), fc.string({ unit: "binary" }))
    .map(([signs, text]) => signs.join("") + text);
  await fc.assert(
    fc.asyncProperty(hostile, async (name) => {
      const one = { ...sheet, rows: [{ ...first, name }] };
      const page = await workbookOf(one);
      const cell = page.getCell("B7");
      expect(cell.formula).toBeUndefined();
      expect([excel.ValueType.String, excel.ValueType.Null]).toContain(cell.type);
      const csv = new TextDecoder().decode(await csvFile(one));
      const written = csv.slice(csv.indexOf("\r\n1,") + 4).replace(/^"/, "");
      expect(written).not.toMatch(/^[=+\-@\t\r＝＋－＠]/);
    }),
    { numRuns: 60 },
  );
});

test("the name of the file in both spellings", () => {
  expect(attachment("项目清单-城口县-2026-11-23.xlsx")).toBe(
    "attachment; filename=\"ledger-2026-11-23.xlsx\"; filename*=UTF-8''%E9%A1%B9%E7%9B%AE%E6%B8%85%E5%8D%95-%E5%9F%8E%E5%8F%A3%E5%8E%BF-2026-11-23.xlsx",
  );
});

test("a file of 演示数据 says so in its name, its title and its sheet", async () => {
  const data = { ...(await collect(FORESTRY)), sample: true };
  const sheet = ledgerSheet(t, data);
  noteSample(true);
  const served = attachment(exportFileName(t, data, "csv"));
  noteSample(false);
  expect(decodeURIComponent(served)).toContain("UTF-8''演示数据-项目清单-");
  expect((await workbookOf(sheet)).getCell("A1").value).toBe("演示数据 · 项目清单");
  expect(new TextDecoder().decode(await csvFile(sheet))).toContain("演示数据 · 项目清单");
});
